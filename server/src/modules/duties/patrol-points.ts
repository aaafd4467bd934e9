/** What a finished round earns those who walked it, where the place gives points for it. */
import type { Tx } from "../../platform/db/database.ts";
import { accountsNamed } from "../identity/index.ts";
import type { DutiesDeps } from "./deps.ts";
import type { RoundRow } from "./patrol-repo.ts";

export const creditRound = async (
  tx: Tx,
  points: DutiesDeps["points"],
  round: RoundRow,
  actor: { readonly accountId: string | null; readonly name: string },
): Promise<void> => {
  const { startedAt, endedAt } = round;
  if (!startedAt || !endedAt) return;
  const people = await accountsNamed(
    tx,
    round.people.map(({ id }) => id),
  );
  await points.creditAll(
    tx,
    [...people.values()].map(({ id, homeId }) => ({
      type: "patrol",
      kind: round.kind,
      step: "done",
      subjectId: round.id,
      sourceKey: `patrol/${round.id}/${id}`,
      accountId: id,
      unitId: null,
      homeId,
      nodeId: round.nodeId,
      minutes: Math.floor((endedAt.getTime() - startedAt.getTime()) / 60_000),
      at: startedAt,
      words: `巡逻：${round.routeName}`,
      actor,
    })),
  );
};
