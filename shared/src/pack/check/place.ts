/** Calendar, tiers, kinds, categories, lists and words. */
import { matterWorkflows } from "../matters.ts";
import type { Pack, Tier } from "../schema.ts";
import { statesOf, workflowOfCategory } from "../states.ts";
import { choices, own, type Report, reportTwice } from "./problem.ts";
import { checkPlaceholders } from "./tellings.ts";

const checkCalendar = ({ calendar }: Pack, report: Report): void => {
  calendar.hours.forEach(([from, to], i) => {
    const before = calendar.hours[i - 1]?.[1] ?? "00:00";
    if (from >= to || from < before)
      report(
        `calendar.hours[${i}]`,
        "hours-order",
        "工作时段的先后不对，或者互相重叠",
        "从早到晚排列，前一段结束后再开始后一段",
      );
  });
};

/** Relative luminance and contrast as WCAG 2.1 defines them. */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((i) => Number.parseInt(colour.slice(i, i + 2), 16) / 255)
    .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const leastContrast = 4.5;

/** The accent is the colour of buttons and links: white on it, and it on white, must be read by everyone. */
const checkAccent = ({ accent }: Pack, report: Report): void => {
  const contrast = 1.05 / (luminance(accent) + 0.05);
  if (contrast < leastContrast)
    report(
      "accent",
      "accent-contrast",
      `主题色与白色的对比度只有 ${contrast.toFixed(1)}，看不清`,
      `换成更深的颜色，对比度不低于 ${leastContrast}`,
    );
};

/** The tiers that can stand somewhere below a root of their tree. */
const rooted = (tiers: Readonly<Record<string, Tier>>): Set<string> => {
  const found = new Set(Object.keys(tiers).filter((id) => tiers[id]?.under.length === 0));
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [id, { under }] of Object.entries(tiers)) if (under.some((parent) => found.has(parent))) found.add(id);
  }
  return found;
};

const checkParents = (tiers: Pack["tiers"], report: Report): void => {
  for (const [id, { under, tree }] of Object.entries(tiers))
    under.forEach((parent, i) => {
      const path = `tiers.${id}.under[${i}]`;
      const above = own(tiers, parent);
      if (!above)
        report(path, "tier-unknown", `没有“${parent}”这个层级`, `改成已有的层级：${choices(Object.keys(tiers))}`);
      else if (above.tree !== tree)
        report(
          path,
          "tier-other-tree",
          `“${parent}”属于另一棵树`,
          "区域层级只能放在区域层级下，党组织层级只能放在党组织层级下",
        );
    });
};

const checkTiers = ({ tiers }: Pack, report: Report): void => {
  checkParents(tiers, report);
  const all = Object.entries(tiers);
  const roots = all.filter(([, { as }]) => as === "root").map(([id]) => id);
  if (roots.length !== 1)
    report(
      "tiers",
      "tier-root",
      `应当正好有一个层级是 as: "root"，现在有 ${roots.length} 个`,
      "县一级写 root，其他层级不写",
    );
  if (!all.some(([, { as }]) => as === "community"))
    report("tiers", "tier-community", "没有社区（村）一级，诉求没有归属", '给社区和村的层级写 as: "community"');
  for (const [id, { as, tree, under }] of all)
    if (tree === "area" && (as === "root") !== (under.length === 0))
      report(`tiers.${id}.under`, "tier-under", "区域树里只有最高一级没有上级，其他层级都要写上级", "补上或去掉 under");
  const placed = rooted(tiers);
  for (const [id] of all)
    if (!placed.has(id))
      report(`tiers.${id}`, "tier-unreachable", "从最高一级到不了这个层级", "检查它和上级层级的 under");
};

const checkKinds = ({ kinds, devices }: Pack, report: Report): void => {
  const ids = (all: readonly { id: string }[]) => all.map(({ id }) => id);
  reportTwice(ids(kinds), "kind-twice", "性质", (i) => `kinds[${i}].id`, report);
  reportTwice(ids(devices), "device-twice", "设备", (i) => `devices[${i}].id`, report);
};

const checkCategories = (pack: Pack, report: Report): void => {
  const ids = pack.categories.map(({ id }) => id);
  reportTwice(ids, "category-twice", "类别", (i) => `categories[${i}].id`, report);
  pack.categories.forEach(({ id, limits }, i) => {
    const path = `categories[${i}]`;
    const name = workflowOfCategory(pack, id);
    const workflow = own(pack.workflows, name);
    if (!workflow) {
      const mend = `改成已有的流程：${choices(Object.keys(pack.workflows))}`;
      report(`${path}.workflow`, "category-workflow", `没有“${name}”这个流程`, mend);
      return;
    }
    const states = statesOf(workflow);
    const limited = [...states.values()].filter(({ state }) => state.limit).map((placed) => placed.path);
    for (const state of Object.keys(limits))
      if (!states.get(state)?.state.limit) {
        const why = `流程“${name}”里没有带时限的状态“${state}”`;
        report(`${path}.limits.${state}`, "category-limit", why, `改成带时限的状态：${choices(limited)}`);
      }
  });
};

const checkMainWorkflow = ({ workflows, mainWorkflow }: Pack, report: Report): void => {
  if (Object.hasOwn(workflows, mainWorkflow)) return;
  const mend = `改成已有的流程：${choices(Object.keys(workflows))}`;
  report("mainWorkflow", "main-workflow", `没有“${mainWorkflow}”这个流程`, mend);
};

/** A case begins by its category, so a workflow that none goes never begins. */
const checkUnused = (pack: Pack, report: Report): void => {
  const gone = new Set([...pack.categories.map(({ id }) => workflowOfCategory(pack, id)), ...matterWorkflows(pack)]);
  for (const [id, { label }] of Object.entries(pack.workflows))
    if (!gone.has(id))
      report(
        `workflows.${id}`,
        "workflow-unused",
        `没有类别走“${label}”这个流程`,
        "给某个类别、报到或认领写上 workflow，或者删掉这个流程",
      );
};

const checkLists = ({ lists }: Pack, report: Report): void => {
  for (const [id, { items }] of Object.entries(lists))
    reportTwice(
      items.map((item) => item.id),
      "item-twice",
      "条目",
      (i) => `lists.${id}.items[${i}].id`,
      report,
    );
};

const checkWords = ({ words }: Pack, report: Report): void => {
  if (words.newCase !== undefined) checkPlaceholders("words.newCase", words.newCase, [], report);
};

export const checkPlace = (pack: Pack, report: Report): void => {
  for (const check of [
    checkAccent,
    checkCalendar,
    checkTiers,
    checkKinds,
    checkCategories,
    checkMainWorkflow,
    checkUnused,
    checkLists,
    checkWords,
  ])
    check(pack, report);
};
