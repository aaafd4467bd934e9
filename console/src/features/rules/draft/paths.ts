/** Reading and changing one place of a draft, which may have any shape. A path is written as the check writes it. */
export type Key = string | number;
export type Path = readonly Key[];
export type Bag = Readonly<Record<string, unknown>>;

export const isBag = (value: unknown): value is Bag =>
  value !== null && typeof value === "object" && !Array.isArray(value);
export const bagOf = (value: unknown): Bag => (isBag(value) ? value : {});
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

export const pathText = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? key : `${text}.${key}`;
  }, "");

export const keysOf = (text: string): Path =>
  [...text.matchAll(/([^.[\]]+)|\[(\d+)\]/g)].map(([, name, index]) =>
    index === undefined ? (name ?? "") : Number(index),
  );

const childOf = (value: unknown, key: Key): unknown => {
  if (typeof key === "number") return listOf(value)[key];
  return isBag(value) && Object.hasOwn(value, key) ? value[key] : undefined;
};

export const getAt = (content: unknown, path: Path): unknown => path.reduce(childOf, content);

/** Everything off the path stays the same object. Undefined takes the member away. */
export const setAt = (content: unknown, path: Path, value: unknown): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = setAt(childOf(content, key), rest, value);
  if (typeof key === "number") return listOf(content).map((one, i) => (i === key ? inner : one));
  const { [key]: _old, ...others } = bagOf(content);
  if (inner === undefined) return others;
  return Object.hasOwn(bagOf(content), key) ? { ...bagOf(content), [key]: inner } : { ...others, [key]: inner };
};

export const isUnder = (path: string, above: string): boolean =>
  path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);

export const without = (list: readonly unknown[], index: number): unknown[] => list.filter((_, i) => i !== index);

export const swapped = (list: readonly unknown[], index: number, by: 1 | -1): unknown[] => {
  const other = index + by;
  if (other < 0 || other >= list.length) return [...list];
  return list.map((one, i) => (i === index ? list[other] : i === other ? list[index] : one));
};

/** The first of name1, name2 … that is not taken. */
export const freeName = (prefix: string, taken: readonly string[]): string => {
  let n = 1;
  while (taken.includes(`${prefix}${n}`)) n++;
  return `${prefix}${n}`;
};
