/**
 * Photos, videos and PDF documents: type by content. Photos are re-encoded without their metadata, originals never kept; a
 * document is kept as it was sent.
 */
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { maxDocumentBytes, maxPhotoBytes, maxVideoBytes } from "@ginkgo/shared/api/files.ts";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { Refusal } from "../problem.ts";

export interface Prepared {
  readonly kind: "photo" | "video" | "document";
  readonly mime: string;
  readonly body: Buffer;
  readonly thumb: Buffer | null;
  readonly width: number | null;
  readonly height: number | null;
}

const photoTypes = new Set(["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"]);
const videoTypes = new Set(["video/mp4", "video/quicktime", "video/webm"]);
const documentType = "application/pdf";
const maxPixels = 100_000_000;
const maxEdge = 2560;
const thumbEdge = 320;

const unsupported = () =>
  new Refusal("unsupported-file", "只能上传照片（JPG、PNG、WebP）、视频（MP4、MOV、WebM）或 PDF 文件，请换一个文件。");
const unreadable = () => new Refusal("unsupported-file", "这张照片无法打开，可能已损坏，请重新拍摄或换一张。");

/** Turning by EXIF first, because the orientation is dropped together with position and device. */
const preparePhoto = async (input: Buffer): Promise<Prepared> => {
  if (input.length > maxPhotoBytes)
    throw new Refusal("too-large", `照片不能超过 ${maxPhotoBytes / 1024 / 1024} MB，请压缩后再上传。`);
  try {
    const image = sharp(input, { limitInputPixels: maxPixels, failOn: "error" }).rotate();
    const { data, info } = await image
      .clone()
      .resize(maxEdge, maxEdge, { fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer({ resolveWithObject: true });
    const thumb = await image.resize(thumbEdge, thumbEdge, { fit: "cover" }).webp({ quality: 70 }).toBuffer();
    return { kind: "photo", mime: "image/jpeg", body: data, thumb, width: info.width, height: info.height };
  } catch {
    throw unreadable();
  }
};

/** Nothing looks into it: it goes out as a download, never into a page. */
const prepareDocument = (input: Buffer): Prepared => {
  if (input.length > maxDocumentBytes)
    throw new Refusal("too-large", `PDF 文件不能超过 ${maxDocumentBytes / 1024 / 1024} MB，请压缩或分开扫描后再上传。`);
  return { kind: "document", mime: documentType, body: input, thumb: null, width: null, height: null };
};

export const prepareUpload = async (input: Buffer): Promise<Prepared> => {
  const type = await fileTypeFromBuffer(input);
  if (type && photoTypes.has(type.mime)) return preparePhoto(input);
  if (type?.mime === documentType) return prepareDocument(input);
  if (!type || !videoTypes.has(type.mime)) throw unsupported();
  if (input.length > maxVideoBytes)
    throw new Refusal("too-large", `视频不能超过 ${maxVideoBytes / 1024 / 1024} MB，请缩短后再上传。`);
  return { kind: "video", mime: type.mime, body: input, thumb: null, width: null, height: null };
};

export interface FileStore {
  put(tenant: string, id: string, prepared: Prepared): Promise<void>;
  read(tenant: string, id: string, size: "full" | "thumb"): Promise<Buffer | undefined>;
  path(tenant: string, id: string): Promise<string | undefined>;
  remove(tenant: string, id: string): Promise<void>;
}

/** Two levels of folders by the random end of the id, so that none grows without bound. */
export const createDiskStore = (folder: string): FileStore => {
  const pathOf = (tenant: string, id: string, size: "full" | "thumb") =>
    join(folder, tenant, id.slice(-2), id.slice(-4, -2), size === "full" ? id : `${id}.thumb`);
  const write = async (path: string, body: Buffer) => {
    await mkdir(join(path, ".."), { recursive: true });
    // Written beside and renamed: a crash never leaves half a file under the final name.
    await writeFile(`${path}.part`, body);
    await rename(`${path}.part`, path);
  };
  return {
    put: async (tenant, id, prepared) => {
      await write(pathOf(tenant, id, "full"), prepared.body);
      if (prepared.thumb) await write(pathOf(tenant, id, "thumb"), prepared.thumb);
    },
    read: (tenant, id, size) => readFile(pathOf(tenant, id, size)).catch(() => undefined),
    path: async (tenant, id) => {
      const path = pathOf(tenant, id, "full");
      return stat(path).then(
        () => path,
        () => undefined,
      );
    },
    remove: async (tenant, id) => {
      for (const size of ["full", "thumb"] as const) await rm(pathOf(tenant, id, size), { force: true });
    },
  };
};
