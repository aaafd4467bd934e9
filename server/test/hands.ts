/** Short ways of taking steps, for tests in which many people act on one case. */
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { expect } from "vitest";
import type { World } from "./app.ts";

export const handsOf = (world: World) => {
  const view = async (who: string, caseId: string) => (await world.as(who))(casesApi.view, { caseId });

  const submit = async (who: string, category: string, more: object = {}) => {
    const node = await world.node("east-1");
    const { status, body, problem } = await (await world.as(who))(casesApi.submit, {
      category,
      words: "东街的一件事",
      node,
      ...more,
    });
    expect([status, problem.detail]).toEqual([200, undefined]);
    return body;
  };

  const act = async (who: string, caseId: string, action: string, data: object = {}) => {
    world.clock.advance(1000);
    const { body } = await view(who, caseId);
    return (await world.as(who))(casesApi.act, { caseId, action, version: body.version ?? 1, data: { ...data } });
  };

  return {
    view,
    submit,
    act,
    mustAct: async (who: string, caseId: string, action: string, data: object = {}) => {
      const result = await act(who, caseId, action, data);
      expect([action, result.status, result.problem.detail]).toEqual([action, 200, undefined]);
      return result.body;
    },
    /** All at the same moment, each having seen the case as it is now. */
    atOnce: async (steps: readonly (readonly [who: string, caseId: string, action: string, data?: object])[]) => {
      world.clock.advance(1000);
      const versions = await Promise.all(steps.map(async ([who, id]) => (await view(who, id)).body.version));
      return Promise.all(
        steps.map(async ([who, caseId, action, data = {}], i) =>
          (await world.as(who))(casesApi.act, { caseId, action, version: versions[i] ?? 0, data: { ...data } }),
        ),
      );
    },
    bodies: (...codes: string[]) => Promise.all(codes.map((code) => world.node(code))),
    query: world.query,
  };
};
