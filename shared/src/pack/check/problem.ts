/** One thing that is wrong with a pack: where, which rule, what is wrong and how to mend it. Authors read Chinese. */
export interface PackProblem {
  readonly path: string;
  /** Stable, so that tools and documents can refer to it. */
  readonly rule: string;
  readonly message: string;
  readonly mend: string;
}

export type Report = (path: string, rule: string, message: string, mend: string) => void;

/** `categories[0].limits.vetting`, as one would write it. */
export const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return text === "" ? String(part) : `${text}.${String(part)}`;
  }, "");

/** What a pack's record holds under a name an author wrote; what every object inherits is not in it. */
export const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** Names to choose from, so that a misspelt one is mended at a glance. */
export const choices = (names: Iterable<string>): string => {
  const all = [...names];
  if (all.length === 0) return "现在一个也没有";
  return all.length > 12 ? `${all.slice(0, 12).join("、")} 等 ${all.length} 个` : all.join("、");
};

/** Reports every name that occurs a second time. */
export const reportTwice = (
  names: readonly string[],
  rule: string,
  what: string,
  pathOf: (i: number) => string,
  report: Report,
): void => {
  names.forEach((name, i) => {
    if (names.indexOf(name) < i)
      report(pathOf(i), rule, `${what}“${name}”出现了两次`, "改成另一个名字，或者删掉重复的一个");
  });
};
