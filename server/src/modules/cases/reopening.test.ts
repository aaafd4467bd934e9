import { casesApi } from "@ginkgo/shared/api/cases.ts";
import { expect, it } from "vitest";
import { people, useApp } from "../../../test/app.ts";
import { handsOf } from "../../../test/hands.ts";

const world = useApp();
const { view, mustAct, query } = handsOf(world);

it("takes the rating back: a case that is open again has none until it is rated anew", async () => {
  const { body } = await (await world.as(people.resident))(casesApi.submit, {
    category: "repairs",
    words: "厨房下水道堵了，请派人疏通。",
    address: "锦绣花园",
  });
  const { id } = body;
  // The work itself is told elsewhere: here it has been done and waits to be rated.
  await mustAct(people.desk, id, "accept");
  await query(`update cases set state = 'rating', active = '{order:rating}', clocks = '{}' where id = '${id}'`);
  await mustAct(people.resident, id, "rate", { stars: 5, solved: true });
  expect((await view(people.resident, id)).body.rating).toEqual({ stars: 5, solved: true });
  await mustAct(people.resident, id, "reopen", { words: "又堵了" });
  for (const who of [people.resident, people.desk]) expect((await view(who, id)).body.rating).toBeNull();
  expect(await query(`select stars, solved, ended, ended_at from cases where id = '${id}'`)).toEqual([
    { stars: null, solved: null, ended: false, ended_at: null },
  ]);
});
