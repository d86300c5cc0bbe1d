import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { ownFolder } from "./own-folder.ts";
import { copyPreparedCluster, PROOF_KEY } from "./prepared-cluster.ts";

/** The urls of the cluster's first database: migrated, with reference data, and never used but to be copied. */
export interface TestCluster {
  ownerUrl: string;
  appUrl: string;
  readUrl: string;
  superUrl: string;
  /** `house.secret` of the services under test. */
  proofKey: string;
}

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** One PostgreSQL for the run, without flushes to disk, prepared once; each test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await ownFolder("tests");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path, fsync: false });
  const { ownerUrl, appUrl, readUrl, superUrl } = cluster;
  project.provide("cluster", { ownerUrl, appUrl, readUrl, superUrl, proofKey: PROOF_KEY });
  return async () => {
    await cluster.stop();
    folder.remove();
  };
}
