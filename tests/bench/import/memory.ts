import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { ownFolder } from "../../support/own-folder.ts";
import { copyPreparedCluster } from "../../support/prepared-cluster.ts";
import { makeThrong } from "../../support/throng.ts";
import { writeLongCsv, writeLongXlsx } from "./long-files.ts";
import { runImport } from "./program.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const MB = 1_000_000;

/**
 * `npm run bench -- import-memory [--csv 200] [--rows 50000] [--remarks 2000]`. How much memory the program takes to say
 * how every row of a long file is understood: a CSV of so many MB, and a workbook of so many rows.
 */
export async function benchImportMemory(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      csv: { type: "string", default: "200" },
      rows: { type: "string", default: "50000" },
      remarks: { type: "string", default: "2000" },
    },
  });
  const long = { remarks: Number(values.remarks) };
  const folder = await ownFolder("bench");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  try {
    await makeThrong(cluster.ownerUrl, { agencies: 1, people: 1 });
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: cluster.appUrl,
      DATABASE_OWNER_URL: cluster.ownerUrl,
      SESSION_SECRET: randomBytes(32).toString("base64url"),
    };
    const run = (path: string) => runImport({ path, env, agency: "ZAA-CUS", more: ["--dry-run"] });
    const paths = { csv: join(folder.path, "long.csv"), xlsx: join(folder.path, "long.xlsx") };
    const rows = await writeLongCsv(paths.csv, Number(values.csv) * MB, long);
    say(`a CSV of ${values.csv} MB, ${rows.toLocaleString("en")} rows with remarks of ${long.remarks} characters`);
    const csv = await run(paths.csv);
    say(`csv: ${csv.seconds.toFixed(1)} s, peak ${csv.peak} MB`);
    const bytes = await writeLongXlsx(paths.xlsx, Number(values.rows), long);
    say(`a workbook of ${Math.round(bytes / MB)} MB, ${Number(values.rows).toLocaleString("en")} such rows`);
    const xlsx = await run(paths.xlsx);
    say(`xlsx: ${xlsx.seconds.toFixed(1)} s, peak ${xlsx.peak} MB`);
    say(
      `import-memory: csv ${values.csv} MB, peak ${csv.peak} MB; xlsx ${Math.round(bytes / MB)} MB, peak ${xlsx.peak} MB`,
    );
  } finally {
    await cluster.stop();
    folder.remove();
  }
}
