/** Whatever people do in whatever order, the places that are taken are those of the claims that hold one. */
import { claim } from "@ginkgo/packs/base/claims.ts";
import { places as shipped } from "@ginkgo/packs/index.ts";
import { type ClaimableView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Caller, people, useApp } from "../../../test/app.ts";
import { useClaims } from "./harness.ts";

/** Needs as the first place has them, carried out without a photograph and confirmed by the desk. */
const place = () => {
  const [first] = shipped;
  if (!first) throw new Error("a place is shipped");
  const quick = claim({ label: "认领需求", confirmedBy: "desk" });
  return { ...first, pack: { ...first.pack, workflows: { ...first.pack.workflows, "claim-need": quick } } };
};

const world = useApp(place());
const { need, desk, view, act, claim: claimFor } = useClaims(world);

type Doing =
  | { readonly what: "claim"; readonly who: number }
  | { readonly what: "step"; readonly who: number; readonly on: number; readonly action: string }
  | { readonly what: "thing"; readonly action: string }
  | { readonly what: "places"; readonly to: number };

const doings: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant("claim" as const), who: fc.nat(3) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant("step" as const),
      who: fc.nat(4),
      on: fc.nat(5),
      action: fc.constantFrom(
        "deliver",
        "deliver",
        "confirm",
        "withdraw",
        "noShow",
        "callOff",
        "reconfirm",
        "accept",
        "decline",
        "sendBack",
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant("thing" as const),
      action: fc.constantFrom("close", "reopen", "withdraw", "fulfil"),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant("places" as const), to: fc.integer({ min: 1, max: 4 }) }) },
);

const answersTo = (action: string): Record<string, string> => {
  if (action === "deliver") return { words: "做完了" };
  return ["withdraw", "noShow", "decline", "sendBack"].includes(action) ? { reason: "试一试" } : {};
};

const counted = async (id: string) => {
  const [row] = await world.query<{
    taken: number;
    places: number;
    carried: number;
    held: number;
    done: number;
    open: number;
    claims: number;
  }>(
    `select c.taken, c.places, c.carried_through as carried,
       (select count(*)::int from claims k join matters m on m.id = k.id where k.claimable_id = c.id and not (m.ended and m.tone = 'stopped')) as held,
       (select count(*)::int from claims k join matters m on m.id = k.id where k.claimable_id = c.id and m.ended and m.tone = 'done') as done,
       (select count(*)::int from claims k where k.claimable_id = c.id and k.open) as open,
       (select count(*)::int from claims k join matters m on m.id = k.id where k.claimable_id = c.id and not m.ended) as claims
     from claimables c where c.id = '${id}'`,
  );
  return row;
};

it("never more than there are, never fewer than none, and always those that are held", async () => {
  const staff = await desk();
  const callers: Caller[] = [];
  for (const phone of [people.resident, people.neighbour, people.member, people.lead])
    callers.push(await world.as(phone));
  const whoever = [...callers, staff];

  const perform = async (one: ClaimableView, doing: Doing) => {
    switch (doing.what) {
      case "claim":
        return claimFor(callers[doing.who] ?? staff, one.id);
      case "step": {
        const { claims } = await view(staff, one.id);
        const target = claims[doing.on % Math.max(claims.length, 1)];
        return target && act(whoever[doing.who] ?? staff, target.id, doing.action, answersTo(doing.action));
      }
      case "thing":
        return act(staff, one.id, doing.action, answersTo(doing.action));
      case "places": {
        const { version } = await view(staff, one.id);
        return staff(claimsApi.changeClaimable, { claimableId: one.id, version, places: doing.to });
      }
    }
  };

  await fc.assert(
    fc.asyncProperty(fc.array(doings, { minLength: 8, maxLength: 25 }), async (all) => {
      const one = await need({ places: 2 });
      for (const doing of all) {
        const answer = await perform(one, doing);
        if (answer) expect(answer.status).toBeLessThan(500);
        // What a withdrawn thing calls off happens right after it.
        await world.settle();
        const row = await counted(one.id);
        expect(row?.taken).toBe(row?.held);
        expect(row?.carried).toBe(row?.done);
        expect(row?.open).toBe(row?.claims);
        expect(row?.taken).toBeLessThanOrEqual(row?.places ?? 0);
      }
    }),
    { numRuns: 20 },
  );
}, 240_000);
