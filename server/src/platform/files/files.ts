/** Stored files: rows, signed links, upload and download routes. Who may see a subject may see its files, through its links. */
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { StoredFile } from "@ginkgo/shared/api/files.ts";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Sealer } from "../crypto.ts";
import type { Database, Tx } from "../db/database.ts";
import { resolveActor, type SessionPort, signedOut } from "../http/mount.ts";
import { newId } from "../ids.ts";
import { Refusal } from "../problem.ts";
import { type FileStore, prepareUpload } from "./store.ts";

const linkHours = 12;
/** A photo that no case names within a day belongs to nothing. */
const looseHours = 24;
/** Per account and day: enough for any patrol, not for a file host. */
const uploadsPerDay = 300;

interface FileRow {
  readonly id: string;
  readonly kind: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
}

export interface FilesDeps<Actor> {
  readonly db: Database;
  readonly store: FileStore;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly sessions: SessionPort<Actor>;
  readonly tenantOf: (actor: Actor) => string;
}

export interface Files {
  /** Checks, re-encodes and keeps an upload; it belongs to its owner until a case takes it up. */
  store(tenant: string, ownerId: string, input: Buffer): Promise<StoredFile>;
  viewsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, StoredFile>>;
  /** The files of many subjects at once, in the order they came. */
  ofSubjects(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, StoredFile[]>>;
  routes(app: FastifyInstance): void;
  /** Deletes uploads that no case has taken up. Answers how many. */
  sweep(tenant: string): Promise<number>;
}

const notThere = () => new Refusal("not-found", "文件不存在或链接已过期，请刷新页面后再看。");

/** One `bytes=a-b` range, as players ask for it. */
const rangeOf = (header: string | undefined, size: number): { start: number; end: number } | undefined => {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header ?? "");
  if (!match) return undefined;
  const start = Number(match[1]);
  const end = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return start <= end ? { start, end } : undefined;
};

