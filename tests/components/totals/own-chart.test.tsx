import { expect, test } from "vitest";
import { NO_FILTER } from "#app/domain/fact-filter.ts";
import { filterOfAmount } from "#app/domain/figures/amounts.ts";
import { choiceParams, pivotOf, readChoices, writeChoices } from "#app/domain/figures/chart-choice.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { countPivot } from "#app/domain/figures/pivot.ts";
import { select } from "#app/domain/figures/select.ts";
import { keptQuery } from "#app/domain/saved-view.ts";
import { someFacts } from "./some-facts.ts";
import { filesOf, pageOf } from "./statistics-page.tsx";

const LOOK = { order: "name", per: "week", by: "cases" } as const;

test("a chart that its reader chose says what it adds up and for whom, in the page and in its file; all others are as ever", async () => {
  const facts = someFacts();
  const charts = readChoices(new URLSearchParams("m.byMode=persons&s.byDirection=mode"));
  const table = tableOf(facts);
  const chosen = Object.fromEntries(
    charts.map((choice) => [
      choice.figure,
      countPivot(table, select(table, filterOfAmount(NO_FILTER, choice.amount)), pivotOf(choice)),
    ]),
  );
  const page = await pageOf(facts, NO_FILTER, { kind: "live" }, { look: { ...LOOK, charts }, chosen });
  const persons = facts.reduce((sum, { arrested }) => sum + (arrested ?? 0), 0);
  expect(page).toContain("Persons arrested: Transport mode</h2>");
  expect(page).toContain("Cases: Direction</h2>");
  expect(page).not.toContain("Cases by transport mode</h2>");
  expect(page).toContain("Cases by country of seizure</h2>");
  const file = filesOf(page).find((one) => one.includes("person-v1") && one.includes("in cases") === false);
  expect(file).toBeDefined();
  const said = (file ?? "").split("\n").flatMap((line) => /^"?[a-z_]+"?,[^,]+,(\d+),person-v1/.exec(line)?.[1] ?? []);
  expect(said.reduce((sum, one) => sum + Number(one), 0)).toBe(persons);
  // Each form keeps what was chosen for the other chart.
  expect(page).toContain('name="s.byDirection" value="mode"');
});

test("choices are read from an address as they were written; what cannot be crossed or added up is left out", () => {
  const written = "m.byMode=quantity%3AD1.meth_crystal%3Akg&s.byMode=reporter&s.byGroup=mode";
  const choices = readChoices(new URLSearchParams(written));
  expect(choices.map(({ figure }) => figure)).toEqual(["byGroup", "byMode"]);
  expect(readChoices(writeChoices(choices, new URLSearchParams()))).toEqual(choices);
  expect(choiceParams(choices)).toHaveLength(3);
  // A view that is kept keeps them.
  expect(readChoices(new URLSearchParams(keptQuery(`q=x&${written}&slot=D`)))).toEqual(choices);
  for (const wrong of ["m.byMode=kg", "s.byMode=mode", "s.byGroup=slot", "m.byDay=persons", "s.byMode=", "m.byMode="])
    expect(readChoices(new URLSearchParams(wrong))).toEqual([]);
});
