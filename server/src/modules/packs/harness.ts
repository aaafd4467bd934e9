/** For this module's tests: Testland's server, and the pack as its administrator changes it. */

import { type PackVersionView, packApi } from "@ginkgo/shared/api/pack.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { type Caller, useApp, type World } from "../../../test/app.ts";
import { testlandPeople, testlandPlace } from "../../../test/fixture-place.ts";

export const people = testlandPeople;

export interface PackWorld {
  readonly world: World;
  admin(): Promise<Caller>;
  /** The version Testland runs on, whole; a copy that may be changed. */
  current(): Promise<{ version: number; content: Pack }>;
  /** The version of the draft there is; 0 without one. */
  draftVersion(): Promise<number>;
  /** Saves the current pack with one thing changed as the draft, and answers with the draft's version. */
  draft(edit: (pack: Pack) => void): Promise<number>;
  publish(edit: (pack: Pack) => void, note?: string): Promise<PackVersionView>;
}

export const usePacks = (): PackWorld => {
  const world = useApp(testlandPlace());
  const admin = () => world.as(people.admin);

  const current: PackWorld["current"] = async () => {
    const call = await admin();
    const { body } = await call(packApi.packVersions, { limit: 1 });
    const { content } = (await call(packApi.packVersion, { version: body.current })).body;
    return { version: body.current, content };
  };
  const draftVersion = async () => (await (await admin())(packApi.packDraft, {})).body.draft?.draftVersion ?? 0;
  const draft: PackWorld["draft"] = async (edit) => {
    const { version, content } = await current();
    edit(content);
    const saved = await (await admin())(packApi.savePackDraft, {
      content,
      draftVersion: await draftVersion(),
      basedOn: version,
    });
    if (saved.status !== 200) throw new Error(saved.problem.detail);
    return saved.body.draftVersion;
  };
  const publish: PackWorld["publish"] = async (edit, note = "试改") => {
    const answer = await (await admin())(packApi.publishPackDraft, { draftVersion: await draft(edit), note });
    if (answer.status !== 200) throw new Error(`${answer.problem.detail} ${JSON.stringify(answer.problem.errors)}`);
    return answer.body;
  };
  return { world, admin, current, draftVersion, draft, publish };
};
