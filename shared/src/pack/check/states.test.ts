import { describe, expect, it } from "vitest";
import { add, all, type Case, drop, found, put, rowsOf } from "./breaking.ts";

const help = "workflows.help";
const vetting = `${help}.states.vetting`;
const handling = `${help}.states.handling`;
const talking = "workflows.mediation.states.talking";
const deciding = "workflows.mediation.states.deciding";
const report = "workflows.report";
const desk = [{ right: "case.vet" }];
const step = (target: string) => ({ label: "前往", by: desk, target });
const waiting = {
  label: "等",
  progress: "done",
  tone: "waiting",
  waitsFor: desk,
  limit: { within: { hours: 1 } },
};

const ofStates: readonly Case[] = [
  [
    "a target that is no state",
    put(`${vetting}.on.dispatch.target`, "nowhere"),
    `${vetting}.on.dispatch.target target-unknown`,
  ],
  [
    "a branch to no state",
    put(`${help}.states.rating.on.rate.branches.0.target`, "handling.nowhere"),
    `${help}.states.rating.on.rate.branches[0].target target-unknown`,
  ],
  ["a workflow's step to no state", put(`${help}.on.note.target`, "nowhere"), `${help}.on.note.target target-unknown`],
  [
    "an end of parts that leads to no state",
    put(`${talking}.done.target`, "nowhere"),
    `${talking}.done.target target-unknown`,
  ],
  ["a beginning that is no state", put(`${help}.initial`, "nowhere"), `${help}.initial initial-unknown`],
  [
    "a beginning without community that is no state",
    put(`${help}.initialUnplaced`, "nowhere"),
    `${help}.initialUnplaced initial-unknown`,
  ],
  ["a nested beginning that is no state", put(`${handling}.initial`, "nowhere"), `${handling}.initial initial-unknown`],
  ["a nested beginning where nothing is nested", put(`${vetting}.initial`, "x"), `${vetting}.initial initial-unused`],
  ["a beginning where all begin at once", put(`${talking}.initial`, "inquiry"), `${talking}.initial initial-unused`],
  ["a parallel state with one part", drop(`${talking}.states.visits`), `${talking}.parallel parallel-single`],
  [
    "a parallel part that never ends",
    all(
      drop(`${talking}.states.visits.states.met`),
      put(`${talking}.states.visits.states.meeting.on`, { agree: { label: "谈", by: desk } }),
      put(`${talking}.on.stop`, step("deciding")),
    ),
    `${talking}.states.visits parallel-endless`,
  ],
  [
    "an end of parts that never comes",
    all(drop(`${handling}.states.finished`), put(`${handling}.states.working.on.finish.target`, "rating")),
    `${handling}.done done-never`,
  ],
  [
    "a nested end that leads nowhere",
    all(
      drop(`${handling}.done`),
      put(`${handling}.on.leave`, { ...step("rating"), effects: [{ name: "stamp", fact: "doneAt" }] }),
    ),
    `${handling}.states.finished final-nested`,
  ],
  [
    "a parallel part that has ended from the start",
    put(`${talking}.states.extra`, { label: "多余", final: true }),
    `${talking}.states.extra parallel-endless`,
    `${talking}.states.extra final-nested`,
  ],
  [
    "steps in a nested end",
    put(`${handling}.states.finished.on`, { again: step("working") }),
    `${handling}.states.finished.on final-nested-steps`,
  ],
  [
    "an end with a limit",
    put(`${help}.states.closed.limit`, { within: { hours: 1 } }),
    `${help}.states.closed.limit final-limit`,
  ],
  [
    "an end with states inside",
    put(`${report}.states.finished.states`, { deep: { label: "里", waitsFor: desk, limit: { within: { hours: 1 } } } }),
    `${report}.states.finished.states final-inner`,
  ],
  [
    "a beginning that is an end",
    put(`${help}.initialUnplaced`, "refused"),
    `${help}.initialUnplaced initial-final`,
    `${help}.states.placing state-unreachable`,
  ],
  ["a state nobody has to move", put(`${deciding}.waitsFor`, []), `${deciding}.waitsFor waits-for`],
  ["a waiting state without a limit", drop(`${deciding}.limit`), `${deciding}.limit limit-missing`],
  [
    "a nested state without a limit of its own or round it",
    drop(`${handling}.limit`),
    `${handling}.states.asking.limit limit-missing`,
  ],
  ["a progress point that is none", put(`${vetting}.progress`, "never"), `${vetting}.progress progress-unknown`],
  ["a state without progress", drop(`${vetting}.progress`), `${vetting}.progress progress-missing`],
  ["a state without tone", drop(`${vetting}.tone`), `${vetting}.tone tone-missing`],
  [
    "a progress point named twice",
    add(`${help}.progress`, { id: "done", label: "完" }),
    `${help}.progress[3].id progress-twice`,
  ],
  ["a warning that never goes out", drop(`${vetting}.limit.warnBefore`), `${vetting}.limit.warn warn-never`],
  [
    "a warning before the limit began",
    put(`${vetting}.limit.warnBefore`, { workingHours: 8 }),
    `${vetting}.limit.warnBefore warn-too-early`,
  ],
  [
    "a warning in working time before a limit in hours began",
    put(`${help}.states.dispatched.limit.warnBefore`, { workingHours: 30 }),
    `${help}.states.dispatched.limit.warnBefore warn-too-early`,
  ],
  [
    "no end at all",
    put(`${report}.states.finished`, { ...waiting, on: { again: step("given") } }),
    `${report}.states final-missing`,
  ],
  [
    "a nested beginning that is an end",
    all(put(`${handling}.initial`, "finished"), put(`${handling}.on.work`, step("handling.working"))),
    `${handling}.initial initial-final`,
  ],
];

