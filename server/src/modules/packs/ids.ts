import { sha256 } from "../../platform/crypto.ts";

/** Payload: the tenant whose pack has changed. Every cache of rights, tree and pack of that tenant is then dropped. */
export const packsChannel = "ginkgo_packs";

/** A tenant has one pack; its events need a subject like any other. */
export const packSubject = (tenant: string): string => {
  const hex = sha256(`pack:${tenant}`).toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
