/** Names for the sub-cases a step has opened, by the bodies they went to. */
import type { CaseView } from "@ginkgo/shared/api/cases.ts";
import type { Episode } from "./episode.ts";
import { Unresolved } from "./parts.ts";

type Child = CaseView["children"][number];

/** A body may be written as `@key`, as its key or code, or by its name. */
const bodyName = (episode: Episode, text: string): string => {
  try {
    return episode.nodeName(text.startsWith("@") ? text : `@${text}`);
  } catch (error) {
    if (error instanceof Unresolved) return text;
    throw error;
  }
};

/**
 * Either side of an entry may be the body. Answers the bodies to which nothing new went; versions are found out when the
 * sub-case is opened.
 */
export const nameSubCases = (
  episode: Episode,
  children: readonly Child[],
  opens: Readonly<Record<string, string>>,
): string[] => {
  const missing: string[] = [];
  for (const [left, right] of Object.entries(opens)) {
    const fresh = children.filter(({ id }) => !episode.isNamed(id));
    const wentTo = (body: string) => fresh.find(({ assignedTo }) => assignedTo === bodyName(episode, body));
    const [byRight, byLeft] = [wentTo(right), wentTo(left)];
    if (byRight) episode.know(left, { ...byRight, version: 1 });
    else if (byLeft) episode.know(right, { ...byLeft, version: 1 });
    else
      missing.push(
        `${left}：${right}（看到 ${children.map(({ assignedTo }) => assignedTo ?? "—").join("、") || "无"}）`,
      );
  }
  return missing;
};
