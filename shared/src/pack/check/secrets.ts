/** What only some may read must not be told to others: the answers of a step that is not for everyone. */
import type { By, SeenBy } from "../workflow.ts";
import { placeholdersIn } from "./tellings.ts";
import { eachStep, type WorkflowCheck } from "./walk.ts";

const isParty = (by: By, ...parties: readonly string[]): boolean => "party" in by && parties.includes(by.party);
const isDesk = (by: By): boolean => "right" in by;
const worksOnIt = (by: By): boolean => isParty(by, "offered", "invited", "handler", "lead", "assist");

/** Who may be told the words of a step; a missing row does not compile. People kept by a step are known to whoever writes it. */
const mayHear: { readonly [S in SeenBy]: (by: By) => boolean } = {
  everyone: () => true,
  staff: (by) => isDesk(by) || worksOnIt(by),
  desk: isDesk,
  handlers: (by) => isParty(by, "handler", "lead", "assist"),
  reporter: (by) => isDesk(by) || isParty(by, "reporter"),
};
const readers: { readonly [S in SeenBy]: string } = {
  everyone: "所有人",
  staff: "工作人员",
  desk: "受理部门",
  handlers: "承办人",
  reporter: "反映人和受理部门",
};

const checkTold = (check: WorkflowCheck): void => {
  // A workflow nobody begins is a part of other cases: its reporter is whoever divided them, a member of staff.
  const partOnly = check.workflow.starts?.length === 0;
  for (const { path, step } of eachStep(check))
    step.tells.forEach(({ to, text }, i) => {
      if (!placeholdersIn(text).some((name) => name.startsWith("form."))) return;
      to.forEach((by, j) => {
        const staff = partOnly && isParty(by, "reporter") && step.seenBy === "staff";
        if ("fact" in by || staff || mayHear[step.seenBy](by)) return;
        check.report(
          `${path}.tells[${i}].to[${j}]`,
          "secret-told",
          `“${step.label}”只有${readers[step.seenBy]}看得到，却把填的内容告诉了别人`,
          "不告诉他，或者在告知的话里去掉 {form.…}",
        );
      });
    });
};

/** A fact that the page shows, or the public reads, must not come from a record of the handlers. */
const checkShown = (check: WorkflowCheck): void => {
  const { workflow, report } = check;
  const shown = new Set([...workflow.shows.map(({ fact }) => fact), workflow.publication?.outcome ?? ""]);
  for (const { path, step } of eachStep(check)) {
    if (step.seenBy !== "handlers" && step.seenBy !== "desk") continue;
    step.effects.forEach((effect, i) => {
      if (effect.name === "keep" && shown.has(effect.fact))
        report(
          `${path}.effects[${i}].fact`,
          "secret-shown",
          `“${step.label}”只有${readers[step.seenBy]}看得到，填的内容却会显示出来`,
          "从 shows 和 publication 里去掉这一项，或者放宽 seenBy",
        );
    });
  }
};

export const checkSecrets = (check: WorkflowCheck): void => {
  checkTold(check);
  checkShown(check);
};
