/** Shapes that several modules' endpoints share. */
import { z } from "zod";

export const Id = z.uuid();
export const TenantId = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[a-z0-9-]+$/);
/** Mainland mobile number. */
export const Phone = z.string().regex(/^1[3-9]\d{9}$/, "请填写 11 位手机号");
/** A person's name: at least one letter or character, not blanks alone. */
export const PersonName = z
  .string()
  .min(1, "请填写姓名")
  .max(30, "最多 30 个字")
  .regex(/[\p{L}\p{N}]/u, "请填写姓名");
/** Longitude and latitude, WGS-84. */
export const Lng = z.number().min(-180).max(180);
export const Lat = z.number().min(-90).max(90);
/** In a query they are text first; their limits must stand on the number that is read, or nothing checks them. */
export const LngInQuery = z.coerce.number().min(-180).max(180);
export const LatInQuery = z.coerce.number().min(-90).max(90);
export const Position = z.tuple([Lng, Lat]);
export type Position = z.infer<typeof Position>;
export const Instant = z.iso.datetime({ offset: true });

/** Keyset paging: pass `cursor` from the last page back; `null` means there is no further page. */
export const Paging = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A node named for people: who may be below what stands in the pack. */
export const NodeRef = z.object({ id: Id, name: z.string(), tier: z.string() });
export type NodeRef = z.infer<typeof NodeRef>;

export const Done = z.object({ done: z.literal(true) });
