import { expect, type Page, test } from "@playwright/test";
import { addDays } from "#app/domain/local-date.ts";
import { aPlace, aRouteNode, aSeizureItem } from "#seeds/builders.ts";
import { anEvening, type Evening } from "./evening.ts";
import { complaints, words } from "./people.ts";

const AGENCIES = 6;
const IVORY = "F2.raw_ivory";
/** The operation began twenty days ago: three cases a day until the sixth day before today. */
const BEFORE = { from: 20, to: 6, perDay: 3 };

test("a corridor that nobody used before appears on the open page with its third case, and leads to its seizures", async ({
  browser,
}) => {
  const evening = await anEvening(AGENCIES);
  await toldBefore(evening);
  await evening.report(0, ivoryFromKenya(evening, 4));
  await evening.report(1, ivoryFromKenya(evening, 2));

  const analyst = await evening.open(browser, { agency: 3, role: "analyst" });
  const heard = complaints(analyst);
  await analyst.goto(`${evening.operation}/statistics`);
  await analyst.getByRole("link", { name: words("emerging.title") }).click();
  await expect(analyst.getByText(words("emerging.none.title"))).toBeVisible();
  await expect(analyst.locator(".live")).toBeVisible();

  await evening.report(2, ivoryFromKenya(evening, 0));
  const finding = analyst.locator(".finding");
  await expect(finding).toHaveCount(1);
  await expect(finding).toContainText(words("emerging.kind.new"));
  await expect(finding).toContainText(words("emerging.never"));
  await expect(finding).toContainText(words.commodity("F2"));
  const told = await finding.innerText();
  expect(told).toContain("3 cases in the last 5 days");
  await analyst.reload();
  await expect(finding).toHaveText(told, { useInnerText: true });

  await evening.report(0, from("CM", IVORY, evening, 1));
  expect(await seizuresBehind(analyst)).toBe(3);
  expect(heard).toEqual([]);
});

async function toldBefore(evening: Evening) {
  for (let day = BEFORE.from; day >= BEFORE.to; day--)
    for (let one = 0; one < BEFORE.perDay; one++)
      await evening.report(
        (day + one) % AGENCIES,
        from(["BR", "MX", "NL"][one] ?? "BR", "D1.meth_crystal", evening, day),
      );
}

const ivoryFromKenya = (evening: Evening, ago: number) => from("KE", IVORY, evening, ago);

function from(country: string, commodity: string, { today }: Evening, ago: number) {
  const origin = aPlace({ country, placeId: null, name: "", precision: "country" });
  return {
    occurredOn: addDays(today, -ago),
    items: [aSeizureItem({ commodity })],
    route: [aRouteNode({ place: origin }), aRouteNode({ role: "discovery", place: aPlace(), evidence: "documented" })],
  };
}

/** How many rows the list has that the finding leads to. */
async function seizuresBehind(page: Page): Promise<number> {
  await page.locator(".finding-foot a").click();
  await page.waitForURL(/\/seizures\?.*corridor=KE%3EVN&group=F2/);
  const rows = page.locator("tbody tr");
  await expect(rows.first()).toBeVisible();
  return rows.count();
}
