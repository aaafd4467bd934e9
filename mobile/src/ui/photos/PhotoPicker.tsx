import { maxPhotos } from "@ginkgo/shared/api/files.ts";
import { CameraOutline, PictureOutline } from "antd-mobile-icons";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { isOnline, useOnline, watchOnline } from "../net/online.ts";
import { type Attachment, attach, uploaded, uploadProblem } from "./attachment.ts";
import { Thumbnail } from "./Thumbnail.tsx";
import "./photos.css";

interface PhotoPickerProps {
  readonly value: readonly Attachment[];
  readonly onChange: (change: (old: readonly Attachment[]) => readonly Attachment[]) => void;
  readonly max?: number;
  /** One video instead of photos. */
  readonly video?: boolean;
}

export const PhotoPicker = ({ value, onChange, max = maxPhotos, video }: PhotoPickerProps) => {
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const online = useOnline();
  const [busy, setBusy] = useState(false);
  const tried = useRef(new Set<string>());
  const change = useRef(onChange);
  change.current = onChange;

  const send = async (one: Attachment) => {
    const put = (patch: Partial<Attachment>) =>
      change.current((old) => old.map((other) => (other.key === one.key ? { ...other, ...patch } : other)));
    put({ problem: undefined });
    try {
      put({ fileId: await uploaded(one) });
    } catch (error) {
      put({ problem: uploadProblem(error) });
    }
  };

  // Also picks up photos of a draft that was opened again. Each is tried once by itself; then a person decides.
  useEffect(() => {
    for (const one of value) {
      if (one.fileId || tried.current.has(one.key)) continue;
      tried.current.add(one.key);
      void send(one);
    }
  });

  // What failed for want of a network goes out by itself when it is back.
  const failed = useRef<readonly Attachment[]>([]);
  failed.current = value.filter((one) => one.problem);
  const resend = useRef(send);
  resend.current = send;
  useEffect(() => {
    const again = () => {
      if (!isOnline()) return;
      for (const one of failed.current) void resend.current(one);
    };
    return watchOnline(again);
  }, []);

  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    setBusy(true);
    const refused: string[] = [];
    const added: Attachment[] = [];
    for (const file of files) {
      const one = await attach(file).catch(() => ({ refused: `“${file.name}”读不出来，请换一张。` }));
      if ("refused" in one) refused.push(one.refused);
      else added.push(one);
    }
    setBusy(false);
    const film = added.find((one) => one.kind === "video");
    if (film && (added.length > 1 || value.length > 0)) {
      refused.push("视频要单独发：请先移除照片，再放一段视频。");
    } else {
      if (value.length + added.length > max) refused.push(`最多放 ${max} 张，多出的没有放进来。`);
      onChange((old) => [...old, ...added].slice(0, max));
    }
    setRefusals(refused);
  };

  const problems = [...new Set(value.flatMap((one) => one.problem ?? []))];
  const hasVideo = value.some((one) => one.kind === "video");
  const open = value.length < max && !hasVideo;
  const accept = video && value.length === 0 ? "image/*,video/*" : "image/*";
  return (
    <div>
      {value.length > 0 && (
        <ul className="thumbs">
          {value.map((one) => (
            <Thumbnail
              key={one.key}
              item={one}
              onRetry={() => void send(one)}
              onRemove={() => onChange((old) => old.filter((other) => other.key !== one.key))}
            />
          ))}
        </ul>
      )}
      {open && (
        <div className="photo-buttons">
          <label className="chip">
            <CameraOutline /> 拍照
            <input type="file" accept="image/*" capture="environment" className="visually-hidden" onChange={choose} />
          </label>
          <label className="chip">
            <PictureOutline /> 从相册选
            <input type="file" accept={accept} multiple={max > 1} className="visually-hidden" onChange={choose} />
          </label>
        </div>
      )}
      <p className="field-help">
        {busy
          ? "正在处理照片…"
          : hasVideo
            ? "已放 1 段视频"
            : `已放 ${value.length} 张，最多 ${max} 张${video ? "（或一段视频）" : ""}`}
      </p>
      {online &&
        problems.map((words) => (
          <p key={words} className="field-problem" role="alert">
            {words}
          </p>
        ))}
      {refusals.map((words) => (
        <p key={words} className="field-problem" role="alert">
          {words}
        </p>
      ))}
    </div>
  );
};
