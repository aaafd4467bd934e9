import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import { Image } from "antd";

/** Photos open in one viewer; videos play in place. */
export const PhotoGallery = ({ files, size = 96 }: { files: readonly StoredFile[]; size?: number }) => {
  if (files.length === 0) return null;
  const photos = files.filter((file) => file.kind === "photo");
  const videos = files.filter((file) => file.kind === "video");
  return (
    <div className="gallery">
      <Image.PreviewGroup>
        {photos.map((photo, index) => (
          <Image
            key={photo.id}
            width={size}
            height={size}
            alt={`照片 ${index + 1}`}
            src={photo.thumbUrl ?? photo.url}
            preview={{ src: photo.url }}
          />
        ))}
      </Image.PreviewGroup>
      {videos.map((video) => (
        // biome-ignore lint/a11y/useMediaCaption: residents' videos have no captions
        <video
          key={video.id}
          src={video.url}
          poster={video.thumbUrl ?? undefined}
          controls
          preload="metadata"
          height={size * 1.6}
        />
      ))}
    </div>
  );
};
