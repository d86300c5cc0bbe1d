import { expect, type Page, type Request, test } from "@playwright/test";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { FLOOR, slowLine } from "#tests/support/slow-line.ts";
import { anEvening, type Evening } from "./evening.ts";
import { readied, writeReport } from "./outbox-device.ts";
import { words } from "./people.ts";

test.use({ serviceWorkers: "allow" });

const SMALL = { width: 360, height: 740 };
const SUBMISSION = 5_000;
/** More than forty seconds of this line: two cuts fall into it whenever it begins. */
const PHOTO = 130_000;

test("32 kbit/s, 800 ms and a cut every 20 s: a report, nil and a photo arrive once each, and the photo goes on where it stopped", async ({
  browser,
}) => {
  const positions: number[] = [];
  const line = await slowLine((said) => positions.push(...positionIn(said)));
  const evening = await anEvening(2);
  const officer = await evening.open(browser, { agency: 1, role: "reporter" }, SMALL, line.proxy);
  await readied(officer, evening);

  const routes = requestsFor(officer, /__manifest/);
  line.becomes(FLOOR);
  await officer.goto("/outbox");
  await officer.getByRole("link", { name: words("outbox.write.report") }).click();
  await writeReport(officer, "SLOW-1");
  const photo = Buffer.concat([await aPhoto({ width: 900, height: 700 }), Buffer.alloc(PHOTO, 0x5a)]);
  const camera = officer.locator(".outbox-of-report input[type=file]").first();
  await camera.setInputFiles({ name: "scales.jpg", mimeType: "image/jpeg", buffer: photo });
  await expect(officer.locator(".outbox-file")).toHaveCount(1);
  const sizes = sizesOf(officer, evening);
  await officer.locator(".report-foot button[name=send]").click();
  const waits = (said: string) => officer.locator(".outbox-line").filter({ hasText: said });
  await expect(waits("scales.jpg")).toContainText(words("outbox.where.held"));
  await expect(waits(words.commodity("F1.pangolin_scales"))).toContainText(/sending, .+ left/);
  await officer.getByRole("button", { name: words("outbox.write.nil") }).click();
  await officer.getByRole("button", { name: words("outbox.nil.confirm") }).click();
  // What only the server can ask is answered in one tap.
  await waits(words("outbox.where.asks"))
    .getByRole("button", { name: words("outbox.act.as_it_is") })
    .click();
  const before = line.told();
  await expect(waits("scales.jpg")).toContainText(/sending, .+ left/);

  // The page sends, and the worker that the browser wakes: one of them at a time.
  const tries: number[] = [];
  const over = () => triesOfFile(officer).then((now) => now === null || !tries.push(now));
  await expect.poll(over, { timeout: 100_000, intervals: [500] }).toBe(true);
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  const taken = officer.getByRole("region", { name: words("outbox.taken") });
  await expect(taken.getByRole("listitem")).toHaveCount(3);
  expect(await evening.onRecord()).toEqual({ reports: 1, tallies: 1, photos: 1 });
  const { cuts, up } = line.told();
  expect(cuts - before.cuts).toBeGreaterThanOrEqual(2);
  // No piece lies before one that has come; what is sent again is less than a cut can take.
  expect(positions.length).toBeGreaterThan(4);
  expect(positions).toEqual([...positions].sort((one, other) => one - other));
  expect(up - before.up).toBeLessThan(1.6 * photo.length);
  // A line that carries a piece between two cuts is not left alone for longer and longer.
  expect(Math.max(...tries)).toBeLessThanOrEqual(2);
  // What is known already is not asked for, neither once nor with every change of the page.
  expect(routes).toEqual([]);
  expect(sizes.length).toBeGreaterThanOrEqual(3);
  for (const bytes of sizes) expect(await bytes).toBeLessThan(SUBMISSION);
  await officer.context().close();
  await line.end();
  await evening.end();
});

test("a page that breaks off in the middle leads to the one that works without a line", async ({ browser }) => {
  const line = await slowLine();
  const evening = await anEvening(2);
  const officer = await evening.open(browser, { agency: 1, role: "reporter" }, SMALL, line.proxy);
  await readied(officer, evening);
  // Enough for a head and a half of the page, never for the whole.
  line.becomes({ ...FLOOR, cutEveryMs: 3_000 });
  await officer.goto(evening.operation);
  await expect(officer).toHaveURL(/\/outbox$/);
  await expect(officer.getByRole("link", { name: words("outbox.write.report") })).toBeVisible();
  await officer.context().close();
  await line.end();
  await evening.end();
});

function requestsFor(page: Page, path: RegExp): string[] {
  const asked: string[] = [];
  page.on("request", (request) => path.test(request.url()) && asked.push(request.url()));
  return asked;
}

/** Where a piece of a file begins that goes out. */
function positionIn(said: Buffer): number[] {
  const found = said.toString("latin1").matchAll(/name="position"\r\n\r\n(\d+)/g);
  return [...found].map(([, position]) => Number(position));
}

/** What each sending of a report or tally weighs that came through, with its head. */
function sizesOf(page: Page, { operation }: Evening): Promise<number>[] {
  const sizes: Promise<number>[] = [];
  const weigh = async (request: Request) => {
    const { requestHeadersSize, requestBodySize } = await request.sizes();
    return requestHeadersSize + requestBodySize;
  };
  page.on("requestfinished", (request) => {
    const isWords = request.method() === "POST" && new URL(request.url()).pathname === `${operation}/outbox`;
    if (isWords) sizes.push(weigh(request));
  });
  return sizes;
}

/** How often in a row the file has been tried, as the device writes it down; null where none waits. */
function triesOfFile(page: Page): Promise<number | null> {
  return page.evaluate(
    () =>
      new Promise<number | null>((tell) => {
        const opening = indexedDB.open("naga-outbox");
        opening.onsuccess = () => {
          const all = opening.result.transaction("entries").objectStore("entries").getAll();
          all.onsuccess = () => {
            opening.result.close();
            tell(all.result.find(({ kind }) => kind === "file")?.tries ?? null);
          };
        };
      }),
  );
}
