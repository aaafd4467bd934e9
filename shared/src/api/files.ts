/** Photos, videos and signed papers. Uploading is multipart (`file`), so it is not an `endpoint`; see `uploadFile` in client.ts. */
import { z } from "zod";
import { Id } from "./common.ts";

export const maxPhotos = 9;
export const maxPhotoBytes = 15 * 1024 * 1024;
export const maxVideoBytes = 60 * 1024 * 1024;
/** A scanned paper as PDF. */
export const maxDocumentBytes = 20 * 1024 * 1024;

/** `url` and `thumbUrl` are signed and expire; ask for the subject again for fresh ones. */
export const StoredFile = z.object({
  id: Id,
  /** `document`: a PDF, taken only where a signed paper is asked for, and only ever downloaded. */
  kind: z.enum(["photo", "video", "document"]),
  url: z.string(),
  thumbUrl: z.string().nullable(),
  bytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
});
export type StoredFile = z.infer<typeof StoredFile>;
