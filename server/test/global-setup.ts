/** One PostgreSQL for the whole run, with a migrated database that each test file clones (see database.ts). */
import type { TestProject } from "vitest/node";
import type { DatabaseUrls } from "../src/platform/db/provision.ts";
import { createDatabase, startCluster } from "./cluster.ts";

declare module "vitest" {
  export interface ProvidedContext {
    ownerUrl: string;
    /** Addresses of the migrated database; nobody may be connected to it while it is cloned. */
    templateUrls: DatabaseUrls;
  }
}

export default async (project: TestProject): Promise<() => Promise<void>> => {
  const cluster = await startCluster();
  try {
    const template = await createDatabase(cluster.ownerUrl);
    project.provide("ownerUrl", cluster.ownerUrl);
    project.provide("templateUrls", template.urls);
    return async () => {
      await template.drop();
      await cluster.stop();
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
};
