import { parseArgs } from "node:util";
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { ensureBuilt } from "#realtime/start/build.ts";
import { CHROMIUM_FLAGS, ensureChromium, findChromium } from "../../support/chromium.ts";
import { ownFolder } from "../../support/own-folder.ts";
import { copyPreparedCluster } from "../../support/prepared-cluster.ts";
import { makeThrong, type Throng } from "../../support/throng.ts";
import { cpuMeter } from "../live/machine.ts";
import { aReport, bodyOf, poster, startProduct } from "../live/product.ts";
import { crowd, foldAll } from "./crowded.ts";
import { brushStep, frames, heapMb, median, stepsOf, TRACED, workedMs } from "./measures.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const KEYS = 24;

type Size = { seizures: number; steps: number; reports: number };

/** `npm run bench -- map [--seizures 100000] [--steps 60] [--reports 400]` */
export async function benchMap(args: string[]): Promise<void> {
  const size = sizeOf(args);
  ensureBuilt(say);
  ensureChromium();
  const folder = await ownFolder("bench");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  try {
    const throng = await makeThrong(cluster.ownerUrl, { agencies: KEYS, people: 1 });
    say(`${size.seizures} seizures, resampled from the real records of the demonstration; drawn by software.`);
    await crowd(cluster.superUrl, throng, size.seizures);
    await foldAll(cluster.appUrl, throng);
    const product = await startProduct(cluster);
    const meter = cpuMeter({ product: product.pid, database: cluster.pid() });
    try {
      await measure(browser, { throng, port: product.port, size });
      say(meter());
    } finally {
      await product.close();
    }
  } finally {
    await browser.close();
    await cluster.stop();
    folder.remove();
  }
}

function sizeOf(args: string[]): Size {
  const { values } = parseArgs({
    args,
    options: {
      seizures: { type: "string", default: "100000" },
      steps: { type: "string", default: "60" },
      reports: { type: "string", default: "400" },
    },
  });
  return { seizures: Number(values.seizures), steps: Number(values.steps), reports: Number(values.reports) };
}

type Measuring = { throng: Throng; port: number; size: Size };

async function measure(browser: Browser, { throng, port, size }: Measuring): Promise<void> {
  const address = `http://localhost:${port}`;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies([{ name: "naga_session", value: throng.sessions[0] ?? "", url: address }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  // The first answers write the blocks and count the figures that all others get until something happens.
  for (const part of ["snapshot", "map"])
    await context.request.get(`${address}/operations/${throng.operationId}/${part}`);
  const wire = await wireOf(page, () => openMap(page, `${address}/operations/${throng.operationId}/map`));
  const { answered, live, drawn } = wire.stages;
  say(
    `snapshot on the wire ${(wire.bytes / 1e6).toFixed(2)} MB; answered after ${seconds(answered)}, usable after ${seconds(live)}, drawn after ${seconds(drawn)}`,
  );
  const steps = await brush(browser, page, size.steps);
  say(
    `brush: ${steps.figures.toFixed(1)} ms of the page's own thread until the figures stand in every view, ${steps.drawn.toFixed(0)} ms more for drawing (medians of ${size.steps})`,
  );
  const frame = await film(page);
  const grown = await day(page, session, { throng, port, reports: size.reports });
  say(
    `map: usable ${(wire.ms / 1000).toFixed(2)} s, brush ${steps.figures.toFixed(0)} ms, frame ${frame.toFixed(0)} ms, heap +${grown.toFixed(1)} MB`,
  );
}

/**
 * Bytes of the snapshot as they came, and how long it took until the page could be used with all of it: every figure of
 * it stands in the views, and what comes is told. Drawing is measured beside, since machines that test draw by software.
 */
async function wireOf(page: Page, open: () => Promise<Stages>) {
  // A worker asks for it: whoever listens to the page alone does not hear of that.
  const snapshot = page.waitForEvent("requestfinished", (request) =>
    new URL(request.url()).pathname.endsWith("/snapshot"),
  );
  const stages = await open();
  const { responseBodySize } = await (await snapshot).sizes();
  return { bytes: responseBodySize, stages, ms: stages.live };
}

/** Milliseconds until the page has come, all of its snapshot, and the map has drawn that. */
type Stages = { answered: number; live: number; drawn: number };
const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;

/** Until the line is live, which is after the snapshot has come, and the map has drawn it. */
async function openMap(page: Page, address: string): Promise<Stages> {
  const began = performance.now();
  await page.goto(address, { waitUntil: "commit" });
  const answered = performance.now() - began;
  try {
    await page.locator(".live-live").waitFor({ timeout: 120_000 });
    const live = performance.now() - began;
    await page.locator(".map-canvas[data-state=idle]").waitFor({ timeout: 120_000 });
    return { answered, live, drawn: performance.now() - began };
  } catch (error) {
    say(`The page at ${page.url()} says: ${(await page.locator("body").innerText()).slice(0, 400)}`);
    throw error;
  }
}

/** With a window in the middle of the days, so that each step of its end changes every figure. */
async function brush(browser: Browser, page: Page, steps: number) {
  const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10);
  await openMap(page, `${page.url().replace(/\?.*/, "")}?from=${day(-200)}&to=${day(-100)}`);
  for (let at = 0; at < 5; at++) await brushStep(page, "ArrowLeft");
  await browser.startTracing(page, { categories: TRACED });
  for (let at = 0; at < steps; at++) await brushStep(page, at % 20 < 15 ? "ArrowLeft" : "ArrowRight");
  const measured = stepsOf(await browser.stopTracing());
  if (measured.length !== steps) throw new Error(`${measured.length} of ${steps} steps were found in the trace`);
  return { figures: median(measured.map(({ figures }) => figures)), drawn: median(measured.map(({ drawn }) => drawn)) };
}

async function film(page: Page): Promise<number> {
  await page.locator(".time-bar button").first().click();
  const gaps = await frames(page, 8_000);
  await page.locator(".time-bar button").first().click();
  return median(gaps);
}

type Day = { throng: Throng; port: number; reports: number };

/** As many reports as a busy day brings, one after the other, all seen by the open page; how much more it holds then. */
async function day(page: Page, session: CDPSession, { throng, port, reports }: Day) {
  await openMap(page, page.url().replace(/\?.*/, ""));
  const known = await casesOn(page);
  const before = await heapMb(session);
  const worked = await workedMs(session);
  const posts = poster(throng, port);
  try {
    for (let at = 0; at < reports; at++) await posts.post(bodyOf(aReport()));
  } finally {
    posts.close();
  }
  await page.waitForFunction(
    (all) => Number(document.querySelector(".map-side .headline-number")?.textContent?.replaceAll(/\D/g, "")) >= all,
    known + reports,
    { timeout: 120_000 },
  );
  const ms = (await workedMs(session)) - worked;
  say(`live: ${reports} reports cost the page ${(ms / reports).toFixed(1)} ms each of its own thread`);
  return (await heapMb(session)) - before;
}

async function casesOn(page: Page): Promise<number> {
  return Number((await page.locator(".map-side .headline-number").innerText()).replaceAll(/\D/g, ""));
}
