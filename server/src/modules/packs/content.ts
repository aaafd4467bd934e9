/** A pack as text in the database and as JSON from outside. */
import { Pack } from "@ginkgo/shared/pack/schema.ts";
import { currentFormat, upgradePack } from "@ginkgo/shared/pack/upgrade.ts";
import { sha256 } from "../../platform/crypto.ts";
import { invalid } from "../../platform/problem.ts";

export type Json = Readonly<Record<string, unknown>>;

/** Kept as text inside the document: the order of keys is meaning in a pack (buttons, menus), and jsonb loses it. */
export const storable = (content: unknown): string => JSON.stringify({ text: JSON.stringify(content) });

export const hashOf = (pack: Pack): string => sha256(JSON.stringify(pack)).toString("hex");

export const readPack = (text: string): Pack => Pack.parse(upgradePack(JSON.parse(text) as Json));

const deepest = 40;
const longest = 5000;

/** Asked without recursion: depth is just what may be wrong. A list this long would also hold up the checks. */
const isOutsized = (content: unknown): boolean => {
  let level: unknown[] = [content];
  for (let depth = 0; level.length > 0; depth++) {
    const inner = level.map((one) => (one !== null && typeof one === "object" ? Object.values(one) : []));
    if (depth > deepest || inner.some(({ length }) => length > longest)) return true;
    level = inner.flat();
  }
  return false;
};

/** What no pack can hold, sound or not. */
export const checkStorable = (content: Json): void => {
  if (isOutsized(content)) throw invalid("content", "内容嵌套太深或列表太长，不像一个地方包，请检查后重试。");
  // Not valid text, or a NUL: JSON.stringify writes both as escapes.
  if (/(^|[^\\])(\\\\)*\\u(0000|d[89a-f])/.test(JSON.stringify(content)))
    throw invalid("content", "文字里有无法保存的特殊字符，请删除后重新填写。");
};

/** A file of an earlier format in today's, with the format it came in. */
export const upgraded = (content: Json): { content: Json; from: number | null } => {
  const format = content.formatVersion;
  if (format === currentFormat) return { content, from: null };
  if (typeof format !== "number" || !Number.isInteger(format) || format < 1 || format > currentFormat)
    throw invalid(
      "content.formatVersion",
      `无法识别这个文件的格式（formatVersion 应为 1 到 ${currentFormat} 的整数），请选择由本系统导出的地方包文件。`,
    );
  return { content: upgradePack(content), from: format };
};
