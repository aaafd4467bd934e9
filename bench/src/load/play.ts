/** What is measured: one submission, and one case's whole way from a resident's words to their rating. */
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Call } from "./caller.ts";
import type { Scene } from "./scenes.ts";

export type TokenOf = (person: PersonFile) => Promise<string>;

/** A scene with the photo its worker will show. */
export interface Prop extends Scene {
  readonly photoId: string;
}

export const submitCase = async (
  call: Call,
  tokenOf: TokenOf,
  { reporter, draft, communityId }: Scene,
): Promise<CaseView> => {
  const view = await call(casesApi.submit, draft, { token: await tokenOf(reporter) });
  if (!/^JY-\d{8}-\d{4,}$/.test(view.no)) throw new Error(`a case got the number "${view.no}"`);
  if (view.community?.id !== communityId)
    throw new Error(`${view.no} lies in ${view.community?.name ?? "no community"}`);
  return view;
};

/** Submit, accept, dispatch, take, complete, rate; each action after the look a screen takes at the case. */
export const playLoop = async (call: Call, tokenOf: TokenOf, prop: Prop): Promise<string> => {
  const { id: caseId, no } = await submitCase(call, tokenOf, prop);
  const act = async (person: PersonFile, action: string, data: Record<string, unknown>): Promise<CaseView> => {
    const token = await tokenOf(person);
    const { version, actions } = await call(casesApi.view, { caseId }, { token });
    if (!actions.some((one) => one.action === action))
      throw new Error(`${no}: "${action}" is not offered to ${person.key}`);
    return call(casesApi.act, { caseId, action, version, data }, { token });
  };
  await act(prop.desk, "accept", {});
  await act(prop.desk, "dispatch", { to: [prop.teamId] });
  await act(prop.worker, "take", {});
  await act(prop.worker, "complete", { words: "已到现场处理完毕，居民确认恢复正常。", photos: [prop.photoId] });
  const { rating } = await act(prop.reporter, "rate", { solved: true, stars: 5, words: "办得很快，谢谢。" });
  if (rating?.stars !== 5) throw new Error(`${no} was rated but shows no stars`);
  return no;
};
