/** The paper that was signed: photos or a PDF. */
import { FilePdfOutlined, UploadOutlined } from "@ant-design/icons";
import { type AgreementView, agreementsApi } from "@ginkgo/shared/api/agreements.ts";
import { maxDocumentBytes, maxPhotoBytes } from "@ginkgo/shared/api/files.ts";
import { App, Button, Popconfirm, Upload } from "antd";
import { useState } from "react";
import { detailOf, upload } from "../../ui/api/client.ts";
import { useChange } from "../../ui/api/hooks.ts";
import { PhotoGallery } from "../../ui/PhotoGallery.tsx";

const kilobytes = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

export const SignedFiles = ({ view, onDone }: { view: AgreementView; onDone: (after: AgreementView) => void }) => {
  const { message } = App.useApp();
  const [sending, setSending] = useState(false);
  const fail = (error: unknown) => void message.error(detailOf(error));
  const sign = useChange(agreementsApi.sign, (after) => {
    onDone(after);
    void message.success("已上传");
  });
  const unsign = useChange(agreementsApi.unsign, onDone);
  const { id: agreementId, version } = view.matter;

  const send = async (file: File) => {
    const most = file.type === "application/pdf" ? maxDocumentBytes : maxPhotoBytes;
    if (file.size > most) return void message.error(`文件超过 ${most / 1024 / 1024} MB，请压缩后再传。`);
    setSending(true);
    try {
      const stored = await upload(file);
      await sign.mutateAsync({ agreementId, version, files: [stored.id] });
    } catch (error) {
      fail(error);
    }
    setSending(false);
  };

  const documents = view.signed.filter(({ kind }) => kind === "document");
  const removable = view.may.sign && view.inForceAt === null;
  return (
    <>
      {view.signed.length === 0 ? <p className="muted">还没有上传</p> : null}
      <PhotoGallery files={view.signed} />
      <div className="agree-files gap-above">
        {documents.map((file, index) => (
          <Button key={file.id} icon={<FilePdfOutlined />} href={file.url}>
            PDF {documents.length > 1 ? index + 1 : ""}（{kilobytes(file.bytes)}）
          </Button>
        ))}
        {view.may.sign ? (
          <Upload
            accept="image/*,application/pdf"
            showUploadList={false}
            beforeUpload={(file) => {
              void send(file);
              return false;
            }}
          >
            <Button icon={<UploadOutlined />} loading={sending}>
              上传照片或 PDF
            </Button>
          </Upload>
        ) : null}
        {removable
          ? view.signed.map((file, index) => (
              <Popconfirm
                key={file.id}
                title={`移除第 ${index + 1} 个文件？`}
                okText="移除"
                cancelText="不移除"
                onConfirm={() => unsign.mutate({ agreementId, fileId: file.id, version }, { onError: fail })}
              >
                <Button type="link" danger size="small">
                  移除第 {index + 1} 个
                </Button>
              </Popconfirm>
            ))
          : null}
      </div>
    </>
  );
};
