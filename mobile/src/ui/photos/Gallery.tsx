/** Photos and videos of a case. The viewer is loaded when the first photo is opened. */
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import { useQueryClient } from "@tanstack/react-query";
import "./photos.css";

/** Addresses of photos expire while a page stays open; the case is then asked for again, but not in a loop. */
const askAgainMs = 60_000;
let askedAt = 0;

export const Gallery = ({ files }: { files: readonly StoredFile[] }) => {
  const client = useQueryClient();
  const refresh = () => {
    if (Date.now() - askedAt < askAgainMs) return;
    askedAt = Date.now();
    void client.invalidateQueries({ queryKey: ["case"] });
  };
  if (files.length === 0) return null;
  const photos = files.filter((file) => file.kind === "photo");
  const view = async (index: number) => {
    const { default: ImageViewer } = await import("antd-mobile/es/components/image-viewer");
    ImageViewer.Multi.show({ images: photos.map((photo) => photo.url), defaultIndex: index });
  };
  return (
    <div className="gallery">
      {photos.map((photo, index) => (
        <button
          key={photo.id}
          type="button"
          aria-label={`放大看第 ${index + 1} 张照片`}
          onClick={() => void view(index)}
        >
          <img src={photo.thumbUrl ?? photo.url} alt={`第 ${index + 1} 张照片`} loading="lazy" onError={refresh} />
        </button>
      ))}
      {files
        .filter((file) => file.kind === "video")
        .map((file) => (
          // biome-ignore lint/a11y/useMediaCaption: what people film has no captions.
          <video
            key={file.id}
            src={file.url}
            poster={file.thumbUrl ?? undefined}
            controls
            playsInline
            preload="metadata"
          />
        ))}
    </div>
  );
};
