/** Steps of one case as screens take them: look at the case, see whether the button is there, press it. */
import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { type Candidate, type CaseView, casesApi } from "@ginkgo/shared/api/cases.ts";
import { CallFailed, type HttpClient } from "../load/http.ts";
import { uploadPhoto } from "../load/photos.ts";

export const bodyTiers = "team,grid,property,unit,department,village";

export interface Steps {
  look(person: PersonFile, caseId: string): Promise<CaseView>;
  act(person: PersonFile, caseId: string, action: string, data?: Record<string, unknown>): Promise<CaseView>;
  /** As `act`; answers nothing if someone else was faster, which is their right. */
  tryTo(
    person: PersonFile,
    caseId: string,
    action: string,
    data: Record<string, unknown>,
  ): Promise<CaseView | undefined>;
  candidates(desk: PersonFile, caseId: string): Promise<Candidate[]>;
  openCases(desk: PersonFile, communityId: string): Promise<{ id: string }[]>;
  photo(person: PersonFile): Promise<string>;
  /** How often each action was done. */
  readonly counts: Map<string, number>;
  /** Refusals that are right: someone else was faster. */
  readonly overtakings: Map<string, number>;
}

const overtaken: ReadonlySet<string> = new Set([
  "invalid-input",
  "stale",
  "not-allowed-now",
  "already-taken",
  "not-found",
]);

export const createSteps = (
  http: HttpClient,
  tokenOf: (person: PersonFile) => Promise<string>,
  photoBody: Buffer,
): Steps => {
  const counts = new Map<string, number>();
  const overtakings = new Map<string, number>();
  const look: Steps["look"] = async (person, caseId) =>
    http.call(casesApi.view, { caseId }, { token: await tokenOf(person) });
  const lookBefore = (person: PersonFile, caseId: string, action: string): Promise<CaseView> =>
    look(person, caseId).catch((error: Error) => {
      throw error instanceof CallFailed
        ? new CallFailed(`${person.key} wants to "${action}" ${caseId}, which`, {
            status: error.status,
            text: error.body,
          })
        : error;
    });
  const act: Steps["act"] = async (person, caseId, action, data = {}) => {
    const { version, actions, no, stateLabel } = await lookBefore(person, caseId, action);
    if (!actions.some((one) => one.action === action))
      throw new Error(`${no} (${stateLabel}): "${action}" is not offered to ${person.key}`);
    const view = await http.call(casesApi.act, { caseId, action, version, data }, { token: await tokenOf(person) });
    counts.set(action, (counts.get(action) ?? 0) + 1);
    return view;
  };
  return {
    counts,
    overtakings,
    look,
    act,
    tryTo: async (person, caseId, action, data) => {
      try {
        return await act(person, caseId, action, data);
      } catch (error) {
        if (!(error instanceof CallFailed) || !overtaken.has(error.code)) throw error;
        const what = `${action}: ${error.status} ${error.code}`;
        overtakings.set(what, (overtakings.get(what) ?? 0) + 1);
        return undefined;
      }
    },
    candidates: async (desk, caseId) =>
      (await http.call(casesApi.candidates, { caseId, tiers: bodyTiers, limit: 30 }, { token: await tokenOf(desk) }))
        .items,
    openCases: async (desk, under) =>
      (await http.call(casesApi.list, { box: "open", under, limit: 20 }, { token: await tokenOf(desk) })).items,
    photo: async (person) => uploadPhoto(http, photoBody, await tokenOf(person)),
  };
};
