import type { TestProject } from "vitest/node";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { migrate } from "#db/migrate.ts";
import { keepProofKey } from "#db/server-secret.ts";
import { loadReference } from "#seeds/reference.server.ts";
import { ownFolder } from "./own-folder.ts";

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

const PROOF_KEY = "proof-key-of-the-test-databases";

/** One PostgreSQL for the run, without flushes to disk, prepared once; each test file copies it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await ownFolder("tests");
  const cluster = await startEmbedded({ dataDir: folder.path, fsync: false });
  await migrate(cluster.ownerUrl);
  await keepProofKey(cluster.ownerUrl, PROOF_KEY);
  await loadReference(cluster.ownerUrl);
  const { ownerUrl, appUrl, readUrl, superUrl } = cluster;
  project.provide("cluster", { ownerUrl, appUrl, readUrl, superUrl, proofKey: PROOF_KEY });
  return async () => {
    await cluster.stop();
    folder.remove();
  };
}