export const createFiles = <Actor>({ db, store, sealer, clock, sessions, tenantOf }: FilesDeps<Actor>): Files => {
  const link = (tenant: string, id: string, size: "full" | "thumb"): string => {
    // Rounded up to the hour, so that a page asked for twice shows the same address and the browser keeps the picture.
    const expires = (Math.ceil(clock.now().getTime() / 3_600_000) + linkHours) * 3600;
    return `/api/v1/files/${id}?tenant=${tenant}&size=${size}&expires=${expires}&signature=${sealer.sign(`${tenant}/${id}/${size}/${expires}`)}`;
  };

  const view = (tenant: string, row: FileRow): StoredFile => ({
    id: row.id,
    kind: row.kind as StoredFile["kind"],
    url: link(tenant, row.id, "full"),
    thumbUrl: row.kind === "photo" ? link(tenant, row.id, "thumb") : null,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
  });

  const save = async (tenant: string, owner: string, input: Buffer): Promise<StoredFile> => {
    const prepared = await prepareUpload(input);
    const id = newId();
    const row = {
      id,
      kind: prepared.kind,
      bytes: prepared.body.length,
      width: prepared.width,
      height: prepared.height,
    };
    // The file first: a row whose file is missing would be a broken picture, a file without a row is swept.
    await store.put(tenant, id, prepared);
    await db.inTenant(tenant, async (tx) => {
      const since = new Date(clock.now().getTime() - 86_400_000);
      const { count } = await tx.sql
        .selectFrom("files")
        .select(sql<number>`count(*)`.as("count"))
        .where("tenant_id", "=", tenant)
        .where("owner_id", "=", owner)
        .where("created_at", ">", since)
        .executeTakeFirstOrThrow();
      if (count >= uploadsPerDay)
        throw new Refusal("too-many-requests", "今天上传的文件太多了，请明天再试。", { retryAfter: 3600 });
      await tx.sql
        .insertInto("files")
        .values({ ...row, tenant_id: tenant, owner_id: owner, mime: prepared.mime, created_at: clock.now() })
        .execute();
    });
    return view(tenant, row);
  };

  const upload = (app: FastifyInstance) =>
    app.post("/api/v1/files", async (request) => {
      const actor = await resolveActor(request, sessions);
      if (!actor) throw signedOut();
      if (!request.isMultipart())
        throw new Refusal("unsupported-file", "请用表单（multipart/form-data）的 file 字段上传文件。");
      const part = await request.file();
      if (!part)
        throw new Refusal("invalid-input", "没有收到文件，请选择照片或视频后再上传。", {
          errors: [{ path: "file", message: "缺少文件" }],
        });
      return save(tenantOf(actor), sessions.accountIdOf(actor), await part.toBuffer());
    });

  const download = (app: FastifyInstance) =>
    app.get<{ Params: { fileId: string }; Querystring: Record<string, string | undefined> }>(
      "/api/v1/files/:fileId",
      async (request, reply) => {
        const { tenant = "", size = "", expires = "", signature = "" } = request.query;
        const { fileId } = request.params;
        const valid =
          (size === "full" || size === "thumb") &&
          Number(expires) * 1000 > clock.now().getTime() &&
          sealer.verify(`${tenant}/${fileId}/${size}/${expires}`, signature);
        if (!valid) throw notThere();
        const row = await db.inTenant(tenant, (tx) =>
          tx.sql
            .selectFrom("files")
            .select(["mime", "kind"])
            .where("tenant_id", "=", tenant)
            .where("id", "=", fileId)
            .executeTakeFirst(),
        );
        if (!row) throw notThere();
        reply
          .header("cache-control", "private, max-age=43200")
          .header("content-disposition", row.kind === "document" ? 'attachment; filename="document.pdf"' : "inline")
          .header("content-security-policy", "default-src 'none'; sandbox");
        if (size === "thumb" || row.kind === "photo") {
          const body = await store.read(tenant, fileId, size);
          if (!body) throw notThere();
          return reply.type(size === "thumb" ? "image/webp" : row.mime).send(body);
        }
        const path = await store.path(tenant, fileId);
        if (!path) throw notThere();
        const { size: bytes } = await stat(path);
        const range = rangeOf(request.headers.range, bytes);
        reply.type(row.mime).header("accept-ranges", "bytes");
        if (!range) return reply.header("content-length", bytes).send(createReadStream(path));
        return reply
          .code(206)
          .header("content-range", `bytes ${range.start}-${range.end}/${bytes}`)
          .header("content-length", range.end - range.start + 1)
          .send(createReadStream(path, range));
      },
    );

  return {
    store: save,
    viewsOf: async (tx, ids) => {
      if (ids.length === 0) return new Map();
      const rows = await tx.sql
        .selectFrom("files")
        .select(["id", "kind", "bytes", "width", "height"])
        .where("tenant_id", "=", tx.tenant)
        .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
        .execute();
      return new Map(rows.map((row) => [row.id, view(tx.tenant, row)]));
    },
    ofSubjects: async (tx, subjectIds) => {
      if (subjectIds.length === 0) return new Map();
      const rows = await tx.sql
        .selectFrom("files")
        .select(["id", "kind", "bytes", "width", "height", "subject_id"])
        .where("tenant_id", "=", tx.tenant)
        .where("subject_id", "=", sql<string>`any(${[...subjectIds]}::uuid[])`)
        .orderBy("id")
        .execute();
      const bySubject = Map.groupBy(rows, ({ subject_id }) => subject_id ?? "");
      return new Map([...bySubject].map(([id, files]) => [id, files.map((row) => view(tx.tenant, row))]));
    },
    routes: (app) => {
      upload(app);
      download(app);
    },
    sweep: async (tenant) => {
      const before = new Date(clock.now().getTime() - looseHours * 3_600_000);
      const rows = await db.inTenant(tenant, (tx) =>
        tx.sql
          .deleteFrom("files")
          .where("tenant_id", "=", tenant)
          .where("subject_id", "is", null)
          .where("created_at", "<", before)
          .returning("id")
          .execute(),
      );
      for (const { id } of rows) await store.remove(tenant, id);
      return rows.length;
    },
  };
};
