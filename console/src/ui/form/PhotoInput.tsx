import { PlusOutlined } from "@ant-design/icons";
import { maxPhotoBytes, maxVideoBytes, type StoredFile } from "@ginkgo/shared/api/files.ts";
import { Upload, type UploadFile } from "antd";
import { useState } from "react";
import { detailOf, upload } from "../api/client.ts";

interface PhotoInputProps {
  readonly value?: readonly StoredFile[];
  readonly onChange?: (files: StoredFile[]) => void;
  readonly max?: number;
  readonly id?: string;
}

const tooLarge = (file: File): string | null => {
  const limit = file.type.startsWith("video/") ? maxVideoBytes : maxPhotoBytes;
  return file.size > limit ? `文件超过 ${Math.round(limit / 1024 / 1024)} MB，请压缩后再传。` : null;
};

const asListItem = (file: StoredFile): UploadFile => ({
  uid: file.id,
  name: file.kind === "video" ? "视频" : "照片",
  status: "done",
  url: file.url,
  thumbUrl: file.thumbUrl ?? undefined,
});

/** Uploads as soon as a file is chosen; the value holds the stored files. */
export const PhotoInput = ({ value = [], onChange, max = 9, id }: PhotoInputProps) => {
  const [uploading, setUploading] = useState<UploadFile[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  // Several uploads may end between two renders: each adds to what the last one left.
  const [stored] = useState<{ files: readonly StoredFile[] }>({ files: value });
  stored.files = value;

  const change = (files: StoredFile[]) => {
    stored.files = files;
    onChange?.(files);
  };

  const send = async (file: File & { uid: string }) => {
    const problemWithSize = tooLarge(file);
    if (problemWithSize) return setProblem(problemWithSize);
    setProblem(null);
    setUploading((list) => [...list, { uid: file.uid, name: file.name, status: "uploading", percent: 50 }]);
    try {
      const done = await upload(file);
      change([...stored.files, done]);
    } catch (error) {
      setProblem(`“${file.name}”没有传上去：${detailOf(error)}`);
    }
    setUploading((list) => list.filter((one) => one.uid !== file.uid));
  };

  const room = max - value.length - uploading.length;
  return (
    <>
      <Upload
        id={id}
        accept="image/*,video/mp4,video/quicktime"
        listType="picture-card"
        multiple
        maxCount={max}
        fileList={[...value.map(asListItem), ...uploading]}
        beforeUpload={(file) => {
          void send(file);
          return false;
        }}
        onRemove={(item) => change(value.filter((file) => file.id !== item.uid))}
        showUploadList={{ showPreviewIcon: false }}
      >
        {room > 0 ? (
          <button type="button" className="upload-button">
            <PlusOutlined />
            <div>照片/视频</div>
          </button>
        ) : null}
      </Upload>
      {problem ? (
        <div className="field-problem" role="alert">
          {problem}
        </div>
      ) : null}
    </>
  );
};
