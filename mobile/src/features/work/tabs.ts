/** The lists of someone who takes cases. What is still to be taken is told by nobody handling it, not by a state's name. */
import type { CaseFilter, CaseSummary } from "@ginkgo/shared/api/cases.ts";

export interface Tab {
  readonly name: "offered" | "mine" | "team";
  readonly label: string;
  readonly box: CaseFilter["box"];
  readonly count: "mine" | "team" | undefined;
  readonly holds: (item: CaseSummary) => boolean;
  readonly empty: string;
  readonly hint?: string;
}

const all = () => true;

export const tabs: readonly [Tab, ...Tab[]] = [
  {
    name: "offered",
    label: "待接单",
    box: "team",
    count: undefined,
    holds: (item) => item.handler === null,
    empty: "现在没有要接的单",
    hint: "有新的单派来，会马上通知您。",
  },
  {
    name: "mine",
    label: "进行中",
    box: "mine",
    count: "mine",
    holds: all,
    empty: "手上没有正在办的事",
    hint: "接单以后会出现在这里。",
  },
  { name: "team", label: "全队的", box: "team", count: "team", holds: all, empty: "队里没有正在办的事" },
];
