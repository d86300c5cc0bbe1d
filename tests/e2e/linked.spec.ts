import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { aSeizureItem } from "#seeds/builders.ts";
import { anEvening } from "./evening.ts";
import { operationAddress, signedIn, words } from "./people.ts";

const cases = (page: Page) => page.locator(".map-side .headline-number");
const numberOf = async (page: Page) => Number((await cases(page).innerText()).replaceAll(/\D/g, ""));
const said = (page: Page) => page.locator(".time-bar-said");

async function openMap(page: Page, query = ""): Promise<string> {
  const operation = await operationAddress(page, /Demo/);
  await page.goto(`${operation}/map${query}`);
  await expect(page.locator(".map-canvas")).toHaveAttribute("data-state", "idle", { timeout: 60_000 });
  // The snapshot has come: from here on a filter asks the server nothing.
  await expect(page.locator(".live-live")).toBeVisible();
  return operation;
}

test("a window over the days moves map, totals, list and address at once, and asks the server nothing", async ({
  browser,
}) => {
  const page = await signedIn(browser, "analyst");
  await openMap(page);
  const all = await numberOf(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const days = await page.locator(".strip-days").boundingBox();
  if (!days) throw new Error("No days");
  await page.mouse.move(days.x + days.width * 0.3, days.y + 30);
  await page.mouse.down();
  await page.mouse.move(days.x + days.width * 0.5, days.y + 30, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  const some = await numberOf(page);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all);
  await expect(said(page)).toContainText(words("linked.days", { days: 73, cases: some }).split(", ")[1] ?? "");
  await page.getByRole("slider", { name: words("linked.strip.to") }).press("End");
  await expect(page).not.toHaveURL(/to=/);
  expect(await numberOf(page)).toBeGreaterThanOrEqual(some);
  expect(asked.filter((path) => /map|operations\/[^/]+\.data|root/.test(path))).toEqual([]);
  // The same address says the same to another reader, from the server.
  const other = await signedIn(browser, "lead.vn");
  await other.goto(page.url());
  await expect(cases(other)).toHaveText(await cases(page).innerText());
  await Promise.all([page.context().close(), other.context().close()]);
});

test("a corridor, a country and a drawn area narrow every view, stand as chips, and are taken away again", async ({
  browser,
}) => {
  const page = await signedIn(browser, "analyst");
  await openMap(page);
  const all = await numberOf(page);
  await page.getByRole("button", { name: words("map.control.table") }).click();
  const corridor = page.locator(".map-table table").nth(1).locator("tbody tr").first();
  const inCorridor = Number(await corridor.locator("td b").first().innerText());
  await corridor.getByRole("button").click();
  await page.getByRole("link", { name: words("linked.only.corridor") }).click();
  await expect(page).toHaveURL(/corridor=/);
  await expect(cases(page)).toHaveText(String(inCorridor));
  await page
    .locator(".filter-bar")
    .getByRole("link", { name: /Remove/ })
    .click();
  await expect(cases(page)).toHaveText(String(all));

  // By keyboard: what is in view is the area.
  await page.getByRole("button", { name: words("map.control.zoom_in") }).click();
  await page.getByRole("button", { name: words("linked.draw") }).click();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/box=/);
  const inArea = await numberOf(page);
  expect(inArea).toBeLessThan(all);
  await page.goBack();
  await expect(cases(page)).toHaveText(String(all));

  await page.goto(page.url().replace(/\?.*|$/, "?in=VN"));
  const inVietNam = await numberOf(page);
  expect(inVietNam).toBeGreaterThan(0);
  await page.goto(page.url().replace("/map", "/statistics"));
  await expect(page.locator(".headline-number").first()).toHaveText(String(inVietNam));
  await expect(page.getByText(words("linked.seized_in", { place: "Viet Nam" }))).toBeVisible();
  await page.goto(page.url().replace("/statistics", "/seizures"));
  await expect(page.locator(".seizure-filter .chip").first()).toContainText("Viet Nam");
  await page.context().close();
});

test("the operation is played like a film, and stops where it is told to", async ({ browser }) => {
  const page = await signedIn(browser, "analyst");
  await openMap(page, "?slot=I");
  const all = await numberOf(page);
  await page.getByRole("button", { name: words("linked.pace.week") }).click();
  await page.getByRole("button", { name: words("linked.play") }).click();
  await expect(cases(page)).not.toHaveText(String(all));
  await expect.poll(() => numberOf(page)).toBeGreaterThan(1);
  await page.getByRole("button", { name: words("linked.stop") }).click();
  await expect(page).toHaveURL(/slot=I.*to=|to=.*slot=I/);
  const stopped = await numberOf(page);
  expect(stopped).toBeLessThan(all);
  await expect(said(page)).toContainText(` ${stopped} case`);
  await page.context().close();
});

