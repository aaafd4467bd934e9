/** UUIDv7 (RFC 9562): sortable by time, made by the server. */
import { randomBytes } from "node:crypto";

let lastMillisecond = 0;
let sequence = 0;

/** Ids made in one process ascend even within a millisecond: the 12 bits after the version count up. */
export const newId = (now: number = Date.now()): string => {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    sequence = randomBytes(1).readUInt8(0);
  } else if (++sequence > 0xfff) {
    lastMillisecond += 1;
    sequence = 0;
  }
  const bytes = randomBytes(16);
  bytes.writeUIntBE(lastMillisecond, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
