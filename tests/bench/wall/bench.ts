import { createHash, randomBytes } from "node:crypto";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import postgres from "postgres";
import { v7 as uuid } from "uuid";
import { PANEL_KINDS, type Panel } from "#app/domain/dashboard.ts";
import { startEmbedded } from "#db/embedded/start-embedded.ts";
import { ensureBuilt } from "#realtime/start/build.ts";
import { CHROMIUM_FLAGS, ensureChromium, findChromium } from "../../support/chromium.ts";
import { ownFolder } from "../../support/own-folder.ts";
import { copyPreparedCluster } from "../../support/prepared-cluster.ts";
import { makeThrong, type Throng } from "../../support/throng.ts";
import { aReport, bodyOf, poster, startProduct } from "../live/product.ts";
import { heapMb } from "../map/measures.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const MINUTE = 60_000;
/** What is made once at the beginning is no growth. */
const WARM = 30;

/**
 * `npm run bench -- wall [--minutes 300] [--reloads 12]`: a wall of every kind of panel, to which a report comes each minute
 * of a clock that is played faster, and which is loaded anew so many times after that. Its heap before and after each.
 */
export async function benchWall(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { minutes: { type: "string", default: "300" }, reloads: { type: "string", default: "12" } },
  });
  ensureBuilt(say);
  ensureChromium();
  const folder = await ownFolder("bench");
  await copyPreparedCluster(folder.path);
  const cluster = await startEmbedded({ dataDir: folder.path });
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  try {
    const throng = await makeThrong(cluster.ownerUrl, { agencies: 8, people: 1 });
    const product = await startProduct(cluster);
    try {
      const token = await aWall(cluster.ownerUrl, throng);
      const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
      await page.clock.install();
      await page.goto(`http://localhost:${product.port}/wall/${token}`);
      await measure(page, poster(throng, product.port), {
        minutes: Number(values.minutes),
        reloads: Number(values.reloads),
      });
    } finally {
      await product.close();
    }
  } finally {
    await browser.close();
    await cluster.stop();
    folder.remove();
  }
}

type Size = { minutes: number; reloads: number };

async function measure(page: Page, reports: ReturnType<typeof poster>, { minutes, reloads }: Size): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  for (let at = 0; at < WARM; at++) await aMinute(page, reports);
  const warm = await heapMb(session);
  for (let at = 0; at < minutes; at++) {
    await aMinute(page, reports);
    if ((at + 1) % 60 === 0) say(`after ${at + 1} minutes: ${(await heapMb(session)).toFixed(2)} MB`);
  }
  const after = await heapMb(session);
  for (let at = 0; at < reloads; at++) {
    await page.reload();
    await aMinute(page, reports);
  }
  const anew = await heapMb(session);
  reports.close();
  say(
    `wall: heap ${warm.toFixed(2)} MB, +${(after - warm).toFixed(2)} MB after ${minutes} refreshes, +${(anew - warm).toFixed(2)} MB after ${reloads} reloads`,
  );
}

/** One report, and a minute of the screen's clock: its seconds, its turning pages and its refresh with what came. */
async function aMinute(page: Page, reports: ReturnType<typeof poster>): Promise<void> {
  await reports.post(bodyOf(aReport()));
  const answered = page.waitForResponse((response) => /\/wall\.data/.test(response.url()), { timeout: 30_000 });
  await page.clock.runFor(MINUTE);
  await answered;
}

/** A wall of everybody who is there, of each kind of panel twice. */
async function aWall(ownerUrl: string, { operationId, sessions }: Throng): Promise<string> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const token = randomBytes(32).toString("base64url");
  const dashboard = uuid();
  const twice = [...PANEL_KINDS, ...PANEL_KINDS].slice(0, 24);
  const panels = twice.map((kind, at): Panel => ({ kind, query: "", wide: at % 5 === 0 }));
  const hash = createHash("sha256");
  await sql`
    insert into dashboards (operation_id, id, member_id, agency_id, name, panels, shared)
    select m.operation_id, ${dashboard}, m.id, m.agency_id, 'Week', ${sql.json(panels)}, true
    from members m join tokens t on t.person_id = m.person_id
    where m.operation_id = ${operationId} and t.hash = sha256(${sessions[0] ?? ""}::text::bytea)`;
  await sql`update members set role = 'analyst' where operation_id = ${operationId} and id in (select member_id from dashboards)`;
  await sql`
    insert into walls (operation_id, id, dashboard_id, member_id, agency_id, hash, label, administrations, roles, expires_at)
    select operation_id, ${uuid()}, id, member_id, agency_id, ${hash.update(token).digest()}, 'Hall',
      array[gen_random_uuid()], '{analyst}', now() + interval '8 days'
    from dashboards where id = ${dashboard}`;
  await sql.end();
  return token;
}