test("a report that comes in enters the filtered view of an open page, and one that does not fit leaves it alone", async ({
  browser,
}) => {
  const evening = await anEvening(3);
  await evening.report(0, { items: [aSeizureItem({ commodity: "F2.raw_ivory" })] });
  const analyst = await evening.open(browser, { agency: 2, role: "analyst" });
  await analyst.goto(`${evening.operation}/map?slot=I`);
  await expect(analyst.locator(".live-live")).toBeVisible();
  await expect(cases(analyst)).toHaveText("1");
  await evening.report(1, { items: [aSeizureItem({ commodity: "D1.meth_crystal" })] });
  await evening.report(1, { items: [aSeizureItem({ commodity: "F2.raw_ivory" })] });
  await expect(cases(analyst)).toHaveText("2");
  await expect(analyst.locator(".map-side")).toContainText(words("totals.of_all", { n: 3 }));
  await expect(analyst.locator(".map-side .reports > li")).toHaveCount(2);
  await expect(analyst).toHaveURL(/\?slot=I$/);
  await analyst.context().close();
});

test("a number of the cross-table leads to the reports behind it, and figures and map are taken away as pictures", async ({
  browser,
}) => {
  const page = await signedIn(browser, "analyst");
  const operation = await operationAddress(page, /Demo/);
  await page.goto(`${operation}/pivot?rows=mode&columns=slot`);
  const cell = page.locator(".pivot tbody .drill").first();
  const count = Number(await cell.innerText());
  await cell.click();
  await expect(page).toHaveURL(/\/seizures\?.*counted=yes/);
  await expect(page.locator(".view-head .caption")).toHaveText(words("seizures.count.filtered", { n: count }));
  await page.goto(`${operation}/statistics`);
  const title = words("figure.title.byMode");
  for (const kind of ["svg", "png"] as const) {
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: words(`figure.${kind}`, { title }) }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^demo-bymode-\\d{4}-\\d\\d-\\d\\d\\.${kind}$`));
    const bytes = readFileSync(await file.path());
    expect(kind === "png" ? bytes.subarray(1, 4).toString() : bytes.toString()).toContain(
      kind === "png" ? "PNG" : title,
    );
  }
  await openMap(page, "?slot=I");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: words("linked.picture") }).click();
  await page.getByRole("button", { name: words("linked.picture.svg") }).click();
  const map = readFileSync(await (await saving).path(), "utf8");
  for (const said of [words("slot.I"), words("map.disclaimer"), "H0", `n = ${await numberOf(page)}`])
    expect(map).toContain(said);
  await page.context().close();
});

test("airports, ports and border posts lie on the map once they are asked for, from this installation alone", async ({
  browser,
}) => {
  const page = await signedIn(browser, "analyst");
  await openMap(page);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByRole("button", { name: words("map.control.layers") }).click();
  for (const layer of ["airports", "ports", "crossings"] as const) {
    const came = page.waitForResponse(new RegExp(`/basemap/${layer}\\.json$`));
    await page.getByRole("checkbox", { name: words(`map.layer.${layer}`), exact: true }).check();
    expect((await came).status()).toBe(200);
  }
  await expect(page.locator(".map-canvas")).toHaveAttribute("data-state", "idle");
  // Hidden and shown again, nothing is fetched twice.
  await page.getByRole("checkbox", { name: words("map.layer.ports"), exact: true }).uncheck();
  await page.getByRole("checkbox", { name: words("map.layer.ports"), exact: true }).check();
  await expect(page.locator(".map-canvas")).toHaveAttribute("data-state", "idle");
  expect(asked.filter((url) => url.includes("/basemap/"))).toHaveLength(3);
  expect(asked.filter((url) => new URL(url).origin !== new URL(page.url()).origin && !url.startsWith("blob:"))).toEqual(
    [],
  );
  await page.context().close();
});

test("a picture that could not be made says so", async ({ browser }) => {
  const page = await signedIn(browser, "analyst");
  await openMap(page);
  await page.route(/\/save-map-[^/]+\.js$/, (route) => route.abort());
  const ask = async () => {
    await page.getByRole("button", { name: words("linked.picture"), exact: true }).click();
    await page.getByRole("button", { name: words("linked.picture.svg"), exact: true }).click();
  };
  await ask();
  await expect(page.getByRole("alert").filter({ hasText: words("figure.picture.failed") })).toBeVisible();
  await page.context().close();
});
