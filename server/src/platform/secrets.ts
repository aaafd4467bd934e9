/** Keys made on first start and kept in the data folder, readable by its owner only. */
import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Secrets = z.strictObject({ master: z.string().regex(/^[0-9a-f]{64}$/), databasePassword: z.string().min(16) });
export type Secrets = z.infer<typeof Secrets>;

export const loadSecrets = (dataDir: string): Secrets => {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "secrets.json");
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT")
      throw new Error(`${file} cannot be read; restore it from a backup: ${String(error)}`);
  }
  const secrets = { master: randomBytes(32).toString("hex"), databasePassword: randomBytes(18).toString("base64url") };
  // "wx": two servers starting at once must not each make their own.
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600, flag: "wx" });
  return secrets;
};

/** One key per purpose, derived from the master, so that none is used for two things. */
export const deriveKey = (secrets: Secrets, purpose: string): Buffer =>
  createHmac("sha256", Buffer.from(secrets.master, "hex")).update(purpose).digest();
