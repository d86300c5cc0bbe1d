import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { expect, test } from "vitest";
import { EmergingView } from "#app/components/emerging/emerging-view.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import { type Earlier, NO_EARLIER } from "#app/domain/emerging/earlier.ts";
import { findEmerging } from "#app/domain/emerging/emerging.ts";
import { dayNumber, tallyOf } from "#app/domain/emerging/tally.ts";
import { en } from "#app/messages/en.ts";
import { registerCatalogue } from "#app/messages/index.ts";
import { around, ONWARD, steady, TO_THAILAND, TO_VIET_NAM } from "../../domain/emerging/traffic.ts";

registerCatalogue("en", en);

const FIRST = dayNumber("2026-05-01");
const day = (nth: number) => FIRST + nth - 1;
const TODAY = day(110);
const usual = around(day(1), TODAY);

/** What a reader sees of it, as one line of text, and where its links lead. */
async function pageOf(cases: Parameters<typeof tallyOf>[0], earlier: Earlier = NO_EARLIER) {
  const view = (
    <EmergingView
      emerging={findEmerging(tallyOf(cases, { undated: 2, unrouted: 5 }), TODAY, earlier)}
      before={earlier}
      countries={{ KE: "Kenya", TH: "Thailand", VN: "Viet Nam", CN: "China" }}
      home="/operations/1"
      asOf="2026-08-18T07:02:00.000Z"
    />
  );
  const routes = [{ path: "*", element: view }];
  const context = await createStaticHandler(routes).query(new Request("https://naga.test/"));
  if (context instanceof Response) throw new Error("The page leads elsewhere");
  const html = renderToString(
    <TextProvider locale="en" zone="UTC" now="2026-08-18T07:02:00.000Z">
      <StaticRouterProvider router={createStaticRouter(routes, context)} context={context} />
    </TextProvider>,
  );
  const text = html
    .replace(/<!-- -->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  return { text, links: [...html.matchAll(/href="([^"]+)"/g)].map(([, to]) => to?.replaceAll("&amp;", "&")) };
}

test("a corridor that took over says so with every number behind it, and leads to the seizures", async () => {
  const cases = [...usual, ...steady(day(1), day(89), 4, TO_THAILAND), ...steady(day(92), day(109), 3, TO_VIET_NAM)];
  const { text, links } = await pageOf(cases);
  expect(text).toContain("Shifted Kenya to Viet Nam: Elephants up to the seizure");
  expect(text).toContain("6 cases in the last 19 days, since 31 Jul; 0 expected from the 91 days before.");
  expect(text).toContain("Of all cases with a known route it had 0 of 205 before and 6 of 44 since.");
  expect(text).toMatch(/Kenya to Thailand fell: no case where 4\.9 were expected/);
  expect(text).toContain("No earlier operation is there to compare with.");
  expect(links).toContain("/operations/1/seizures?from=2026-07-31&corridor=KE%3EVN&group=F2");
});

test("two legs stand in one finding, and what earlier operations had is said", async () => {
  const cases = [
    ...usual,
    ...steady(day(30), day(30), 1, TO_THAILAND),
    ...steady(day(102), day(110), 2, TO_THAILAND, ONWARD),
  ];
  const { text } = await pageOf(cases, {
    operations: 2,
    days: 300,
    among: 800,
    cells: { [ONWARD.key]: 1, [TO_THAILAND.key]: 2 },
  });
  expect(text.match(/Rising|New|Shifted/g)).toHaveLength(1);
  expect(text).toMatch(/also show on (Thailand to China|Kenya to Thailand)/);
  expect(text).toMatch(/In 2 earlier operations of 300 days it had (1 case|2 cases) among 800\./);
});

test("where nothing is unusual the page says how much is watched, by which rule, and what was left out", async () => {
  const { text } = await pageOf(usual);
  expect(text).toContain("Nothing unusual 5 corridors with their goods are watched.");
  expect(text).toContain("0 findings · 5 corridors with their goods watched, in 220 cases with a known route");
  expect(text).toContain("Rule emerging-v1");
  expect(text).toContain("Silent below 4 cases (3 where there was none before) on 2 days");
  expect(text).toContain("Left out: 2 whose day is not known, 5 without a corridor between two known countries.");
  expect(text).toContain("Counts follow effort as well as crime");
});

test("before the first case there is nothing that could be usual", async () => {
  const { text } = await pageOf([]);
  expect(text).toContain("No corridor has a case yet.");
  expect(text).not.toContain("findings");
});
