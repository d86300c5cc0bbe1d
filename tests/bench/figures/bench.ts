import { parseArgs } from "node:util";
import type postgres from "postgres";
import { openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { ensureBuilt } from "#realtime/start/build.ts";
import { ownFolder } from "../../support/own-folder.ts";
import { copyPreparedCluster } from "../../support/prepared-cluster.ts";
import { makeThrong, type Throng } from "../../support/throng.ts";
import { crowd, foldAll } from "../map/crowded.ts";
import { measurePanels } from "./panels.ts";
import { writeCost } from "./writes.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const AGENCIES = 20;

/** `npm run bench -- figures [--seizures 1000000] [--rounds 30] [--reports 200]` */
export async function benchFigures(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      seizures: { type: "string", default: "1000000" },
      rounds: { type: "string", default: "30" },
      reports: { type: "string", default: "200" },
    },
  });
  const [seizures, rounds, reports] = [Number(values.seizures), Number(values.rounds), Number(values.reports)];
  ensureBuilt(say);
  const folder = await ownFolder("bench");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  try {
    const throng = await makeThrong(cluster.ownerUrl, { agencies: AGENCIES, people: 1 });
    say(`${seizures} seizures of 300 days in one operation, resampled from the real records of the demonstration.`);
    await filled(cluster, throng, seizures);
    const panels = await measurePanels(cluster, throng, rounds);
    const cost = await writeCost(cluster, throng, reports);
    say(
      `figures: p95 ${panels.p95.toFixed(0)} ms, ${panels.faster.toFixed(0)}× faster than raw; write cost +${cost.toFixed(0)} %`,
    );
  } finally {
    await cluster.stop();
    folder.remove();
  }
}

type Cluster = { superUrl: string; appUrl: string; ownerUrl: string };

async function filled({ superUrl, appUrl }: Cluster, throng: Throng, seizures: number): Promise<void> {
  const began = performance.now();
  await crowd(superUrl, throng, seizures);
  const written = performance.now();
  await foldAll(appUrl, throng);
  const folded = performance.now();
  const owner = openDatabase(superUrl, { max: 1 });
  try {
    await owner.sql`vacuum (analyze)`;
    const cells = await sizesOf(owner.sql);
    const per = (ms: number) => `${((ms * 1000) / seizures).toFixed(0)} µs each`;
    say(
      `written in ${seconds(written - began)} (${per(written - began)}), folded in ${seconds(folded - written)} (${per(folded - written)})`,
    );
    say(`cells: ${cells.rows} rows, ${cells.mb} MB with their index; facts and their parts ${cells.facts} MB`);
  } finally {
    await owner.end();
  }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(0)} s`;

async function sizesOf(sql: postgres.Sql) {
  const [row] = await sql<{ rows: number; mb: number; facts: number }[]>`
    select (select count(*)::int from figure_cells) as rows, pg_total_relation_size('figure_cells') / 1000000 as mb,
      (pg_total_relation_size('seizure_facts') + pg_total_relation_size('seizure_fact_items')
        + pg_total_relation_size('seizure_fact_nodes') + pg_total_relation_size('seizure_fact_codes')) / 1000000 as facts`;
  if (!row) throw new Error("A statement that always gives one row gave none");
  return row;
}
