/** What the place's figures say, asked as someone who may read them all, beside what is expected. */
import { figuresApi } from "@ginkgo/shared/api/figures.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import type { Ground } from "./ground.ts";
import { Unresolved } from "./parts.ts";
import { day, dayText } from "./times.ts";
import type { PlayedStage } from "./world.ts";

export interface ComparedFigure {
  readonly metric: string;
  readonly label: string;
  readonly wanted: number;
  readonly counted: number | undefined;
  readonly ok: boolean;
}

const rootOf = (pack: Pack, ground: Ground) => {
  const tier = Object.keys(pack.tiers).find((name) => pack.tiers[name]?.as === "root") ?? "";
  const root = ground.nodesOf(tier)[0];
  if (!root) throw new Unresolved("区域树没有根");
  return root;
};

const readerOf = ({ pack, ground }: PlayedStage): { phone: string; root: string } => {
  const root = rootOf(pack, ground);
  const roles = Object.keys(pack.roles).filter((name) => pack.roles[name]?.rights.includes("figures.read"));
  const reader = roles.flatMap((role) => ground.holders(role, root.key))[0];
  if (!reader) throw new Unresolved(`“${root.name}”没有人能看数据（figures.read）`);
  return { phone: reader.phone, root: root.code ?? root.key };
};

export type Figures = Readonly<Record<string, number>>;

/** Further ahead no figures are asked for at once. */
const longestDays = 3 * 365;

/** Every metric of the place, over all that was submitted from that moment on. */
export const readFigures = async (stage: PlayedStage, from: Date): Promise<Figures> => {
  const { phone, root } = readerOf(stage);
  const { totals } = await stage.seats.of(phone, "console").call(figuresApi.figures, {
    under: stage.nodeId(root),
    from: dayText(from),
    to: dayText(new Date(from.getTime() + longestDays * day)),
  });
  return totals.values;
};

const isOfNow = (pack: Pack, metric: string): boolean => {
  const what = pack.metrics[metric]?.count.what;
  return what === "nodes" || what === "posts";
};

/** What has been added since `before`; nodes and posts are what they are now. */
export const compareFigures = (pack: Pack, before: Figures, after: Figures, wanted: Figures): ComparedFigure[] =>
  Object.entries(wanted).map(([metric, value]) => {
    const now = after[metric];
    const counted = now === undefined || isOfNow(pack, metric) ? now : now - (before[metric] ?? 0);
    const label = pack.metrics[metric]?.label ?? "没有这个指标";
    return { metric, label, wanted: value, counted, ok: counted === value };
  });
