/** Sealing of personal fields, blind indexes to find them by, and signed links. */
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { deriveKey, type Secrets } from "./secrets.ts";

export interface Sealer {
  /** AES-256-GCM: 1 byte key version, 12 bytes nonce, 16 bytes tag, ciphertext. */
  seal(text: string): Buffer;
  open(sealed: Buffer): string;
  /** Keyed hash: equal inputs can be found without being readable. */
  index(text: string): Buffer;
  sign(text: string): string;
  verify(text: string, signature: string): boolean;
}

const keyVersion = 1;

export const createSealer = (secrets: Secrets): Sealer => {
  const sealKey = deriveKey(secrets, "seal.v1");
  const indexKey = deriveKey(secrets, "index.v1");
  const signKey = deriveKey(secrets, "sign.v1");
  const sign = (text: string) => createHmac("sha256", signKey).update(text).digest("base64url");
  return {
    seal: (text) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", sealKey, nonce);
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([Buffer.from([keyVersion]), nonce, cipher.getAuthTag(), body]);
    },
    open: (sealed) => {
      if (sealed[0] !== keyVersion) throw new Error(`sealed with unknown key version ${sealed[0]}`);
      const decipher = createDecipheriv("aes-256-gcm", sealKey, sealed.subarray(1, 13));
      decipher.setAuthTag(sealed.subarray(13, 29));
      return decipher.update(sealed.subarray(29), undefined, "utf8") + decipher.final("utf8");
    },
    index: (text) => createHmac("sha256", indexKey).update(text).digest(),
    sign,
    verify: (text, signature) => {
      const wanted = Buffer.from(sign(text));
      const given = Buffer.from(signature);
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
  };
};

export const sha256 = (text: string | Buffer): Buffer => createHash("sha256").update(text).digest();
export const newToken = (): string => randomBytes(32).toString("base64url");

/** 13912345678 → 139****5678 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
/** 张建国 → 张** ; 欧阳明 → 欧**, enough for a neighbour not to be named. */
export const maskName = (name: string): string =>
  `${[...name][0] ?? ""}${"*".repeat(Math.max(1, [...name].length - 1))}`;
