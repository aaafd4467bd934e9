/** Publishing packs and making a place ready for its people: tenant, tree, accounts. */
import { randomBytes } from "node:crypto";
import type { ShippedPlace } from "@ginkgo/packs/index.ts";
import type { PersonFile, PlaceTree, TreeFileNode } from "@ginkgo/packs/tree/types.ts";
import pg from "pg";
import { type SeedPerson, seedPeople } from "../modules/identity/index.ts";
import { type SeedNode, seedTree } from "../modules/org/index.ts";
import { shipPack } from "../modules/packs/index.ts";
import type { Clock } from "../platform/clock.ts";
import type { Sealer } from "../platform/crypto.ts";
import type { Database } from "../platform/db/database.ts";

export interface Prepared {
  readonly tenant: string;
  /** Made by this start. */
  readonly fresh: boolean;
}

const asOwner = async <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7164)");
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The pack of this build for the place, unless the place has changed its own; a place that is not there yet is made. */
export const preparePlace = (ownerUrl: string, place: ShippedPlace, tenant = place.pack.code): Promise<Prepared> =>
  asOwner(ownerUrl, async (client) => ({ tenant, fresh: (await shipPack(client, tenant, place.pack)).fresh }));

/** Places this database has been prepared for, by this start or an earlier one. */
export const knownTenants = (ownerUrl: string): Promise<ReadonlySet<string>> =>
  asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ tenant_id: string }>("select tenant_id from tenants");
    return new Set(rows.map((row) => row.tenant_id));
  });

const seedNodes = ({ area, party }: PlaceTree): SeedNode[] => {
  // The key is a code of the place's own where there is no legal one: it is what an Excel row is recognised by.
  const coded = (node: TreeFileNode) => ({ ...node, code: node.code ?? node.key });
  return [
    ...area.map((node) => ({ ...coded(node), tree: "area" as const })),
    ...party.map((node) => ({ ...coded(node), tree: "party" as const })),
  ];
};

export const hasTree = (db: Database, tenant: string): Promise<boolean> =>
  db.inTenant(
    tenant,
    async (tx) =>
      (await tx.sql.selectFrom("nodes").select("id").where("tenant_id", "=", tenant).limit(1).executeTakeFirst()) !==
      undefined,
  );

/** Whether anyone has ever sent in a case. */
export const hasCases = (db: Database, tenant: string): Promise<boolean> =>
  db.inTenant(
    tenant,
    async (tx) =>
      (await tx.sql.selectFrom("cases").select("id").where("tenant_id", "=", tenant).limit(1).executeTakeFirst()) !==
      undefined,
  );

export interface Populated {
  /** The first administrator of a place without demonstration people. */
  readonly admin: { readonly phone: string; readonly password: string } | undefined;
}

/**
 * Tree and people of a new place, in one transaction: a start that is interrupted leaves nothing half. Without the
 * demonstration there is one administrator, whose random password is shown once.
 */
export const populate = async (
  db: Database,
  sealer: Sealer,
  clock: Clock,
  place: ShippedPlace,
  tenant: string,
  /** Everyone's. Absent: no demonstration, one administrator instead. */
  demoPassword: string | undefined,
  adminPhone = "",
  /** Invented people beside those of the place's data: residents of its stories. */
  further: readonly PersonFile[] = [],
): Promise<Populated> =>
  db.inTenant(tenant, async (tx) => {
    const tree = place.tree();
    const ids = await seedTree(tx, clock.now(), seedNodes(tree));
    const idOf = (key: string): string => {
      const id = ids.get(key);
      if (!id) throw new Error(`the people's file names an unknown node: ${key}`);
      return id;
    };
    if (demoPassword === undefined) {
      const password = randomBytes(9).toString("base64url");
      const admin: SeedPerson = {
        name: "管理员",
        phone: adminPhone,
        password,
        posts: [{ role: "admin", nodeId: idOf(place.pack.code) }],
      };
      await seedPeople(tx, sealer, clock.now(), [admin]);
      return { admin: { phone: adminPhone, password } };
    }
    const people = [...tree.people, ...further].map(
      (person): SeedPerson => ({
        name: person.name,
        phone: person.phone,
        password: demoPassword,
        ...(person.home ? { homeId: idOf(person.home) } : {}),
        posts: person.posts.map(({ role, node, title }) => ({ role, nodeId: idOf(node), ...(title ? { title } : {}) })),
      }),
    );
    await seedPeople(tx, sealer, clock.now(), people);
    return { admin: undefined };
  });
