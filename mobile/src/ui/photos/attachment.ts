/** A photo or video on its way: kept as bytes on the phone until the server has it. */
import { newKey } from "@ginkgo/shared/api/client.ts";
import { maxPhotoBytes, maxVideoBytes } from "@ginkgo/shared/api/files.ts";
import { problemOf, upload } from "../net/client.ts";

export interface Attachment {
  readonly key: string;
  readonly name: string;
  readonly kind: "photo" | "video";
  readonly blob: Blob;
  /** The server's id, once it is there. */
  readonly fileId?: string;
  /** Why the upload failed, in words that can be shown. */
  readonly problem?: string;
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** Longest side a photo keeps: sharp enough to read a house number, light enough for a village's network. */
const maxSide = 2560;
const shrinkAbove = 2 * 1024 * 1024;

/** What the server takes as it is. */
const accepted = ["image/jpeg", "image/png", "image/webp"];

const shrink = async (photo: Blob, always = false): Promise<Blob> => {
  const bitmap = await createImageBitmap(photo);
  const scale = Math.min(1, maxSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.86));
  if (always && !small) throw new Error("cannot be drawn");
  return small && (always || small.size < photo.size) ? small : photo;
};

/** Makes an attachment of a chosen file; refuses with words that say what to do. */
export const attach = async (file: File): Promise<Attachment | { readonly refused: string }> => {
  const kind = file.type.startsWith("video/") ? "video" : "photo";
  if (kind === "photo" && file.type && !file.type.startsWith("image/"))
    return { refused: `“${file.name}”不是照片或视频，不能发送。` };
  if (kind === "video" && file.size > maxVideoBytes)
    return {
      refused: `这段视频有 ${megabytes(file.size)}，最大 ${megabytes(maxVideoBytes)}。请拍短一些，一分钟以内比较合适。`,
    };
  let blob: Blob = file;
  if (kind === "photo" && !accepted.includes(file.type)) {
    // Such as HEIC: phones that make it can also draw it, and a drawing is a JPEG.
    const redrawn = await shrink(file, true).catch(() => undefined);
    if (!redrawn) return { refused: `“${file.name}”这种格式打不开，请换一张，或用相机重新拍。` };
    blob = redrawn;
  } else if (kind === "photo" && file.size > shrinkAbove) blob = await shrink(file).catch(() => file);
  if (kind === "photo" && blob.size > maxPhotoBytes)
    return {
      refused: `这张照片有 ${megabytes(blob.size)}，最大 ${megabytes(maxPhotoBytes)}。请换一张，或用相机重新拍。`,
    };
  // A File from the album may become unreadable later (iOS), so its bytes are copied.
  const bytes = await blob.arrayBuffer();
  return {
    key: newKey(),
    name: file.name || "照片.jpg",
    kind,
    blob: new Blob([bytes], { type: blob.type }),
  };
};

const running = new Map<string, Promise<string>>();
const progress = new Map<string, number>();
const watchers = new Set<() => void>();
const changed = () => {
  for (const watcher of watchers) watcher();
};

export const watchProgress = (watcher: () => void) => {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
};
export const progressOf = (key: string): number | undefined => progress.get(key);

/** Uploads once, however many ask: the form and the outbox may both want the same photo sent. */
export const uploaded = (one: Attachment): Promise<string> => {
  if (one.fileId) return Promise.resolve(one.fileId);
  const already = running.get(one.key);
  if (already) return already;
  const sending = upload(one.blob, one.name, (percent) => {
    progress.set(one.key, percent);
    changed();
  })
    .then((stored) => stored.id)
    .finally(() => {
      running.delete(one.key);
      progress.delete(one.key);
      changed();
    });
  running.set(one.key, sending);
  progress.set(one.key, 0);
  return sending;
};

export const uploadProblem = (error: unknown): string => problemOf(error).detail;
