/** Roles and database: who owns the schema, who serves requests, who runs jobs. */
import { createHmac } from "node:crypto";
import pg from "pg";

export interface DatabaseUrls {
  /** Owns the schema; used for migrations and for making tenants. */
  readonly owner: string;
  /** Serves requests: owns nothing, cannot bypass row-level security. */
  readonly app: string;
  /** Owns the job queue only. */
  readonly jobs: string;
}

/** Derived from the owner's credentials, so that all servers on one database agree without sharing a file. */
const rolePassword = (ownerUrl: URL, role: string): string =>
  createHmac("sha256", ownerUrl.password || ownerUrl.host)
    .update(`${ownerUrl.username}:${role}`)
    .digest("base64url");

const withUser = (url: URL, user: string, password: string): string => {
  const copy = new URL(url);
  copy.username = user;
  copy.password = password;
  return copy.toString();
};

/** Attributes are given when the role is made and looked at ever after: only a superuser could change them. */
const ensureRole = async (client: pg.Client, role: string, password: string) => {
  const { rows } = await client.query<{ strong: boolean }>(
    "select rolsuper or rolbypassrls as strong from pg_roles where rolname = $1",
    [role],
  );
  const secret = pg.escapeLiteral(password);
  if (rows[0]?.strong)
    throw new Error(`the role ${role} is a superuser or may bypass row-level security: take that away from it first`);
  if (rows[0]) await client.query(`alter role ${role} with login password ${secret}`);
  else await client.query(`create role ${role} with login password ${secret}`);
};

const checkVersion = async (client: pg.Client) => {
  const { rows } = await client.query<{ version: number }>(
    "select current_setting('server_version_num')::int / 10000 as version",
  );
  const version = rows[0]?.version ?? 0;
  if (version < 15) throw new Error(`PostgreSQL ${version} is too old: Ginkgo needs 15 to 18.`);
};

/** Makes the roles if they are missing and answers with the three addresses. Safe to run at every start, by many servers. */
export const provision = async (ownerUrl: string): Promise<DatabaseUrls> => {
  const url = new URL(ownerUrl);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await checkVersion(client);
    await client.query("select pg_advisory_lock(7161)");
    for (const role of ["ginkgo_app", "ginkgo_jobs"]) {
      await ensureRole(client, role, rolePassword(url, role));
    }
    await client.query("grant ginkgo_jobs to current_user");
    await client.query("grant usage on schema public to ginkgo_app");
    // The queue's own migrations begin with "create schema if not exists", which needs the right even where it exists.
    await client.query(`grant create on database ${pg.escapeIdentifier(url.pathname.slice(1))} to ginkgo_jobs`);
    await client.query("create schema if not exists jobs authorization ginkgo_jobs");
  } finally {
    await client.end();
  }
  return {
    owner: ownerUrl,
    app: withUser(url, "ginkgo_app", rolePassword(url, "ginkgo_app")),
    jobs: withUser(url, "ginkgo_jobs", rolePassword(url, "ginkgo_jobs")),
  };
};
