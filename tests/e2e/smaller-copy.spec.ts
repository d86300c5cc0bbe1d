import { expect, type Locator, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { anOfficer, writeReport } from "./outbox-device.ts";
import { words } from "./people.ts";

test.use({ serviceWorkers: "allow" });

test("a large photo goes as a smaller copy that says so, and whole after everything else, or not at all", async ({
  browser,
}) => {
  const { evening, officer } = await anOfficer(browser);
  const photo = await aLargePhoto();
  const files = (...names: string[]) => names.map((name) => ({ name, mimeType: "image/jpeg", buffer: photo }));
  await officer.context().setOffline(true);
  await officer.goto("/outbox");
  await officer.getByRole("link", { name: words("outbox.write.report") }).click();
  await writeReport(officer, "SMALLER-1");
  const section = officer.locator(".outbox-of-report");
  const camera = section.locator("input[type=file]").first();
  await way(section, "first").check();
  await camera.setInputFiles(files("both.jpg"));
  await expect(section.locator(".outbox-file")).toHaveCount(2);
  await way(section, "only").check();
  await camera.setInputFiles(files("copy.jpg"));
  await expect(section.locator(".outbox-file")).toHaveCount(3);
  await officer.locator(".report-foot button[name=send]").click();
  // Words, both copies, and the whole one last.
  const copy = (name: string) => words("outbox.smaller", { name });
  const lines = officer.locator(".outbox-line .strong");
  await expect(lines).toHaveText([/./, copy("both.jpg"), copy("copy.jpg"), "both.jpg"]);

  await lineBack(officer);
  const asked = officer.locator(".outbox-line").filter({ hasText: words("outbox.where.asks") });
  await asked.getByRole("button", { name: words("outbox.act.as_it_is") }).click();
  await expect(officer.getByText(words("outbox.none"))).toBeVisible();
  expect(await evening.onRecord()).toEqual({ reports: 1, tallies: 0, photos: 3 });
  const taken = officer.getByRole("region", { name: words("outbox.taken") });
  await taken.getByRole("link", { name: words.commodity("F1.pangolin_scales") }).click();
  const tiles = officer.locator(".attachment");
  await expect(tiles).toHaveCount(3);
  await expect(tiles.filter({ hasText: words("attachment.reduced") })).toHaveCount(2);
  await expect(tiles.filter({ hasText: words("attachment.reduced.come") })).toHaveCount(2);
  await officer.context().close();
  await evening.end();
});

test("a copy alone names the photo that it was made of; a photo that is small goes as it is", async ({ browser }) => {
  const { evening, officer } = await anOfficer(browser);
  const address = await evening.report(1, {});
  await officer.goto(address);
  const section = officer.locator(".attachments");
  const camera = section.locator("input[type=file]").first();
  const photo = await aLargePhoto();
  await way(section, "only").check();
  await camera.setInputFiles({ name: "large.jpg", mimeType: "image/jpeg", buffer: photo });
  const tiles = officer.locator(".attachment");
  await expect(tiles).toHaveCount(1);
  await expect(tiles).toContainText(/Of a photo of .+, which has not come/);
  await expect(tiles.locator("[title^=SHA-256]").first()).toBeVisible();
  const view = await officer.request.get((await tiles.locator("a").first().getAttribute("href")) ?? "");
  const { width = 0, height = 0 } = await sharp(await view.body()).metadata();
  expect([width, height]).toEqual([1067, 1600]);

  await camera.setInputFiles({
    name: "small.jpg",
    mimeType: "image/jpeg",
    buffer: await sharp(photo).resize(300).toBuffer(),
  });
  await expect(tiles).toHaveCount(2);
  await expect(tiles.filter({ hasText: words("attachment.reduced") })).toHaveCount(1);
  await officer.context().close();
  await evening.end();
});

const way = (section: Locator, one: "first" | "only" | "whole") =>
  section.getByRole("radio", { name: words(`attachment.way.${one}`), exact: true });

async function lineBack(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
}

/** Three megabytes as a camera makes them: lying on its side, with much in it. */
function aLargePhoto(): Promise<Buffer> {
  const noise = { type: "gaussian" as const, mean: 120, sigma: 30 };
  return sharp({ create: { width: 2400, height: 1600, channels: 3, background: "#7a5533", noise } })
    .jpeg({ quality: 95 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}
