/** Figures: every condition refers to something there is, so that a figure is not silently nought. */
import { matterFacts, matterUses } from "../matters.ts";
import type { Metric, Pack } from "../schema.ts";
import { statesOf, workflowOfCategory } from "../states.ts";
import type { Condition, Workflow } from "../workflow.ts";
import { checkAsking, checkNumberFact, type Facts, factsOfAll } from "./facts.ts";
import { choices, own, type Report, reportTwice } from "./problem.ts";

const checkNames = (
  names: readonly string[],
  known: readonly string[],
  rule: string,
  what: string,
  path: string,
  report: Report,
): void => {
  names.forEach((name, i) => {
    if (!known.includes(name))
      report(`${path}.anyOf[${i}]`, rule, `没有“${name}”这个${what}`, `改成：${choices(known)}`);
  });
};

/** The workflows whose cases can meet all the conditions. */
const workflowsMeant = (pack: Pack, when: readonly Condition[]): Workflow[] => {
  const allowed = (id: string) =>
    when.every((one) => {
      if (one.name === "workflow") return one.anyOf.includes(id);
      if (one.name === "category") return one.anyOf.some((category) => workflowOfCategory(pack, category) === id);
      return true;
    });
  return Object.entries(pack.workflows)
    .filter(([id]) => allowed(id))
    .map(([, workflow]) => workflow);
};

const checkCondition = (
  pack: Pack,
  condition: Condition,
  workflows: readonly Workflow[],
  facts: Facts,
  path: string,
  report: Report,
): void => {
  switch (condition.name) {
    case "workflow":
      checkNames(condition.anyOf, Object.keys(pack.workflows), "metric-workflow", "流程", path, report);
      return;
    case "category": {
      const ids = pack.categories.map(({ id }) => id);
      checkNames(condition.anyOf, ids, "metric-category", "类别", path, report);
      return;
    }
    case "kind": {
      const ids = pack.kinds.map(({ id }) => id);
      checkNames(condition.anyOf, ids, "metric-kind", "性质", path, report);
      return;
    }
    case "in": {
      const states = workflows.flatMap((workflow) => [...statesOf(workflow).keys()]);
      checkNames(condition.anyOf, states, "metric-state", "状态", path, report);
      return;
    }
    case "ended":
      return;
    default:
      checkAsking(pack, facts, condition, path, report);
  }
};

const checkConditions = (pack: Pack, when: readonly Condition[], path: string, report: Report): Facts => {
  const workflows = workflowsMeant(pack, when);
  // Unknown workflows or categories are reported by themselves; nothing is said about facts of none.
  const meant = workflows.length > 0 ? workflows : Object.values(pack.workflows);
  const facts = factsOfAll(meant);
  when.forEach((condition, i) => {
    checkCondition(pack, condition, meant, facts, `${path}.when[${i}]`, report);
  });
  return facts;
};

const checkNodes = (
  pack: Pack,
  tiers: readonly string[],
  kind: string | undefined,
  path: string,
  report: Report,
): void => {
  tiers.forEach((tier, i) => {
    const mend = `改成已有的层级：${choices(Object.keys(pack.tiers))}`;
    if (!own(pack.tiers, tier)) report(`${path}.tiers[${i}]`, "metric-tier", `没有“${tier}”这个层级`, mend);
  });
  if (kind === undefined) return;
  const kinds = tiers.flatMap((tier) => Object.keys(own(pack.tiers, tier)?.kinds ?? {}));
  if (!kinds.includes(kind))
    report(`${path}.kind`, "metric-node-kind", `这些层级没有“${kind}”这个类型`, `改成：${choices(kinds)}`);
};

type Matters = Extract<Metric["count"], { what: "matters" }>;

