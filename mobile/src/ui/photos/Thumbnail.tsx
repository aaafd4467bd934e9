import { CloseOutline, VideoOutline } from "antd-mobile-icons";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useOnline } from "../net/online.ts";
import { type Attachment, progressOf, watchProgress } from "./attachment.ts";

interface ThumbnailProps {
  readonly item: Attachment;
  readonly onRetry: () => void;
  readonly onRemove: () => void;
}

const useBlobUrl = (blob: Blob): string | undefined => {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
};

export const Thumbnail = ({ item, onRetry, onRemove }: ThumbnailProps) => {
  const url = useBlobUrl(item.blob);
  const percent = useSyncExternalStore(watchProgress, () => progressOf(item.key));
  const online = useOnline();
  return (
    <li className="thumb">
      {item.kind === "video" ? <VideoOutline className="thumb-video" /> : url && <img src={url} alt="要发送的照片" />}
      {percent !== undefined && (
        <span className="thumb-cover" role="status">
          正在上传
          <b>{percent}%</b>
        </span>
      )}
      {percent === undefined && !item.fileId && !online && (
        <span className="thumb-cover" role="status">
          联网后
          <b>自动上传</b>
        </span>
      )}
      {percent === undefined && item.problem && online && (
        <button type="button" className="thumb-cover thumb-failed" onClick={onRetry} title={item.problem}>
          没传上去
          <b>点此重试</b>
        </button>
      )}
      {item.fileId && <span className="thumb-done">✓ 已传</span>}
      <button
        type="button"
        className="thumb-remove"
        aria-label={`移除这${item.kind === "video" ? "段视频" : "张照片"}`}
        onClick={onRemove}
      >
        <CloseOutline />
      </button>
    </li>
  );
};
