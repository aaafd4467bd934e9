/** Putting up, claiming and stepping, as this module's tests do it on the first place's pack. */
import { type ClaimableDraft, type ClaimableView, type ClaimView, claimsApi } from "@ginkgo/shared/api/claims.ts";
import type { CallInput } from "@ginkgo/shared/api/contract.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import { mattersApi } from "@ginkgo/shared/api/matters.ts";
import { registrationsApi } from "@ginkgo/shared/api/registrations.ts";
import { expect } from "vitest";
import { type Caller, people, tenant, type World } from "../../../test/app.ts";

/** The node of someone's post: the desk's community, a clerk's unit. */
export const postOf = async (who: Caller): Promise<{ id: string; name: string }> => {
  const { body } = await who(identityApi.me, {});
  const node = body.roles[0]?.node;
  if (!node) throw new Error("they hold a post");
  return node;
};

export const useClaims = (world: World) => {
  const putUp = async (
    who: Caller,
    draft: Partial<CallInput<typeof claimsApi.putUp>> & Pick<ClaimableDraft, "kind">,
  ): Promise<ClaimableView> => {
    const { status, body, problem } = await who(claimsApi.putUp, {
      title: "周末清扫楼道",
      words: "请帮忙清扫三号楼的楼道。",
      nodeId: (await postOf(await world.as(people.desk))).id,
      ...draft,
    });
    expect(status, problem.detail).toBe(200);
    return body;
  };

  const act = async (who: Caller, matterId: string, action: string, data: Record<string, unknown> = {}) => {
    const seen = await who(mattersApi.view, { matterId });
    return who(mattersApi.act, { matterId, action, version: seen.body.version, data });
  };

  const must = async (who: Caller, matterId: string, action: string, data: Record<string, unknown> = {}) => {
    const { status, body, problem } = await act(who, matterId, action, data);
    expect(status, problem.detail).toBe(200);
    return body;
  };

  return {
    putUp,
    act,
    must,
    desk: () => world.as(people.desk),
    need: async (more: Partial<CallInput<typeof claimsApi.putUp>> = {}) =>
      putUp(await world.as(people.desk), { kind: "need", ...more }),
    claim: (who: Caller, claimableId: string, more: Partial<CallInput<typeof claimsApi.claim>> = {}) =>
      who(claimsApi.claim, { claimableId, ...more }),
    mustClaim: async (
      who: Caller,
      claimableId: string,
      more: Partial<CallInput<typeof claimsApi.claim>> = {},
    ): Promise<ClaimView> => {
      const { status, body, problem } = await who(claimsApi.claim, { claimableId, ...more });
      expect(status, problem.detail).toBe(200);
      return body;
    },
    view: async (who: Caller, claimableId: string): Promise<ClaimableView> =>
      (await who(claimsApi.claimable, { claimableId })).body,
    /** Signed-in tokens of so many people, none of whom keeps a desk. */
    crowd: async (size: number): Promise<string[]> => {
      const rows = await world.query<{ id: string }>(
        `select a.id from accounts a where not exists (select 1 from role_grants g where g.account_id = a.id and g.role like '%desk') order by a.id limit ${size}`,
      );
      const { services, foundation } = world.app;
      return foundation.db.inTenant(tenant, async (tx) => {
        const tokens: string[] = [];
        for (const { id } of rows) tokens.push((await services.identity.sessions.open(tx, id, "mobile", "test")).token);
        return tokens;
      });
    },
    register: async (phone: string, more: { birthYear?: number; skills?: string[] } = {}) => {
      const who = await world.as(phone);
      const node = (await postOf(await world.as(people.desk))).id;
      const made = await who(registrationsApi.register, { kind: "member", node, ...more } as never);
      expect(made.status, made.problem.detail).toBe(200);
      await must(await world.as(people.desk), (made.body as { id: string }).id, "confirm");
    },
  };
};