/** Only what its own workflows can come to; a category or a workflow of cases is none of them. */
const checkMatters = (pack: Pack, count: Matters, path: string, report: Report): void => {
  const uses = matterUses(pack).filter(({ type }) => type === count.type);
  count.kinds.forEach((kind, i) => {
    if (!uses.some((use) => use.kind === kind))
      report(
        `${path}.kinds[${i}]`,
        "metric-matter-kind",
        `没有“${kind}”这一种`,
        `改成：${choices(uses.map((use) => use.kind))}`,
      );
  });
  const meant = uses
    .filter(({ kind }) => count.kinds.length === 0 || count.kinds.includes(kind))
    .flatMap(({ workflow }) => own(pack.workflows, workflow) ?? []);
  const facts = new Map([...factsOfAll(meant), ...engineFacts]);
  count.when.forEach((condition, i) => {
    if (condition.name === "category" || condition.name === "kind")
      report(`${path}.when[${i}]`, "metric-matter", "这里没有诉求的类别和性质", "改用 kinds、in 或要素");
    else checkCondition(pack, condition, meant, facts, `${path}.when[${i}]`, report);
  });
  if (count.sum !== undefined) checkNumberFact(facts, count.sum, `${path}.sum`, report);
  if (count.sum !== undefined && count.distinct !== undefined)
    report(`${path}.distinct`, "metric-matter", "sum 和 distinct 只能写一个", "去掉一个");
};

/** What the engine itself keeps of a matter: who was there, for how long, how many places were taken. */
const engineFacts: Facts = new Map(matterFacts.map((fact) => [fact, [{ from: "count" }]] as const));

const checkMetric = (pack: Pack, { count }: Metric, path: string, report: Report): void => {
  switch (count.what) {
    case "cases":
      checkConditions(pack, count.when, path, report);
      return;
    case "sum": {
      const facts = checkConditions(pack, count.when, path, report);
      checkNumberFact(facts, count.fact, `${path}.fact`, report);
      return;
    }
    case "matters":
      checkMatters(pack, count, path, report);
      return;
    case "records":
      return;
    case "nodes":
      checkNodes(pack, count.tiers, count.kind, path, report);
      return;
    case "posts":
      if (!own(pack.roles, count.role))
        report(
          `${path}.role`,
          "metric-role",
          `没有“${count.role}”这个角色`,
          `改成已有的角色：${choices(Object.keys(pack.roles))}`,
        );
  }
};

const checkRates = (pack: Pack, report: Report): void => {
  const ofCases = Object.entries(pack.metrics)
    .filter(([, { count }]) => count.what === "cases")
    .map(([id]) => id);
  const needs = (path: string, metric: string) => {
    if (ofCases.includes(metric)) return;
    const why = own(pack.metrics, metric) ? `“${metric}”不是数诉求的指标，不能算比率` : `没有“${metric}”这个指标`;
    report(path, "rate-metric", why, `改成数诉求的指标：${choices(ofCases)}`);
  };
  pack.rates.forEach(({ counts, of, excludes }, i) => {
    needs(`rates[${i}].counts`, counts);
    needs(`rates[${i}].of`, of);
    excludes.forEach((metric, j) => {
      needs(`rates[${i}].excludes[${j}]`, metric);
    });
  });
};

const checkIndicators = (pack: Pack, report: Report): void => {
  const rates = pack.rates.map(({ id }) => id);
  pack.indicators.forEach(({ source }, i) => {
    const path = `indicators[${i}].source`;
    if (source.from === "metric" && !own(pack.metrics, source.metric)) {
      const mend = `改成已有的指标：${choices(Object.keys(pack.metrics))}`;
      report(`${path}.metric`, "indicator-metric", `没有“${source.metric}”这个指标`, mend);
    }
    if (source.from === "rate" && !rates.includes(source.rate))
      report(`${path}.rate`, "indicator-rate", `没有“${source.rate}”这个比率`, `改成已有的比率：${choices(rates)}`);
  });
};

export const checkFigures = (pack: Pack, report: Report): void => {
  for (const [id, metric] of Object.entries(pack.metrics)) checkMetric(pack, metric, `metrics.${id}.count`, report);
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  reportTwice(ids(pack.rates), "rate-twice", "比率", (i) => `rates[${i}].id`, report);
  reportTwice(ids(pack.indicators), "indicator-twice", "考核项", (i) => `indicators[${i}].id`, report);
  checkRates(pack, report);
  checkIndicators(pack, report);
};
