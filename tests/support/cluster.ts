import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { migrate } from "#db/migrate.ts";
import { ownFolder } from "./own-folder.ts";

/** The urls of the cluster's first database: migrated, with reference data, and never used but to be copied. */
export interface TestCluster {
  ownerUrl: string;
  appUrl: string;
  readUrl: string;
  superUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One PostgreSQL for the run, without flushes to disk, prepared once; each test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await ownFolder("tests");
  const cluster = await startEmbedded({ dataDir: folder.path, fsync: false });
  await migrate(cluster.ownerUrl);
  const { ownerUrl, appUrl, readUrl, superUrl } = cluster;
  project.provide("cluster", { ownerUrl, appUrl, readUrl, superUrl });
  return async () => {
    await cluster.stop();
    folder.remove();
  };
}
