import { expect, type Page, test } from "@playwright/test";
import { aPhoto } from "#tests/attachments/sample-files.ts";
import { anEvening } from "./evening.ts";
import { complaints, words } from "./people.ts";

type Key = Parameters<typeof words>[0];
const press = (page: Page, key: Key) => page.getByRole("button", { name: words(key), exact: true }).click();
const opened = (page: Page, key: Key) => page.locator("summary").getByText(words(key), { exact: true }).click();

test("a photo is masked by hand and cleared, planned under an embargo, and kept back while its case is open", async ({
  browser,
}) => {
  const evening = await anEvening(2);
  const address = await evening.report(0, {});
  const owner = await evening.open(browser, { agency: 0, role: "ncp" });
  const lead = await evening.open(browser, { agency: 1, role: "lead" });
  const heard = [owner, lead].map(complaints);

  await owner.goto(address);
  const caseNo = await owner.locator(".seizure-name .code").innerText();
  const photo = { name: "IMG_1.jpg", mimeType: "image/jpeg", buffer: await aPhoto({ width: 640, height: 480 }) };
  await owner.locator("input[type=file]").first().setInputFiles(photo);
  await expect(owner.locator(".attachment")).toHaveCount(1);

  await owner.goto(`${evening.operation}/media`);
  await owner.getByLabel(words("media.own.case")).fill(caseNo);
  await press(owner, "media.own.find");
  await owner.getByRole("link", { name: words("media.own.mask") }).click();
  await maskTwice(owner);
  await owner.getByLabel(words("media.mask.caption"), { exact: true }).fill("Ivory in crates");
  await press(owner, "media.mask.send");
  await expect(owner.getByRole("status").getByText(words("media.done.mask_picture"))).toBeVisible();
  await owner.getByLabel(words("media.picture.looked")).check();
  await press(owner, "media.picture.clear");
  await expect(owner.locator(".tag").filter({ hasText: words("media.picture.state.cleared") })).toBeVisible();

  await lead.goto(`${evening.operation}/media`);
  await opened(lead, "media.plan.open");
  await lead.getByLabel(words("media.plan.title"), { exact: true }).fill("Ivory stopped");
  await lead.getByRole("checkbox", { name: /Ivory in crates/ }).check();
  await lead.getByLabel(words("media.plan.day"), { exact: true }).fill("2099-12-12");
  await lead.getByLabel(words("media.plan.time"), { exact: true }).fill("18:00");
  await press(lead, "media.plan.send");
  const card = lead.locator(".media-card").filter({ hasText: "Ivory stopped" });
  await expect(card.getByText(/embargoed until .*Dec 2099/)).toBeVisible();
  await expect(card.locator("img")).toHaveJSProperty("complete", true);

  // Its owner hears of it, marks the case, and the lead of that, without asking.
  await expect(owner.getByText(/embargoed until .*Dec 2099/)).toBeVisible();
  await opened(owner, "media.open.begin");
  await owner.getByLabel(words("media.open.reason"), { exact: true }).fill("Two are followed");
  await press(owner, "media.open.send");
  await expect(card.getByText(words("media.way.black", { n: 1 }))).toBeVisible();
  await expect(card.getByText(caseNo)).toBeVisible();
  await owner
    .locator(".media-marks")
    .getByRole("button", { name: words("media.open.end") })
    .click();
  await expect(card.getByText(words("media.way.black", { n: 1 }))).toHaveCount(0);

  expect(heard.flat()).toEqual([]);
  await Promise.all([owner, lead].map((page) => page.context().close()));
  await evening.end();
});

/** One mask drawn with the pointer, and one put there and moved with keys alone. */
async function maskTwice(page: Page) {
  const canvas = page.locator(".mask-canvas");
  await expect(canvas.locator("img")).toHaveJSProperty("complete", true);
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("no picture");
  await page.mouse.move(box.x + 20, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 90, { steps: 4 });
  await page.mouse.up();
  await expect(canvas.locator("button.mask")).toHaveCount(1);
  await press(page, "media.mask.add");
  const x = page.getByLabel(words("media.mask.x", { n: 2 }), { exact: true });
  const before = Number(await x.inputValue());
  await canvas.locator("button.mask").nth(1).press("ArrowRight");
  await expect(x).toHaveValue(String(before + 8));
}
