/** Stories on a terminal, a line for each step. */
import type { ComparedFigure } from "./figures.ts";
import type { Progress, ReplayedStory } from "./replay.ts";
import type { Listener, ToldStep, ToldStory } from "./tell.ts";

type Write = (line: string) => void;

const paint = (code: number) => (text: string) => (process.stdout.isTTY ? `\u001B[${code}m${text}\u001B[0m` : text);
const red = paint(31);
const green = paint(32);
const bold = paint(1);

const mark = (ok: boolean): string => (ok ? green("✓") : red("✗"));
const coloured = (ok: boolean, text: string): string => (ok ? text : red(text));

export const stepLine = ({ at, who, ok, text }: ToldStep): string =>
  `  ${mark(ok)} ${at}  ${who}  ${coloured(ok, text)}`;

export const figureLine = ({ label, metric, wanted, counted, ok }: ComparedFigure): string => {
  const seen = counted === undefined ? "没有这个数" : String(counted);
  return `  ${mark(ok)} 数据  ${label}（${metric}）  ${coloured(ok, ok ? seen : `应为 ${wanted}，统计为 ${seen}`)}`;
};

export const listener = (write: Write): Listener => ({
  story: ({ pack }, { id, title }) => write(bold(`\n${pack.name} · ${title}（${pack.id}/${id}）`)),
  step: (step) => write(stepLine(step)),
  figure: (figure) => write(figureLine(figure)),
});

export const silent: Listener = { story: () => {}, step: () => {}, figure: () => {} };

export const summary = (told: readonly ToldStory[], seconds: number): string => {
  const bad = told.filter(({ ok }) => !ok);
  const steps = told.reduce((sum, { steps }) => sum + steps.length, 0);
  const head = `\n${told.length} 个故事，${steps} 步，${seconds.toFixed(1)} 秒`;
  return bad.length === 0
    ? `${head}，${green("全部如实")}`
    : `${head}，${red(`${bad.length} 个不符：${bad.map(({ place, story }) => `${place}/${story}`).join("、")}`)}`;
};

/** Wide characters take two columns. */
const width = (text: string): number => [...text].reduce((sum, one) => sum + (/[⺀-￦]/.test(one) ? 2 : 1), 0);
const padded = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)));

/** Metric, the article's figure, what was counted, whether they agree. */
export const figureTable = (figures: readonly ComparedFigure[]): string[] => {
  const rows = [
    ["指标", "报道", "统计", ""],
    ...figures.map(({ label, metric, wanted, counted, ok }) => [
      `${label}（${metric}）`,
      String(wanted),
      counted === undefined ? "—" : String(counted),
      ok ? "✓" : "✗",
    ]),
  ];
  const columns = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => width(row[i] ?? ""))));
  return rows.map((row, i) => {
    const line = `  ${row.map((cell, j) => padded(cell, columns[j] ?? 0)).join("  ")}`;
    return i === 0 || figures[i - 1]?.ok ? line : red(line);
  });
};

export const replayLines = (replayed: readonly ReplayedStory[]): string[] =>
  replayed.flatMap(({ story, episodes, failed, firstFailures, skippedNodes }) => [
    `  ${mark(failed === 0)} ${story}  ${episodes} 次${skippedNodes > 0 ? `（没有用到 ${skippedNodes} 个不需要或缺角色的节点）` : ""}${
      failed > 0 ? red(`，${failed} 次不符`) : ""
    }`,
    ...firstFailures.map((text) => red(`      ${text}`)),
  ]);

/** On one line of a terminal, or now and then in a log; on the error stream, so that JSON stays JSON. */
export const progressLine = (): ((progress: Progress) => void) => {
  const { stderr } = process;
  const everyMs = stderr.isTTY ? 250 : 10_000;
  let last = Date.now();
  return ({ done, total, seconds, at }) => {
    const now = Date.now();
    if (done < total && now - last < everyMs) return;
    last = now;
    const rate = done / Math.max(seconds, 0.001);
    const left = Math.ceil((total - done) / Math.max(rate, 0.001));
    const text = `  演到 ${at}  ${done}/${total}  每秒 ${rate.toFixed(1)} 次  还要约 ${left} 秒`;
    stderr.write(stderr.isTTY ? `\r${text}   ${done === total ? "\n" : ""}` : `${text}\n`);
  };
};
