/** The people of the place by what they do, signed in through the public API when they are first needed. */

import type { PersonFile } from "@ginkgo/packs/tree/types.ts";
import { identityApi } from "@ginkgo/shared/api/identity.ts";
import type { Call } from "../load/caller.ts";
import { password, type Stage } from "./stage.ts";

export interface Cast {
  /** People without a post: they ask. */
  readonly residents: readonly PersonFile[];
  /** Holders of one of the roles on a node (by the node's id). */
  holders(roles: readonly string[], nodeId: string): readonly PersonFile[];
  /** Holders of a role anywhere. */
  all(role: string): readonly PersonFile[];
  /** A person's token; everyone signs in once. */
  token(person: PersonFile, call: Call): Promise<string>;
}

export const takers = ["grid-worker", "team-lead", "team-member", "unit-clerk"] as const;

export const createCast = ({ people, nodeId, tenant, tree }: Stage): Cast => {
  const tokens = new Map<string, Promise<string>>();
  const area = new Set(tree.map(({ key }) => key));
  const byPost = new Map<string, PersonFile[]>();
  for (const person of people)
    for (const { role, node } of person.posts) {
      if (!area.has(node)) continue;
      const post = `${role} ${nodeId(node)}`;
      const known = byPost.get(post);
      if (known) known.push(person);
      else byPost.set(post, [person]);
    }

  const signIn = async (person: PersonFile, call: Call): Promise<string> => {
    const { token } = await call(identityApi.signInWithPassword, { tenant, phone: person.phone, password });
    if (!token) throw new Error(`${person.key} got no token`);
    return token;
  };

  return {
    residents: people.filter(({ posts }) => posts.length === 0),
    holders: (roles, node) => roles.flatMap((role) => byPost.get(`${role} ${node}`) ?? []),
    all: (role) => people.filter(({ posts }) => posts.some((post) => post.role === role)),
    token: (person, call) => {
      let token = tokens.get(person.key);
      if (!token) {
        token = signIn(person, call);
        tokens.set(person.key, token);
      }
      return token;
    },
  };
};
