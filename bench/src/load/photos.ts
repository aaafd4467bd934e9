/** Photos for the completion of cases: tiny, because the work on a big picture is not what is measured. */
import sharp from "sharp";
import { CallFailed, type HttpClient } from "./http.ts";

const boundary = "ginkgo-bench-7f1c";

/** A multipart body with one JPEG. */
export const makePhotoBody = async (): Promise<Buffer> => {
  const jpeg = await sharp({ create: { width: 32, height: 24, channels: 3, background: "#6a8f5f" } })
    .jpeg()
    .toBuffer();
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), jpeg, Buffer.from(`\r\n--${boundary}--\r\n`)]);
};

/** Uploads it and answers the stored file's id. */
export const uploadPhoto = async (http: HttpClient, body: Buffer, token: string): Promise<string> => {
  const answer = await http.upload("/api/v1/files", body, `multipart/form-data; boundary=${boundary}`, token);
  if (answer.status !== 200) throw new CallFailed("POST /api/v1/files", answer);
  return (JSON.parse(answer.text) as { id: string }).id;
};
