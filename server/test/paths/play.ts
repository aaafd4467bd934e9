/** Plays a way on the real server: real people of the place's tree take each step over the API, with real bodies and photos. */
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { PersonFile, TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import { casesApi } from "@ginkgo/shared/api/cases.ts";
import type { Field } from "@ginkgo/shared/pack/form.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { workflowOf, workflowOfCategory } from "@ginkgo/shared/pack/states.ts";
import sharp from "sharp";
import type { World } from "../app.ts";
import { type Hand, type Move, type Way, wayToEnd } from "./search.ts";

const resident = "19900000009";
const neighbour = "19900000010";
const gridWorker = "19900000005";

export const createPlayer = (world: World, place: ShippedPlace, pack: Pack) => {
  const { area, people } = place.tree();
  const nodes = new Map(area.map((node) => [node.key, node]));
  const showcase = people.find(({ phone }) => phone === gridWorker)?.posts[0]?.node ?? "";

  const upward = (key: string): TreeFileNode[] => {
    const node = nodes.get(key);
    return node ? [node, ...(node.parent ? upward(node.parent) : [])] : [];
  };
  const home = nodes.get(showcase);
  const community = upward(showcase).find(({ tier }) => pack.tiers[tier]?.as === "community");
  const above = new Set(upward(showcase).map(({ key }) => key));
  if (!home || !community) throw new Error(`${pack.id} has no showcase community`);

  const idOf = ({ code, key }: TreeFileNode) => world.node(code ?? key);
  const has = (role: string, right: string) => pack.roles[role]?.rights.includes(right) ?? false;

  /** Whoever takes cases for a body; rather someone who also leads it. */
  const takerOf = (key: string): PersonFile | undefined => {
    const takers = people.filter(({ posts }) => posts.some(({ node, role }) => node === key && has(role, "case.take")));
    return (
      takers.find(({ posts }) => posts.some(({ node, role }) => node === key && has(role, "case.lead"))) ?? takers[0]
    );
  };

  /** The nearest holder of a right above the place. */
  const holderOf = (right: string, from = showcase): string => {
    for (const { key } of upward(from)) {
      const holder = people.find(({ posts }) => posts.some(({ node, role }) => node === key && has(role, right)));
      if (holder) return holder.phone;
    }
    throw new Error(`nobody in ${pack.id} holds "${right}" above ${from}`);
  };

  const near = (node: TreeFileNode): boolean =>
    upward(node.key).some(({ key }) => key === community.key) || (node.parent !== null && above.has(node.parent));

  const photoBy = async (phone: string): Promise<string> => {
    const caller = await world.as(phone);
    const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: "green" } })
      .jpeg()
      .toBuffer();
    const boundary = "----way";
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`;
    const response = await world.app.http.inject({
      method: "POST",
      url: "/api/v1/files",
      headers: { authorization: `Bearer ${caller.token}`, "content-type": `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([Buffer.from(head), image, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    });
    return response.json<{ id: string }>().id;
  };

  /** Who began a case does not always see its parts. */
  const partsOf = (caseId: string): Promise<{ id: string; body: string }[]> =>
    world.app.foundation.db.inTenant(pack.code, (tx) =>
      tx.sql
        .selectFrom("cases as c")
        .innerJoin("case_workers as w", (join) =>
          join.onRef("w.tenant_id", "=", "c.tenant_id").onRef("w.case_id", "=", "c.id"),
        )
        .select(["c.id", "w.who_id as body"])
        .where("c.tenant_id", "=", tx.tenant)
        .where("c.parent_id", "=", caseId)
        .where("c.ended", "=", false)
        .where("w.relation", "=", "offered")
        .execute(),
    );

  const nodeWithId = async (id: string): Promise<TreeFileNode | undefined> => {
    const node = (await world.app.services.forest.tree(pack.code)).get(id);
    return node && area.find(({ key, code }) => (code ?? key) === node.code);
  };

  /** One case under way: which real body stands for each made-up one. */
  const playing = (way: Way) => {
    const bodies = new Map<string, TreeFileNode>();

    const bodyFor = (name: string, tiers: readonly string[]): TreeFileNode => {
      const known = bodies.get(name);
      if (known) return known;
      const used = new Set([...bodies.values()].map(({ key }) => key));
      const free = tiers
        .flatMap((tier) => area.filter((node) => node.tier === tier))
        .find((node) => near(node) && !used.has(node.key) && takerOf(node.key));
      if (!free) throw new Error(`${pack.id} has nobody of ${tiers.join(", ")} left for "${name}"`);
      bodies.set(name, free);
      return free;
    };

    const real = async (field: Field, value: unknown, phone: string): Promise<unknown> => {
      switch (field.kind) {
        case "assignees":
          return Promise.all((value as { id: string }[]).map(({ id }) => idOf(bodyFor(id, field.tiers))));
        case "node": {
          const node = upward(showcase).find(({ tier }) => field.tiers.includes(tier));
          return node ? idOf(node) : undefined;
        }
        case "item":
          return pack.lists[field.list]?.items[0]?.id;
        case "photos":
          return Promise.all(Array.from({ length: Math.max(1, field.min) }, () => photoBy(phone)));
        case "case":
          return (await submit(way.category, way.intake, phoneOf(way.starter, neighbour), true)).id;
        default:
          return value;
      }
    };

    const dataFor = async (form: readonly Field[], answers: Readonly<Record<string, unknown>>, phone: string) => {
      const data: Record<string, unknown> = {};
      for (const field of form)
        if (answers[field.name] !== undefined) data[field.name] = await real(field, answers[field.name], phone);
      return data;
    };

    const phoneOf = (hand: Hand, reporter: string): string => {
      switch (hand.as) {
        case "reporter":
          return reporter;
        case "right":
          return holderOf(hand.right);
        case "anyone":
          return gridWorker;
        case "body": {
          // A handler is known by the made-up body through which they took it.
          const name = hand.body.replace(/^person:/, "");
          const body = bodies.get(name);
          return name === "around" ? gridWorker : ((body && takerOf(body.key)?.phone) ?? "");
        }
      }
    };

    const submit = async (
      ofCategory: string,
      intake: Readonly<Record<string, unknown>>,
      reporter: string,
      placed: boolean,
    ): Promise<{ id: string; reporter: string }> => {
      const { form } = workflowOf(pack, workflowOfCategory(pack, ofCategory)).intake;
      const caller = await world.as(reporter);
      const { status, body, problem } = await caller(casesApi.submit, {
        category: ofCategory,
        words: "照着流程走一遍",
        ...(way.kind ? { kind: way.kind } : {}),
        data: await dataFor(form, intake, reporter),
        ...(placed ? { node: await idOf(home) } : {}),
      });
      if (status !== 200) throw new Error(`submit ${ofCategory} by ${reporter}: ${problem.detail}`);
      return { id: body.id, reporter };
    };

    const step = async (caseId: string, reporter: string, move: Extract<Move, { does: "step" }>) => {
      const phone = phoneOf(move.hand, reporter);
      if (!phone) throw new Error(`nobody stands for ${JSON.stringify(move.hand)} in "${move.action}"`);
      world.clock.advance(1000);
      const caller = await world.as(phone);
      const { body: view, status } = await caller(casesApi.view, { caseId });
      const action = status === 200 ? view.actions.find((one) => one.action === move.action) : undefined;
      if (!action)
        throw new Error(`"${move.action}" is not offered to ${phone} (${status}) in "${view.stateLabel ?? ""}"`);
      const data = await dataFor(action.form, move.answers, phone);
      const result = await caller(casesApi.act, { caseId, action: move.action, version: view.version, data });
      if (result.status !== 200) throw new Error(`"${move.action}" by ${phone}: ${result.problem.detail}`);
    };

    const endParts = async (caseId: string, reporter: string, workflow: string, player: Player) => {
      const ending = wayToEnd(pack, workflow);
      if (!ending) throw new Error(`no way to the end of "${workflow}"`);
      for (const { id, body } of await partsOf(caseId)) {
        const node = await nodeWithId(body);
        await player(ending, { id, reporter }, new Map(node ? [["body:part:0", node]] : []));
      }
    };

    return { bodies, submit, step, endParts, phoneOf };
  };

  /** Of a case without a community only those at the root are above it. */
  const starterOf = ({ starter, placed }: Way, phoneOf: (hand: Hand, reporter: string) => string): string =>
    starter.as === "right" && !placed ? holderOf(starter.right, pack.code) : phoneOf(starter, resident);

  type Player = (
    way: Way,
    given?: { id: string; reporter: string },
    bodies?: Map<string, TreeFileNode>,
  ) => Promise<string>;

  /** Answers the id of the case, which then stands where the way leads. */
  const play: Player = async (way, given, bodies = new Map()) => {
    const table = playing(way);
    for (const [name, node] of bodies) table.bodies.set(name, node);
    const { id, reporter } =
      given ?? (await table.submit(way.category, way.intake, starterOf(way, table.phoneOf), way.placed));
    for (const move of way.moves) {
      if (move.does === "step") await table.step(id, reporter, move);
      else if (move.does === "endParts") await table.endParts(id, reporter, move.workflow, play);
    }
    return id;
  };
  return play;
};
