/** What a right allows. The engine's own in fixed words; those that a workflow names, by the steps they open. */
import {
  type EngineRight,
  engineRights,
  type Pack,
  type ParticipationRight,
  participationRights,
} from "@ginkgo/shared/pack/schema.ts";
import { statesOf } from "@ginkgo/shared/pack/states.ts";
import type { Transition } from "@ginkgo/shared/pack/workflow.ts";

const engine: Readonly<Record<EngineRight | ParticipationRight, string>> = {
  "org.edit": "修改组织树：增设、改名、移动、合并、撤销",
  "people.read": "查看人员和他们的角色",
  "people.edit": "新建账号、修改和停用账号、重置密码",
  "case.read": "以工作台身份查看辖区内的诉求（电话号码打码）",
  "case.readConfidential": "查看辖区内的保密诉求",
  "case.submitForOthers": "在工作台代群众登记诉求",
  "case.take": "可以接单，收到派给本组织的诉求",
  "case.lead": "带队：代本组织成员办理他们接下的诉求",
  "case.export": "把诉求清单导出为 Excel",
  "figures.read": "查看数据和统计",
  "pack.read": "查看规则、版本和草稿",
  "pack.edit": "修改规则草稿、导入规则文件",
  "pack.publish": "发布规则、恢复旧版本",
  "registration.read": "查看辖区内的报到",
  "registration.edit": "导入报到、代单位和党员办理报到",
  "claim.read": "查看辖区内的需求、资源、项目和认领",
  "claim.edit": "登记和修改需求、资源、项目，管理认领",
  "match.run": "为辖区内的需求和能力做一轮匹配",
  "agreement.read": "查看共建协议书和联席会议",
  "agreement.edit": "登记共建协议书、联席会议和议定事项",
  "activity.read": "查看辖区内的活动、报名和时长",
  "activity.edit": "发起活动、排班、签到、处理更正",
  "booking.edit": "管理场地和上门预约：开放时间、确认、拒绝",
  "duty.read": "查看值班表和巡逻情况",
  "duty.edit": "编排值班、管理巡逻路线和队伍",
  "care.read": "查看走访对象",
  "care.edit": "登记走访对象、安排走访",
  "points.adjust": "查看积分台账、处理积分更正",
  "points.shop": "管理兑换物品、按兑换码交付",
};

const fixedRights: readonly string[] = [...engineRights, ...participationRights];
const isEngineRight = (right: string): right is EngineRight | ParticipationRight => fixedRights.includes(right);

const stepsFor = (steps: Readonly<Record<string, Transition>>, right: string): string[] =>
  Object.values(steps)
    .filter(({ by }) => by.some((one) => "right" in one && one.right === right))
    .map(({ label }) => label);

const most = 6;
const briefly = (steps: readonly string[]): string =>
  steps.length > most ? `${steps.slice(0, most).join("、")} 等 ${steps.length} 项` : steps.join("、");

const usesOf = (pack: Pack, right: string): string[] =>
  Object.values(pack.workflows).flatMap((workflow) => {
    const steps = [
      ...[...statesOf(workflow).values()].flatMap(({ state }) => stepsFor(state.on, right)),
      ...stepsFor(workflow.on, right),
    ];
    const starts = workflow.starts?.some((by) => "right" in by && by.right === right) ? ["发起"] : [];
    const all = [...new Set([...starts, ...steps])];
    return all.length > 0 ? [`“${workflow.label}”中：${briefly(all)}`] : [];
  });

export const rightWords = (pack: Pack, right: string): string => {
  if (isEngineRight(right)) return engine[right];
  const uses = usesOf(pack, right);
  return uses.length > 0 ? uses.join("；") : "现在没有流程用到";
};

const namedIn = (pack: Pack): string[] => [
  ...Object.values(pack.roles).flatMap(({ rights }) => rights),
  ...Object.values(pack.workflows)
    .flatMap((workflow) => [
      ...(workflow.starts ?? []),
      ...Object.values(workflow.on).flatMap(({ by }) => by),
      ...[...statesOf(workflow).values()].flatMap(({ state }) => [
        ...state.waitsFor,
        ...Object.values(state.on).flatMap(({ by }) => by),
      ]),
    ])
    .flatMap((by) => ("right" in by ? [by.right] : [])),
];

/** Every right there is: the engine's, then those of the pack's workflows in their order. */
export const allRights = (pack: Pack): string[] => [...new Set([...fixedRights, ...namedIn(pack)])];
