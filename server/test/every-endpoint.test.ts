/** Every endpoint there is, asked by everyone there is with what its contract allows: an answer or a problem, never an error. */

import type { EndpointSpec } from "@ginkgo/shared/api/contract.ts";
import { api } from "@ginkgo/shared/api/index.ts";
import { Problem } from "@ginkgo/shared/api/problem.ts";
import { describe, expect, it } from "vitest";
import { inputSchema } from "../src/platform/http/schema.ts";
import { people, tenant, useApp } from "./app.ts";
import { type Sampling, sampleOf } from "./sample.ts";

const world = useApp();
const nobody = "01900000-0000-7000-8000-000000000000";

const endpoints = Object.entries(api).flatMap(([module, specs]) =>
  Object.entries(specs as Readonly<Record<string, EndpointSpec>>).map(([name, spec]) => ({
    name: `${module}.${name}`,
    spec,
  })),
);

/** Ends the session of whoever asks, or locks them out: tried elsewhere. */
const sparing = ["identity.signOut", "identity.endSession", "identity.changePassword"];

/** Always the same numbers: a failure can be seen again. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const partOf = (schema: EndpointSpec["body"], sampling: Sampling): Record<string, unknown> =>
  schema ? (sampleOf(inputSchema(schema) as never, sampling) as Record<string, unknown>) : {};

const send = async (spec: EndpointSpec, token: string | undefined, sampling: Sampling) => {
  const params = partOf(spec.params, sampling);
  const query = partOf(spec.query, sampling);
  const path = spec.path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(String(params[name] ?? "x")));
  const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return world.app.http.inject({
    method: spec.method,
    url: `/api/v1${path}${asked.size > 0 ? `?${asked}` : ""}`,
    headers: token ? { authorization: `Bearer ${token}` } : {},
    ...(spec.body ? { payload: partOf(spec.body, sampling) } : {}),
  });
};

const ids = async (): Promise<string[]> => [
  nobody,
  await world.node(tenant),
  await world.node(`${tenant}001008`).catch(() => nobody),
];

describe.each(endpoints.filter(({ name }) => !sparing.includes(name)))("$name", ({ name, spec }) => {
  if (spec.access === "signed-in")
    it("is not there for who has not signed in", async () => {
      const sampling = { next: numbersFrom(1), ids: await ids() };
      const { statusCode } = await send(spec, undefined, sampling);
      // What does not fit the contract is said first.
      expect([400, 401]).toContain(statusCode);
    });

  it("answers everyone, whatever they send", async () => {
    const known = await ids();
    for (const [i, phone] of [people.admin, people.countyDesk, people.desk, people.lead, people.resident].entries()) {
      const { token } = await world.as(phone);
      for (let round = 0; round < 3; round++) {
        const response = await send(spec, token, { next: numbersFrom(7 + i * 31 + round * 101), ids: known });
        const said = `${name} as ${phone}, round ${round}: ${response.body.slice(0, 300)}`;
        expect(response.statusCode, said).toBeLessThan(500);
        if (response.statusCode < 400 || !response.headers["content-type"]?.includes("json")) continue;
        const problem = Problem.safeParse(response.json());
        expect(problem.success, said).toBe(true);
        expect(problem.data?.detail, said).toMatch(/\p{Script=Han}/u);
      }
    }
  });
});
