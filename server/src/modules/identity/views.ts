/** Accounts and roles as people see them: phones masked, nodes named. */

import type { NodeRef } from "@ginkgo/shared/api/common.ts";
import type { AccountView, Me, RoleGrant } from "@ginkgo/shared/api/identity.ts";
import type { Pack } from "@ginkgo/shared/pack/schema.ts";
import { maskPhone, type Sealer } from "../../platform/crypto.ts";
import type { Tree } from "../org/index.ts";
import { isLocked } from "./model.ts";
import type { AccountRow, GrantRow } from "./repo.ts";

export const nodeRef = (tree: Tree, id: string | null): NodeRef | null => {
  const node = id ? tree.get(id) : undefined;
  return node ? { id: node.id, name: node.name, tier: node.tier } : null;
};

const unknownNode = (id: string): NodeRef => ({ id, name: "（已不存在）", tier: "" });

export const grantViews = (grants: readonly GrantRow[], tree: Tree, pack: Pack): RoleGrant[] =>
  grants.map((grant) => ({
    id: grant.id,
    role: grant.role,
    label: pack.roles[grant.role]?.label ?? grant.role,
    title: grant.title,
    node: nodeRef(tree, grant.node_id) ?? unknownNode(grant.node_id),
    since: grant.since.toISOString(),
  }));

const phoneOf = (row: AccountRow, sealer: Sealer): string =>
  row.phone_sealed ? maskPhone(sealer.open(row.phone_sealed)) : "";

export const meView = (
  row: AccountRow,
  grants: readonly GrantRow[],
  tenant: string,
  tree: Tree,
  pack: Pack,
  sealer: Sealer,
): Me => ({
  id: row.id,
  name: row.name,
  phone: phoneOf(row, sealer),
  tenant,
  roles: grantViews(grants, tree, pack),
  rights: [...new Set(grants.flatMap(({ role }) => pack.roles[role]?.rights ?? []))].sort(),
  mayGrant: [...new Set(grants.flatMap(({ role }) => pack.roles[role]?.grants ?? []))].sort(),
  home: nodeRef(tree, row.home_id),
  hasPassword: row.password_hash !== null,
});

export const accountView = (
  row: AccountRow,
  grants: readonly GrantRow[],
  tree: Tree,
  pack: Pack,
  sealer: Sealer,
  now: Date,
  mayEdit: boolean,
): AccountView => ({
  id: row.id,
  name: row.name,
  phone: phoneOf(row, sealer),
  status: row.status as AccountView["status"],
  locked: isLocked({ lockedUntil: row.locked_until }, now),
  home: nodeRef(tree, row.home_id),
  roles: grantViews(grants, tree, pack),
  version: row.version,
  mayEdit,
});
