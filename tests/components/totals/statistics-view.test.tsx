import { expect, test } from "vitest";
import { NO_FILTER, readFactFilter } from "#app/domain/fact-filter.ts";
import { someFacts } from "./some-facts.ts";
import { filesOf, pageOf, rowOf } from "./statistics-page.tsx";

test("the numbers of every administration are there before scripts run, those without a case too", async () => {
  const page = await pageOf(someFacts());
  expect(rowOf(page, "Viet Nam")[0]).toContain("|you|2|1|1|");
  expect(rowOf(page, "Hong Kong, China")[0]).toContain("|1|0|1|");
  expect(rowOf(page, "Lao PDR")[0]).toContain("|no case so far|0|0|0|");
});

test("bars are drawn on the server, confirmed filled and provisional hollow", async () => {
  const page = await pageOf(someFacts());
  expect(page).toMatch(/class="segment-confirmed slot-I lane-part"/);
  expect(page).toMatch(/class="segment-provisional slot-D lane-part"/);
});

test("under each figure stand n, cut-off, rule and what was left out", async () => {
  const page = (await pageOf(someFacts())).replaceAll(/<[^>]+>/g, "");
  expect(page).toContain(
    "n = 3: 1 confirmed, 2 provisional · as of 1 May 2026, 14:02 · rule case-v2 · left out: 1 that is no seizure",
  );
});

test("files say in every row by which rule, as of when and what the records are, and run no formula", async () => {
  const page = await pageOf(someFacts(), NO_FILTER, { kind: "demo", movedDays: 12 });
  const files = filesOf(page);
  expect(files).toHaveLength(15);
  expect(files[0]).toContain(
    'HK,"Hong Kong, China",1,0,1,case-v2,2026-05-01T07:02:00.000Z,"Historic records, dates moved by 12 days"',
  );
});

test("what the records of an operation are stands on the page and under each figure", async () => {
  const demo = await pageOf(someFacts(), NO_FILTER, { kind: "demo", movedDays: 12 });
  expect(demo.split("Historic records, dates moved by 12 days").length - 1).toBeGreaterThanOrEqual(7);
  expect(await pageOf(someFacts(), NO_FILTER, { kind: "exercise" })).toContain("Exercise: all records are invented");
});

test("published figures stand beside all counted cases, whatever the filter", async () => {
  const page = await pageOf(someFacts(), { ...NO_FILTER, reporters: ["HK"] });
  expect(rowOf(page, "OMD III")[0]).toContain("at least 868");
  expect(rowOf(page, "Mekong Dragon")[0]).toContain("|3|1 confirmed|, |2 provisional|counted here|");
});

test("a filter that leaves nothing says how many are outside and leads back", async () => {
  const page = await pageOf(someFacts(), { ...NO_FILTER, reporters: ["LA"] });
  expect(page).toContain("No case fits this filter");
  expect(page).toContain("3 cases are outside of it.");
  expect(await pageOf([])).toContain("No cases yet");
});

test("what the address asks for in vain is named, beside figures shown without it", async () => {
  const asked = readFactFilter(new URLSearchParams("from=yesterday&reporter=VN&slot=X"));
  const page = await pageOf(someFacts(), asked.filter, { kind: "live" }, { dropped: asked.dropped });
  expect(page).toContain("from=yesterday and slot=X, which are not understood");
  expect(await pageOf(someFacts())).not.toContain("not understood");
});

test("under every figure stands who told and how many agency-days, nil and missing apart", async () => {
  const page = await pageOf(someFacts());
  const captions = page.split('class="figure-caption"').slice(1);
  expect(captions.length).toBeGreaterThan(10);
  for (const caption of captions) {
    expect(caption).toContain("Of 40 agency-days 37 have a tally (28 nil), 3 are missing.");
    expect(caption).toContain("coverage-missing hatched");
  }
});

test("figures over time say by what they count, and hatch the weeks of which tallies are missing", async () => {
  const page = await pageOf(someFacts());
  const words = page.replaceAll(/<[^>]+>/g, "");
  expect(words).toContain("By case reports. Hatched: 3 daily tallies are missing, on 2 days;");
  expect(page.match(/plot-silence hatched/g)).toHaveLength(2);
  expect(rowOf(page, "15 Apr")[0]).toMatch(/\|2\|$/);
});
