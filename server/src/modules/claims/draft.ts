/** What someone wants to put up, checked against its kind; no database. All that is wrong is said at once. */
import type { ClaimableDraft } from "@ginkgo/shared/api/claims.ts";
import type { FieldProblem } from "@ginkgo/shared/api/problem.ts";
import { dayOf } from "@ginkgo/shared/day.ts";
import type { ClaimableKind } from "@ginkgo/shared/pack/participation.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { Refusal } from "../../platform/problem.ts";
import type { Tree } from "../org/index.ts";
import type { NewDetail } from "./repo.ts";

export interface Ground {
  readonly pack: Pack;
  readonly tree: Tree;
  readonly now: Date;
}

export type Given = Omit<ClaimableDraft, "kind" | "bodyId" | "data" | "title" | "nodeId">;

const dateOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null);

export const problemsOf = ({ pack, tree, now }: Ground, kind: ClaimableKind, given: Given): FieldProblem[] => {
  const problems: FieldProblem[] = [];
  const report = (path: string, message: string) => problems.push({ path, message });
  const [startsAt, endsAt] = [dateOf(given.startsAt), dateOf(given.endsAt)];
  if (kind.time === "required" && !startsAt) report("startsAt", "请填写开始时间。");
  if (kind.time === "none" && (startsAt || endsAt)) report("startsAt", `“${kind.label}”没有时间，请去掉。`);
  if (endsAt && !startsAt) report("startsAt", "填了结束时间，也请填写开始时间。");
  if (startsAt && endsAt && endsAt < startsAt) report("endsAt", "结束时间不能早于开始时间。");
  if (given.until && given.until < dayOf(now)) report("until", "最后认领日已经过去，请改成今天或以后。");
  const pinned = typeof given.lng === "number" && typeof given.lat === "number";
  if ((typeof given.lng === "number") !== (typeof given.lat === "number")) report("lng", "经度和纬度要一起填写。");
  if (pinned && tree.locate([given.lng ?? 0, given.lat ?? 0], pack.map.reachMeters).fit === "outside")
    report("lng", "这个位置不在本地范围内，请重新选。");
  if (kind.place === "required" && !pinned) report("lng", "请在地图上选一个位置。");
  if (kind.place === "none" && (pinned || given.address)) report("address", `“${kind.label}”没有地点，请去掉。`);
  if (!kind.skills && given.skills.length > 0) report("skills", `“${kind.label}”不要求技能，请去掉。`);
  for (const skill of given.skills)
    if (!pack.skills.some(({ id }) => id === skill)) report("skills", `没有“${skill}”这项技能，请从清单中选择。`);
  if (!kind.limits && (given.minAge ?? given.maxAge ?? given.health ?? null) !== null)
    report("minAge", `“${kind.label}”不设年龄、身体条件，请去掉。`);
  if (typeof given.minAge === "number" && typeof given.maxAge === "number" && given.minAge > given.maxAge)
    report("maxAge", "最大年龄不能小于最小年龄。");
  if ((given.places ?? kind.capacity.usual) > kind.capacity.most)
    report("places", `“${kind.label}”最多 ${kind.capacity.most} 个名额。`);
  return problems;
};

export const refuseProblems = (problems: readonly FieldProblem[]): void => {
  if (problems.length === 0) return;
  throw new Refusal("invalid-input", problems.map(({ message }) => message).join(""), { errors: problems });
};

export const detailFrom = (kind: ClaimableKind, given: Given, open: boolean): NewDetail => ({
  words: given.words,
  skills: [...new Set(given.skills)],
  places: given.places ?? kind.capacity.usual,
  open,
  startsAt: dateOf(given.startsAt),
  endsAt: dateOf(given.endsAt),
  until: given.until ?? null,
  lng: given.lng ?? null,
  lat: given.lat ?? null,
  address: given.address || null,
  addressPublic: given.addressPublic,
  minAge: given.minAge ?? null,
  maxAge: given.maxAge ?? null,
  health: given.health || null,
});
