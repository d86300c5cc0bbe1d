import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { REPORT_FORMS } from "#app/domain/operation-report/report-forms.ts";
import { editionFile } from "#app/operation-report-files/edition-file.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport } from "#app/services/operation-reports.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { CHROMIUM_FLAGS, ensureChromium, findChromium } from "../../support/chromium.ts";
import { aStore } from "../../support/files.ts";
import { ownFolder } from "../../support/own-folder.ts";
import { copyPreparedCluster } from "../../support/prepared-cluster.ts";
import { makeThrong } from "../../support/throng.ts";
import { aCommand } from "../../support/world.ts";
import { crowd, foldAll } from "../map/crowded.ts";
import { type Cost, costOf } from "./memory.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const AGENCIES = 20;
const NAMED = ["pdf", "docx", "xlsx", "pptx"] as const;

/**
 * `npm run bench -- report [--sizes 868,10000]`. A frozen report of an operation of so many seizures as each of its files,
 * beside what a bare program does: a headless browser prints the HTML copy, without tags, contents or page numbers.
 */
export async function benchReport(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { sizes: { type: "string", default: "868,10000" } } });
  await ensureChromium();
  const folder = await ownFolder("bench");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  try {
    say(
      `load average ${loadavg()
        .map((load) => load.toFixed(1))
        .join(" ")}`,
    );
    const told: string[] = [];
    let peak = 0;
    for (const [at, size] of values.sizes.split(",").map(Number).entries()) {
      const costs = await costsOf(cluster, { name: String.fromCharCode(90 - at), size });
      const files = REPORT_FORMS.filter((form) => form !== "zip");
      const all = files.reduce((sum, form) => sum + (costs.get(form)?.seconds ?? 0), 0);
      say(`${size.toLocaleString("en")} seizures: every form one by one ${all.toFixed(1)} s`);
      told.push(
        `${size.toLocaleString("en")} ${NAMED.map((form) => `${form} ${seconds(costs.get(form))}`).join(", ")}`,
      );
      peak = Math.max(peak, ...REPORT_FORMS.map((form) => costs.get(form)?.peak ?? 0));
    }
    say(`report: ${told.join("; ")}; peak ${peak} MB`);
  } finally {
    await cluster.stop();
    folder.remove();
  }
}

const seconds = (cost: Cost | undefined) => `${(cost?.seconds ?? 0).toFixed(1)} s`;

type Cluster = { superUrl: string; appUrl: string; ownerUrl: string };
type Wanted = { name: string; size: number };

async function costsOf(cluster: Cluster, { name, size }: Wanted): Promise<Map<string, Cost>> {
  const throng = await makeThrong(cluster.ownerUrl, { agencies: AGENCIES, people: 1, name });
  await crowd(cluster.superUrl, throng, size);
  await foldAll(cluster.appUrl, throng);
  const app = openDatabase(cluster.appUrl, { max: 4 });
  try {
    const log = { info: () => {}, error: () => {} };
    const house = { db: app.db, poke: () => {}, secret: "", ...aStore(), log };
    const acting: Acting = { house, token: throng.sessions[0] ?? "", operationId: throng.operationId };
    const costs = new Map<string, Cost>();
    const report = crypto.randomUUID();
    const take = async (what: string, work: () => Promise<unknown>) => {
      const cost = await costOf(work);
      costs.set(what, cost);
      say(
        `${String(size).padStart(7)} ${what.padEnd(9)} ${cost.seconds.toFixed(2).padStart(6)} s  peak ${cost.peak} MB`,
      );
    };
    await take("counting", async () => {
      const begun = { id: report, kind: "end_of_operation" as const, audience: "participants" as const };
      await beginReport(acting, aCommand({ ...begun, title: "Final report", from: null, to: null }));
      await freezeReport(acting, aCommand({ report, reckoning: 1 }));
    });
    const file = async (form: Parameters<typeof editionFile>[2]["form"]) =>
      Buffer.from(await (await editionFile(acting, { report, number: 1 }, { form, locale: "en" })).arrayBuffer());
    for (const form of REPORT_FORMS) await take(form, () => file(form));
    const html = (await file("html")).toString("utf8");
    await take("printed", () => printed(html));
    return costs;
  } finally {
    await app.end();
  }
}

/** The floor: the HTML copy through a browser, from its start on. */
async function printed(html: string): Promise<Buffer> {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    return await page.pdf({ format: "A4" });
  } finally {
    await browser.close();
  }
}
