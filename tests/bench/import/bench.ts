import { join } from "node:path";
import { parseArgs } from "node:util";
import postgres from "postgres";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { ensureBuilt } from "#realtime/start/build.ts";
import { ownFolder } from "../../support/own-folder.ts";
import { copyPreparedCluster } from "../../support/prepared-cluster.ts";
import { makeThrong } from "../../support/throng.ts";
import { startProduct } from "../live/product.ts";
import { recordsOf, writeCsv, writeXlsx } from "./files.ts";
import { copyOfFile, copyOfRows } from "./floor.ts";
import { p95, startOthers, wait } from "./others.ts";
import { runImport } from "./program.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
/** The agency that imports is the one behind those that report. */
const AGENCY = (at: number) => `Z${String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26))}-CUS`;

/**
 * `npm run bench -- import [--rows 100000] [--copied 100000] [--others 20] [--quiet 20]`. The floor is measured with
 * `copied` rows, or as many as are imported if those are more: a COPY of few rows measures its start alone.
 */
export async function benchImport(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: "string", default: "100000" },
      copied: { type: "string", default: "100000" },
      others: { type: "string", default: "20" },
      quiet: { type: "string", default: "20" },
    },
  });
  const [rows, people, quiet] = [Number(values.rows), Number(values.others), Number(values.quiet)];
  const copied = Math.max(rows, Number(values.copied));
  ensureBuilt(say);
  const folder = await ownFolder("bench");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  try {
    const throng = await makeThrong(cluster.ownerUrl, { agencies: people + 1, people: 1 });
    const product = await startProduct(cluster);
    const others = startOthers(throng, product.port, people);
    try {
      sayWhatRuns(rows, people);
      await wait(5_000);
      others.take();
      await wait(quiet * 1_000);
      const alone = p95(others.take());
      say(`others alone: p95 ${alone.toFixed(1)} ms`);
      const csv = recordsOf("C", rows);
      const [csvPath, xlsxPath] = [join(folder.path, "rows.csv"), join(folder.path, "rows.xlsx")];
      writeCsv(csvPath, csv);
      await writeXlsx(xlsxPath, recordsOf("X", rows));
      const run = (path: string) => runImport({ path, env: product.env, agency: AGENCY(people) });
      others.take();
      const first = await run(csvPath);
      await mustBeSealed(cluster.ownerUrl, rows);
      const during = others.take();
      say(`csv: ${first.seconds.toFixed(1)} s, others p95 ${p95(during).toFixed(1)} ms of ${during.length} reports`);
      const file = (await copyOfFile(cluster.ownerUrl, recordsOf("C", copied))) / copied;
      const left = await copyOfRows(cluster.ownerUrl);
      const times = (floor: number) => (first.seconds / floor).toFixed(1);
      say(`bare COPY of the ${left.rows.toLocaleString("en")} rows that they became: ${left.seconds.toFixed(2)} s;`);
      say(
        `of the file's own lines into one table of texts: ${(file * rows).toFixed(2)} s, ${times(file * rows)} times`,
      );
      others.take();
      const second = await run(xlsxPath);
      const later = others.take();
      say(`xlsx: ${second.seconds.toFixed(1)} s, others p95 ${p95(later).toFixed(1)} ms of ${later.length} reports`);
      const slower = p95([...during, ...later]) / alone;
      const rate = ({ seconds }: { seconds: number }) => Math.round(rows / seconds);
      const peak = Math.max(first.peak, second.peak);
      say(
        `import: csv ${rate(first)} rows/s, ${times(left.seconds)}× bare COPY; xlsx ${rate(second)} rows/s; ` +
          `others p95 ${slower.toFixed(2)}×; peak ${peak} MB`,
      );
    } finally {
      await others.stop();
      await product.close();
    }
  } finally {
    await cluster.stop();
    folder.remove();
  }
}

function sayWhatRuns(rows: number, people: number): void {
  say(
    `${rows.toLocaleString("en")} rows of 15 columns, one seizure each, by the program as shipped (npm run import), from`,
  );
  say(
    `its start to its end: read, understood, stored as written, released through the same rules as typed reports, and`,
  );
  say(`sealed. Meanwhile ${people} people of other agencies report twice a second each over HTTP. Floor: COPY of the`);
  say("rows that they became into tables without index, key or policy, in the same run on the same database.");
}

async function mustBeSealed(ownerUrl: string, rows: number): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [here] = await sql<{ made: number; waiting: number }[]>`
      with made as (select agency_id from seizures where national_case_no like 'C-%' and ended_by is null)
      select (select count(*)::int from made) as made,
        (select count(*)::int from events where seq is null and agency_id = (select agency_id from made limit 1)) as waiting`;
    if (here?.made !== rows || here.waiting !== 0) throw new Error(`${JSON.stringify(here)} of ${rows}`);
  } finally {
    await sql.end();
  }
}
