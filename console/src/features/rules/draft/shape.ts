import { Pack } from "@ginkgo/shared/pack/schema.ts";

const known = new WeakMap<object, Pack | null>();

/** The draft as a pack with its defaults filled in; null while it has not the shape of one. */
export const packOf = (content: unknown): Pack | null => {
  if (content === null || typeof content !== "object") return null;
  const before = known.get(content);
  if (before !== undefined) return before;
  const parsed = Pack.safeParse(content);
  const pack = parsed.success ? parsed.data : null;
  known.set(content, pack);
  return pack;
};