const ofReach: readonly Case[] = [
  [
    "a state no step leads to",
    put(`${report}.states.lost`, { ...waiting, on: { end: step("finished") } }),
    `${report}.states.lost state-unreachable`,
  ],
  [
    "a state that only its own steps lead to",
    put(`${report}.states.lost`, { ...waiting, on: { again: step("lost"), end: step("finished") } }),
    `${report}.states.lost state-unreachable`,
  ],
  [
    "a dead end",
    put(`${deciding}.on`, {}),
    `${deciding} no-way-to-end`,
    "workflows.mediation.states.settled state-unreachable",
  ],
  [
    "a circle without a way out",
    all(
      put(`${report}.states.round`, { ...waiting, on: { go: step("about") } }),
      put(`${report}.states.about`, { ...waiting, on: { go: step("round") } }),
      put(`${report}.states.doing.on.lose`, step("round")),
    ),
    `${report}.states.round no-way-to-end`,
    `${report}.states.about no-way-to-end`,
  ],
  [
    "one of several parts without a way out",
    all(
      put(`${talking}.states.visits.states.meeting.on.agree.target`, "meeting"),
      put(`${talking}.states.visits.states.meeting.on.meet`, { ...step("met"), by: desk }),
      put(`${talking}.states.inquiry.states.looking.on.establish.target`, "dull"),
      put(`${talking}.states.inquiry.states.dull`, { label: "呆", waitsFor: desk }),
    ),
    `${talking}.states.inquiry.states.found state-unreachable`,
    `${talking}.states.inquiry.states.dull no-way-to-end`,
  ],
];

describe("the states of a workflow", () => {
  it.each(rowsOf([...ofStates, ...ofReach]))("$what", ({ change, problems }) => {
    expect(found(change).toSorted()).toEqual(problems);
  });

  it("lets a state wait for whoever the state round it waits for", () => {
    const asking = `${handling}.states.asking`;
    expect(found(all(drop(`${asking}.waitsFor`), put(`${handling}.waitsFor`, [{ party: "reporter" }])))).toEqual([]);
  });
});
