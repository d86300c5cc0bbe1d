import { type Browser, expect, type Page, test } from "@playwright/test";
import { textFor } from "#app/messages/all.server.ts";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { anEvening, type Evening } from "./evening.ts";
import { readied, writeReport } from "./outbox-device.ts";
import { DESK, PHONE, words } from "./people.ts";

test.use({ serviceWorkers: "allow" });

const lao = textFor("lo");
const CASE = "NAMPHAO-0600";
const [ELSEWHERE, POST] = [0, 1];
const [FIRST_SHIFT, NEXT_SHIFT] = [0, 1] as const;
const PINS = ["314159", "271828"] as const;
const PHOTOS = ["one.jpg", "two.jpg", "three.jpg"];

test("six in the morning at a post without a line: filed in Lao with three photos, nil by the next shift on the same phone; the line comes for a moment, two approve, and then all others see it", async ({
  browser,
}) => {
  const evening = await anEvening(2, "organisation");
  await evening.approvals(POST, 2);
  const { phone: post, isHeldBy } = await aSharedPhoneInLao(browser, evening);
  const [first, second] = [
    await evening.open(browser, { agency: POST, role: "ncp", person: 3 }),
    await evening.open(browser, { agency: POST, role: "ncp", person: 4 }),
  ];
  const others = [
    await evening.open(browser, { agency: ELSEWHERE, role: "analyst" }),
    await evening.open(browser, { agency: ELSEWHERE, role: "ocu", person: 2 }),
    await evening.open(browser, { agency: ELSEWHERE, role: "lead", person: 3 }),
  ];

  // No line: twelve kilos, estimated, with three photos.
  await post.context().setOffline(true);
  await post.goto(evening.operation);
  await post.getByRole("link", { name: lao("outbox.write.report") }).click();
  await writeReport(post, CASE, lao);
  await post.locator("input[name='items.0.qualifier'][value=estimated]").check({ force: true });
  const photo = await aPhoto({ width: 900, height: 700 });
  await post
    .locator(".outbox-of-report input[type=file]")
    .first()
    .setInputFiles(PHOTOS.map((name) => ({ name, mimeType: "image/jpeg", buffer: photo })));
  await expect(post.locator(".outbox-file")).toHaveCount(3);
  await post.locator(".report-foot button[name=send]").click();
  await expect(post.locator(".outbox-line")).toHaveCount(4);
  await expect(post.locator(".outbox-line").first()).toContainText(lao("outbox.where.waiting"));
  // The next shift takes the same phone over by a PIN of its own, sees nothing of what waits, and files nil.
  await post.getByText(lao("outbox.shift.title"), { exact: true }).click();
  const shift = post.locator("details", { hasText: lao("outbox.shift.title") });
  await shift.getByLabel(lao("outbox.pin.label"), { exact: true }).fill(PINS[0]);
  await shift.getByRole("button", { name: lao("outbox.shift.act") }).click();
  await expect(post.getByText(lao("outbox.pin.wrong"))).toBeVisible();
  await shift.getByLabel(lao("outbox.pin.label"), { exact: true }).fill(PINS[1]);
  await shift.getByRole("button", { name: lao("outbox.shift.act") }).click();
  await expect(post.getByText(lao("outbox.shift.not_in"), { exact: true })).toBeVisible();
  await expect(post.locator(".outbox-line")).toHaveCount(0);
  await post.getByRole("button", { name: lao("outbox.write.nil") }).click();
  await post.getByRole("button", { name: lao("outbox.nil.confirm") }).click();
  await expect(post.locator(".outbox-line")).toHaveCount(1);

  // The line is there for so long that the words go and no photo does.
  for (const page of others) await counting(page, evening, 0);
  await post.context().route("**/attachments", cut);
  await lineOf(post, true);
  // Under the session that the phone still has goes what its owner wrote; the nil once its own writer is signed in.
  await expect.poll(evening.onRecord).toEqual({ reports: 1, tallies: 0, photos: 0 });
  await isHeldBy(NEXT_SHIFT);
  await expect(post.getByText(lao("outbox.none"))).toBeVisible();
  await post.context().setOffline(true);
  expect(await evening.onRecord()).toEqual({ reports: 1, tallies: 1, photos: 0 });

  await approve(first, evening);
  await expect(first.getByText(words("clearance.done.in_clearance", { n: 1 }))).toBeVisible();
  for (const page of others) await counting(page, evening, 0);
  await approve(second, evening);
  await second.getByRole("button", { name: words("clearance.confirm.yes", { n: 1 }) }).click();
  await expect(second.getByText(words("clearance.done.released", { n: 1 }))).toBeVisible();
  for (const page of others) await expect(counted(page)).toHaveText("1");

  // The photos go on from where they were, once each, and to the same report.
  await post.context().unroute("**/attachments", cut);
  await post.context().setOffline(false);
  await isHeldBy(FIRST_SHIFT);
  await expect(post.getByText(lao("outbox.none"))).toBeVisible();
  await post.goto(evening.operation);
  const report = post.getByRole("link", { name: new RegExp(lao.commodity("F1.pangolin_scales")) }).first();
  await report.click();
  await expect(post.locator(".attachment")).toHaveCount(3);
  expect(await evening.onRecord()).toEqual({ reports: 1, tallies: 1, photos: 3 });
  for (const page of [post, first, second, ...others]) await page.context().close();
  await evening.end();
});

