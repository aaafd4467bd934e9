/** What a list shows and what a page shows are decided in two languages, SQL and TypeScript: for whoever asks, they agree. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../../../test/app.ts";
import { hardPlace, hardPeople as people } from "../../../test/fixture-hard.ts";
import { handsOf } from "../../../test/hands.ts";
import type { Actor } from "../authority/index.ts";

const world = useApp(hardPlace());
const { submit, mustAct, bodies } = handsOf(world);
const tenant = "990001";

interface Known {
  readonly id: string;
  readonly ended: boolean;
}
const cases: Known[] = [];
const nodes: string[] = [];
const accounts: string[] = [];
const rights = [
  "case.read",
  "case.readConfidential",
  "case.take",
  "case.lead",
  "case.vote",
  "case.dispatch",
  "case.whistle",
];

const at = async (code: string, visibility: string) => ({ node: await world.node(code), visibility });

/** Cases of every relation there is: offered, invited, joined, divided, awaited by a right or a person, open to all, ended. */
beforeAll(async () => {
  const tree = await world.app.services.forest.tree(tenant);
  nodes.push(...[...tree.all()].filter((node) => node.tree === "area").map(({ id }) => id));
  for (const phone of Object.values(people)) {
    const actor = await world.app.services.identity.actorByPhone(tenant, phone);
    if (actor) accounts.push(actor.accountId);
  }
  for (const visibility of ["public", "private", "confidential"])
    for (const code of ["east-1", "990001001002", "990001101"]) {
      const where = await at(code, visibility);
      const known = async (id: string, ended = false) => {
        cases.push({ id, ended });
        return id;
      };
      await known((await submit(people.resident, "road", where)).id);
      await known((await submit(people.resident2, "ballot", where)).id);
      await known((await submit(people.desk, "check", where)).id);
      if (code !== "east-1") continue;
      const passed = await known((await submit(people.resident, "ballot", where)).id);
      await mustAct(people.delegate, passed, "pass");
      const meeting = await known((await submit(people.resident, "meeting", where)).id);
      await mustAct(people.desk, meeting, "call", { to: await bodies("volunteers") });
      await mustAct(people.desk, meeting, "askLaw", { to: await bodies("law", "water") });
      await mustAct(people.law, meeting, "join");
      const offered = await known((await submit(people.resident, "road", where)).id);
      await mustAct(people.desk, offered, "grab", { to: await bodies("roads", "east-1") });
      const rejected = await known((await submit(people.resident, "road", where)).id, true);
      await mustAct(people.desk, rejected, "reject", { reason: "不属于" });
      const joint = await known((await submit(people.resident, "joint-work", where)).id);
      const divided = await mustAct(people.desk, joint, "divide", { to: await bodies("roads", "water"), words: "分" });
      for (const { id } of divided.children) await known(id);
    }
});

const actorWith = (accountId: string, grants: readonly { nodeId: string; rights: readonly string[] }[]): Actor => ({
  tenant,
  accountId,
  sessionId: "s",
  name: "某人",
  homeId: null,
  grants: grants.map(({ nodeId, rights: held }, i) => ({
    id: String(i),
    role: "worker",
    nodeId,
    rights: new Set(held),
  })),
});

const someone = (): fc.Arbitrary<Actor> =>
  fc
    .record({
      account: fc.option(fc.nat(accounts.length - 1), { nil: undefined }),
      grants: fc.array(
        fc.record({ nodeId: fc.constantFrom(...nodes), rights: fc.subarray(rights, { minLength: 1 }) }),
        {
          maxLength: 3,
        },
      ),
    })
    .map(({ account, grants }) =>
      actorWith(account === undefined ? "01a1ffe6-3a0f-7012-a11f-4fbfb461a717" : (accounts[account] ?? ""), grants),
    );

const listed = async (actor: Actor, box: "desk" | "open" | "mine" | "team" | "reported") =>
  (await world.app.services.cases.reading.list(actor, { box, sort: "newest", limit: 200 })).items;

/** The page as it is for more than a neighbour, if it is. */
const page = async (actor: Actor, id: string) => {
  try {
    const one = await world.app.services.cases.reading.view(actor, id);
    return one.trail.length > 0 ? one : undefined;
  } catch {
    return undefined;
  }
};

describe("lists and pages agree", () => {
  it("for everyone, whatever they hold and wherever, on every kind of case", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constant(undefined).chain(someone), async (actor) => {
        const desk = new Map((await listed(actor, "desk")).map((one) => [one.id, one]));
        const own = new Set((await listed(actor, "reported")).map(({ id }) => id));
        const inOther = (
          await Promise.all((["open", "mine", "team"] as const).map((box) => listed(actor, box)))
        ).flat();
        // The narrower boxes hold nothing that the wide one does not.
        expect(inOther.filter(({ id }) => !desk.has(id))).toEqual([]);
        for (const { id, ended } of cases) {
          const seen = await page(actor, id);
          const shown = desk.get(id);
          if (shown) expect([id, seen?.place]).toEqual([id, shown.place]);
          // Of what has ended the worklist is empty, though who worked on it may still read it.
          if (seen && !ended) expect([id, desk.has(id) || own.has(id)]).toEqual([id, true]);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("for the people there are", async () => {
    for (const phone of Object.values(people)) {
      const actor = await world.app.services.identity.actorByPhone(tenant, phone);
      if (!actor) throw new Error(phone);
      const shown = new Set(
        [...(await listed(actor, "desk")), ...(await listed(actor, "reported"))].map(({ id }) => id),
      );
      for (const { id, ended } of cases)
        if (!ended) expect([phone, id, (await page(actor, id)) !== undefined]).toEqual([phone, id, shown.has(id)]);
    }
  });
});
