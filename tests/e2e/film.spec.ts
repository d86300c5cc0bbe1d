import { readFile } from "node:fs/promises";
import { type Browser, type Download, expect, type Page, test } from "@playwright/test";
import { operationAddress, signedIn, words } from "./people.ts";

type Seen = { seconds: number; width: number; height: number; pictures: string[] };

/** What a browser shows of a file at some moments of it, each as the colours of a few points. */
async function watched(browser: Browser, download: Download): Promise<Seen> {
  const file = (await readFile(await download.path())).toString("base64");
  const page = await browser.newPage();
  const seen = await page.evaluate(async (bytes) => {
    const video = document.createElement("video");
    video.src = URL.createObjectURL(new Blob([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))]));
    const told = (event: string) =>
      new Promise<void>((resolve, reject) => {
        video.addEventListener(event, () => resolve(), { once: true });
        video.addEventListener("error", () => reject(new Error(video.error?.message)), { once: true });
      });
    video.muted = true;
    await told("loadeddata");
    const { duration: seconds, videoWidth: width, videoHeight: height } = video;
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [160, 90];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const pictures: string[] = [];
    // In the first picture, in the second, and in the one that stays to the end.
    for (const at of [0.1, 0.5, seconds - 0.2]) {
      const there = told("seeked");
      video.currentTime = at;
      await there;
      context?.drawImage(video, 0, 0, 160, 90);
      pictures.push(Array.from(context?.getImageData(0, 0, 160, 90).data ?? []).join());
    }
    return { seconds, width, height, pictures };
  }, file);
  await page.close();
  return seen;
}

async function openMap(page: Page, address: string) {
  await page.goto(address);
  await expect(page.locator(".map-canvas")).toHaveAttribute("data-state", "idle", { timeout: 60_000 });
}

async function saved(page: Page): Promise<Download> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: words("film.save") }).click();
  return download;
}

test("the film of an operation is taken away as a video by either clock, and a browser that makes none says so", async ({
  browser,
}) => {
  const page = await signedIn(browser, "analyst");
  const map = `${await operationAddress(page, /Demo/)}/map`;
  const weeksAgo = new Date(Date.now() - 15 * 86_400_000).toISOString();
  await openMap(page, `${map}?from=${weeksAgo.slice(0, 10)}`);
  await page.getByRole("button", { name: words("linked.pace.week") }).click();
  const happened = await saved(page);
  expect(happened.suggestedFilename()).toMatch(/^demo-film-.*\.(mp4|webm)$/);
  const film = await watched(browser, happened);
  expect(film.seconds).toBeGreaterThan(2);
  expect([film.width % 2, film.height % 2, film.width > 800]).toEqual([0, 0, true]);
  expect(new Set(film.pictures).size).toBe(3);
  await expect(page.getByRole("button", { name: words("film.save") })).toBeVisible();

  await openMap(page, `${map}?known=${weeksAgo}`);
  await page.getByRole("button", { name: words("known.pace.week") }).click();
  const known = await watched(browser, await saved(page));
  expect(new Set(known.pictures).size).toBe(3);

  await page.evaluate(() => Reflect.deleteProperty(window, "VideoEncoder"));
  await page.getByRole("button", { name: words("film.save") }).click();
  await expect(page.getByRole("alert").filter({ hasText: words("film.failure.unsupported") })).toBeVisible();
  await page.context().close();
});
