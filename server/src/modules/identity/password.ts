/** argon2id with the parameters OWASP recommends (19 MiB, 2 passes, 1 lane). */
import { hash, verify } from "@node-rs/argon2";

const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, settings);

let decoy: Promise<string> | undefined;

/** An unknown account takes as long as a wrong password, so that phones cannot be probed. */
export const verifyPassword = async (stored: string | null | undefined, password: string): Promise<boolean> => {
  decoy ??= hashPassword("nobody has this password");
  const right = await verify(stored ?? (await decoy), password);
  return stored ? right : false;
};
