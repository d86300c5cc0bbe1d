import { expect, type Page, test } from "@playwright/test";
import { aPhoto, aWordDocument } from "#tests/attachments/sample-files.ts";
import { DESK, operationAddress, PHONE, signedIn, words } from "./people.ts";
import { approve, fillReport, sendReport, type Told } from "./reporting.ts";

const SCALES: Told = {
  slot: words("slot.G"),
  commodity: words.commodity("F1.pangolin_scales"),
  amount: "4.375",
  place: "Wattay",
  country: "Lao PDR",
  caseNo: "VTE-PHOTO-1",
};

test("a photo goes out in pieces over a line that breaks, comes once, and others see it without its maker", async ({
  browser,
}) => {
  const officer = await signedIn(browser, "officer.la", PHONE);
  const operation = await operationAddress(officer, /Exercise/);
  await fillReport(officer, operation, SCALES);
  const address = await sendReport(officer);

  // The line breaks after the first piece, for everything.
  const pieces: number[] = [];
  let away = false;
  await officer.route(`**${address}/attachments`, async (route) => {
    const isPiece = route.request().postData()?.includes('name="position"') ?? false;
    if (isPiece) pieces.push(pieces.length);
    if (away) return route.abort("internetdisconnected");
    await route.continue();
    if (isPiece) away = true;
  });
  const photo = await aPhoto({ width: 900, height: 700 });
  const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });
  await choose(officer, "photo", file("IMG_2041.jpg", "image/jpeg", Buffer.concat([photo, noise(120_000)])));
  await expect(officer.getByText(/Waits for the line/)).toBeVisible();
  await officer.unroute(`**${address}/attachments`);
  await officer.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(officer.getByRole("link", { name: /IMG_2041/ })).toBeVisible();
  await expect(officer.locator(".attachment")).toHaveCount(1);
  await expect(officer.locator(".attachment img")).toHaveJSProperty("complete", true);
  expect(await officer.locator(".attachment img").evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(280);

  // What it says it is does not count, and the others are told in words.
  await choose(officer, "document", file("waybill.docx", "text/plain", await aWordDocument()));
  await expect(officer.locator(".attachment")).toHaveCount(2);
  await choose(officer, "document", file("list.pdf", "application/pdf", Buffer.from("<html>")));
  await expect(officer.getByText(words("error.attachment.type"))).toBeVisible();

  const contact = await signedIn(browser, "ncp.la", DESK);
  await contact.goto(address);
  await expect(contact.locator(".attachment")).toHaveCount(2);
  const thai = await signedIn(browser, "ncp.th", DESK);
  expect((await thai.request.get(address)).status()).toBe(404);
  await approve(contact);
  await thai.goto(address);
  await expect(thai.locator(".attachment")).toHaveCount(2);
  await expect(thai.getByText("IMG_2041")).toHaveCount(0);
  const view = await thai.locator(".attachment-open").first().getAttribute("href");
  const picture = await thai.request.get(view ?? "");
  expect(picture.headers()["content-type"]).toBe("image/jpeg");
  expect((await picture.body()).toString("latin1")).not.toMatch(/Secretphone|Nguyen/);
  expect((await thai.request.get(`${view?.replace(/view$/, "original")}`)).status()).toBe(404);

  await contact
    .getByRole("button", { name: words("attachment.remove") })
    .first()
    .click();
  await contact
    .getByRole("dialog")
    .getByRole("button", { name: words("attachment.remove"), exact: true })
    .click();
  await expect(contact.locator(".attachment")).toHaveCount(1);
  // Others who have it open see it go, without loading it again.
  await expect(thai.locator(".attachment")).toHaveCount(1);
  for (const page of [officer, contact, thai]) await page.context().close();
});

async function choose(
  page: Page,
  kind: "photo" | "document",
  file: { name: string; mimeType: string; buffer: Buffer },
) {
  const input = page.locator("label", { hasText: words(`attachment.add.${kind}`) }).locator("input[type=file]");
  await input.setInputFiles(file);
}

/** Bytes behind a picture, which readers of pictures pass over: the file is as large as one from a phone. */
function noise(bytes: number): Buffer {
  return Buffer.alloc(bytes, 0x5a);
}
