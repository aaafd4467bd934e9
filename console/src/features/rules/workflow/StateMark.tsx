/** What a comparison says of a state. */
export type Mark = "added" | "removed" | "changed";

const words: Readonly<Record<Mark, string>> = { added: "新增", removed: "删除", changed: "有改动" };

export const StateMark = ({ mark }: { mark: Mark }) => (
  <span className={`rule-mark rule-mark-${mark}`}>{words[mark]}</span>
);
