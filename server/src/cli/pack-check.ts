/** `pack check [NAME] [--json]`: every problem of one pack or of all, and how far each workflow was explored. */
import { checkPack, type PackProblem } from "@ginkgo/shared/pack/check.ts";
import { type Explored, explore } from "../modules/workflow/explore.ts";
import type { Command } from "./command.ts";

/** What a place ships, as far as this command reads it. */
interface Place {
  readonly pack: { readonly id: string };
}

interface WorkflowReport extends Omit<Explored, "problems"> {
  readonly id: string;
  readonly label: string;
}

interface PackReport {
  readonly id: string;
  readonly problems: readonly PackProblem[];
  readonly workflows: readonly WorkflowReport[];
}

/** Workflows are explored once the pack is sound: the chart cannot be built from names that resolve to nothing. */
export const reportOn = (pack: Place["pack"]): PackReport => {
  const checked = checkPack(pack);
  if (!checked.ok) return { id: pack.id, problems: checked.problems, workflows: [] };
  const explored = Object.entries(checked.pack.workflows).map(([id, workflow]) => {
    const { problems, ...counts } = explore(id, workflow);
    return { problems, report: { id, label: workflow.label, ...counts } };
  });
  return {
    id: pack.id,
    problems: explored.flatMap(({ problems }) => problems),
    workflows: explored.map(({ report }) => report),
  };
};

const linesOf = ({ id, problems, workflows }: PackReport): string[] => [
  `${id}: ${problems.length === 0 ? "没有问题" : `${problems.length} 个问题`}`,
  ...problems.flatMap(({ path, rule, message, mend }) => [`  ${path}`, `    ${message}。${mend}。 [${rule}]`]),
  ...workflows.map(
    (one) =>
      `  流程 ${one.id}（${one.label}）：${one.states} 个状态，${one.steps} 个操作，${one.configurations} 种站位，最远 ${one.longest} 步`,
  ),
];

/** Answers with the exit code: 1 if there is any problem. */
export const packCheck =
  (places: readonly Place[]): Command =>
  (args, out) => {
    const json = args.includes("--json");
    const unknown = args.find((arg) => arg.startsWith("-") && arg !== "--json");
    const [name, second] = args.filter((arg) => !arg.startsWith("-"));
    if (unknown !== undefined || second !== undefined) {
      out.error(`不认识 ${unknown ?? second}；用法：pack check [NAME] [--json]`);
      return 2;
    }
    const chosen = places.filter(({ pack }) => name === undefined || pack.id === name);
    if (chosen.length === 0) {
      out.error(`没有“${name}”这个地方包；现有：${places.map(({ pack }) => pack.id).join("、")}`);
      return 1;
    }
    const reports = chosen.map(({ pack }) => reportOn(pack));
    out.print(json ? JSON.stringify(reports, null, 2) : reports.flatMap(linesOf).join("\n"));
    return reports.some(({ problems }) => problems.length > 0) ? 1 : 0;
  };
