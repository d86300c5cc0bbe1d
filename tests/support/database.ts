import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";
import { DATABASE, makeDatabase } from "#db/embedded/roles.ts";
import type { TestCluster } from "./cluster.ts";

/** A database of one's own, migrated and with reference data; as each of the roles that connect to it. */
export interface FreshDatabase extends TestCluster {
  name: string;
}

/** Copies the prepared database, in some 60 ms; it goes with the cluster at the end of the run. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = inject("cluster");
  const name = `t_${randomBytes(6).toString("hex")}`;
  const server = postgres(inDatabase(cluster.superUrl, "postgres"), { max: 1, onnotice: () => {} });
  try {
    await makeDatabase(server, name, DATABASE);
  } finally {
    await server.end();
  }
  return {
    name,
    proofKey: cluster.proofKey,
    ownerUrl: inDatabase(cluster.ownerUrl, name),
    appUrl: inDatabase(cluster.appUrl, name),
    readUrl: inDatabase(cluster.readUrl, name),
    superUrl: inDatabase(cluster.superUrl, name),
  };
}

export function inDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
