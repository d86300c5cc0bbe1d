import { describe, expect, test } from "vitest";
import { deckOf } from "#app/operation-report-files/deck.server.ts";
import { someResults } from "#tests/domain/operation-report/some-results.ts";
import { aReportSource, emptyResults, reportWords, writtenText } from "#tests/support/report-sources.ts";

const titles = (deck: ReturnType<typeof deckOf>) => deck.slides.map(({ title }) => title);
const deck = (over: Parameters<typeof aReportSource>[0], locale: "en" | "vi" | "zh" = "en") =>
  deckOf(aReportSource(over), reportWords(locale));

describe("the deck of a report", () => {
  test("of the middle says who reports and what is asked about first, and what comes next last", () => {
    const results = someResults();
    results.counts.questions = [
      { key: { about: "route" }, asked: 1, answered: 0 },
      { key: { about: "amount" }, asked: 4, answered: 1 },
    ];
    const made = deck({ kind: "mid_term", results, texts: { outlook: writtenText("Look at parcels") } });
    expect(made.name).toBe("Mid-term deck");
    expect(titles(made).slice(0, 3)).toEqual(["Participation", "Daily returns", "What was asked about"]);
    expect(titles(made).at(-1)).toMatch(/Outlook$/);
    const asked = made.slides[2];
    expect(asked?.kind === "figure" && asked.table?.rows.map(([about]) => about)).toEqual(["quantity", "route"]);
  });

  test("of the end shows results, routes and lessons, and names what stands in the report alone", () => {
    const made = deck({ texts: { lessons: writtenText("Ask sooner"), detection: writtenText("By X-ray") } });
    expect(made.name).toBe("Debrief deck");
    expect(titles(made)[0]).toBe("Headline figures");
    expect(titles(made).at(-1)).toMatch(/Lessons and recommendations$/);
    expect(titles(made).join()).not.toMatch(/Detection/);
    expect(made.origin.join()).toMatch(/Further sections stand in the report: .*Detection/);
  });

  test("of one administration is the national deck, with all of its sheet", () => {
    const made = deck({ kind: "country_sheet", subject: "TH" });
    expect(made.name).toBe("National deck");
    expect(titles(made)).toEqual(expect.arrayContaining(["Headline figures", "Daily returns on record"]));
    expect(made.origin.join()).not.toMatch(/Further sections/);
  });

  test.each(["mid_term", "end_of_operation", "country_sheet", "commodity_sheet", "press_sheet"] as const)(
    "of a %s without a case still has a slide, and says what it leaves out",
    (kind) => {
      const made = deck({ kind, subject: kind === "commodity_sheet" ? "D1" : "TH", results: emptyResults() });
      expect(made.slides.length).toBeGreaterThan(0);
      expect(made.origin.join()).toMatch(/no slide shows/);
    },
  );
});