const cut: Parameters<Page["route"]>[1] = (route) => route.abort("internetdisconnected");

/** A phone of the post that two officers have signed in on before, each with a PIN; the first one holds it now. */
async function aSharedPhoneInLao(browser: Browser, evening: Evening) {
  const url = process.env.NAGA_E2E_ADDRESS;
  const phone = await evening.open(browser, { agency: POST, role: "reporter" }, PHONE);
  const other = await evening.open(browser, { agency: POST, role: "reporter", person: 2 }, PHONE);
  const sessions = [await sessionIn(phone), await sessionIn(other)] as const;
  await other.context().close();
  await phone.context().addCookies([{ name: "naga_locale", value: "lo", url }]);
  const isHeldBy = async (shift: 0 | 1) => {
    await phone.context().addCookies([sessions[shift]]);
    await phone.goto("/outbox");
  };
  for (const shift of [NEXT_SHIFT, FIRST_SHIFT] as const) {
    await isHeldBy(shift);
    await expect(phone.getByText(lao("outbox.pin.shared"), { exact: true })).toBeVisible();
    await readied(phone, evening);
    await expect.poll(() => formsOn(phone)).toContain(evening.operation.split("/")[2]);
    await phone.goto("/outbox");
    await phone.getByText(lao("outbox.pin.shared"), { exact: true }).click();
    await phone.getByLabel(lao("outbox.pin.new")).fill(PINS[shift]);
    await phone.getByRole("button", { name: lao("outbox.pin.set") }).click();
    await expect(phone.getByText(lao("outbox.pin.is_set"))).toBeVisible();
  }
  return { phone, isHeldBy };
}

/** Of which operations the forms of whoever holds the phone are on it. */
function formsOn(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((tell) => {
        const opening = indexedDB.open("naga-outbox");
        opening.onsuccess = () => {
          const change = opening.result.transaction(["session", "kits"]);
          const now = change.objectStore("session").get("now");
          const kits = change.objectStore("kits").getAll();
          change.oncomplete = () => {
            opening.result.close();
            const own = kits.result.filter(({ person }) => person === now.result?.person);
            tell(own.map(({ operation }) => operation));
          };
        };
      }),
  );
}

async function sessionIn(page: Page) {
  const session = (await page.context().cookies()).find(({ name }) => name === "naga_session");
  if (!session) throw new Error("Nobody is signed in");
  return session;
}

/** Playwright changes the line without telling the page. */
async function lineOf(page: Page, isThere: boolean): Promise<void> {
  await page.context().setOffline(!isThere);
  await page.evaluate((name) => window.dispatchEvent(new Event(name)), isThere ? "online" : "offline");
}

const counted = (page: Page) => page.locator(".headline-number").first();

async function counting(page: Page, { operation }: Evening, n: number): Promise<void> {
  if (!page.url().includes(operation)) await page.goto(operation);
  await expect(page.locator(".live-live")).toBeVisible();
  await expect(counted(page)).toHaveText(String(n));
}

async function approve(contact: Page, { operation }: Evening): Promise<void> {
  await contact.setViewportSize(DESK);
  await contact.goto(`${operation}/clearance`);
  await contact.getByRole("checkbox", { name: words("clearance.choose", { no: CASE }) }).check();
  await contact.getByRole("button", { name: words("clearance.act.clear_n", { n: 1 }), exact: true }).click();
}
