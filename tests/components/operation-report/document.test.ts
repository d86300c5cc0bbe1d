import { describe, expect, test } from "vitest";
import { documentOf } from "#app/components/operation-report/document.ts";
import type { ReportSource, ReportWords } from "#app/components/operation-report/document-types.ts";
import { lineName } from "#app/components/operation-report/line-names.ts";
import { proposedText } from "#app/components/operation-report/proposed.ts";
import { figureLines, lineValues, valueOfLine } from "#app/domain/operation-report/lines.ts";
import { linesNamedIn, ReportText, wordsOf } from "#app/domain/operation-report/report-text.ts";
import { formatFor, textFor } from "#app/messages/all.server.ts";
import { someResults } from "#tests/domain/operation-report/some-results.ts";

const words: ReportWords = {
  text: textFor("en"),
  format: formatFor("en", "Asia/Ho_Chi_Minh"),
  country: (code) => ({ TH: "Thailand", VN: "Viet Nam", LA: "Lao PDR", NG: "Nigeria" })[code] ?? code,
};

const source = (over: Partial<ReportSource> = {}): ReportSource => ({
  ...{ kind: "end_of_operation", audience: "participants", title: "Final report", fromDay: null, toDay: null },
  ...{
    edition: 1,
    texts: {},
    results: someResults(),
    highlights: [],
    hash: "ab".repeat(32),
    rules: ["case-v2"],
    seq: 7,
  },
  asOf: "2021-06-01T00:00:00.000Z",
  ...over,
});

describe("a report", () => {
  const whole = documentOf(source(), words);
  const part = (name: string) => whole.sections.flatMap(({ parts }) => parts).find((one) => one.part === name);

  test("says under each figure n, cut-off and rule, and of whom it is on every page", () => {
    for (const { parts } of whole.sections)
      for (const { notes } of parts) expect(notes[0]).toMatch(/n = 5 cases: 2 confirmed, 3 provisional · Cut-off: /);
    expect(part("byMode")?.notes[0]).toMatch(/rule case-v2/);
    expect(whole.marking).toMatch(/^For participants in the operation alone · H1: /);
  });

  test("names every administration, with or without cases, by its name", () => {
    expect(part("byReporter")?.table.rows.map(([name, cases]) => `${name?.shown} ${cases?.shown}`)).toEqual([
      "Lao PDR 0",
      "Thailand 3",
      "Viet Nam 2",
    ]);
  });

  test("lays corridors from country to country on a map; a case without one is in the table alone", () => {
    const one = { total: 1, confirmed: 0, provisional: 1 };
    const corridors = [
      { key: { corridor: "NG>VN" }, ...one },
      { key: { corridor: null }, ...one },
    ];
    const { sections } = documentOf(source({ results: someResults({ corridors }) }), words);
    const found = sections.flatMap(({ parts }) => parts).find((one) => one.part === "corridors");
    expect(found?.table.rows).toHaveLength(2);
    expect(found?.drawing).toMatchObject({
      kind: "corridors",
      bars: [{ key: "NG>VN" }],
      participants: expect.arrayContaining(["LA", "TH", "VN"]),
      names: { NG: "Nigeria", VN: "Viet Nam" },
    });
    expect(found?.notes.join(" ")).toContain("The map shows land without borders");
  });

  test("says numerator and denominator beside each percentage", () => {
    const shares = part("headline")?.table.rows.flatMap(([, value]) => (value?.shown.includes("%") ? value.shown : []));
    expect(shares).toContain("40.0% (2/5)");
    for (const share of shares ?? []) expect(share).toMatch(/ \(\d+\/\d+\)$/);
  });

  test("without a single case still has every section and a table or a word in each part", () => {
    const none = { total: 0, confirmed: 0, provisional: 0 };
    const empty = someResults({
      ...{ cases: none, late: none, byReporter: [], byGroup: [], byFamily: [], byDay: [], byMode: [], byCountry: [] },
      ...{ bySlot: [], slotByMode: [], byDetection: [], corridors: [] },
      persons: { persons: 0, confirmed: 0, provisional: 0, stating: 0, silent: 0 },
      quantityByCommodity: { rows: [], without: [] },
    });
    const { sections } = documentOf(source({ results: empty }), words);
    expect(sections).toHaveLength(17);
    expect(wordsOf(proposedText("summary", empty, words))).toBe("No case was reported.");
  });
});

describe("sentences that are proposed", () => {
  const results = someResults();
  const values = lineValues(results);

  test("say nothing that was not counted: each number is a figure of the report", () => {
    for (const { code } of documentOf(source(), words).sections) {
      const text = proposedText(code, results, words);
      expect(() => ReportText.parse(text)).not.toThrow();
      for (const line of linesNamedIn(text)) expect(valueOfLine(values, line)).not.toBeNull();
      // Days are said as words; every count stands as a figure.
      if (code !== "summary") expect(wordsOf(text)).not.toMatch(/\d/);
    }
  });

  test("name what stands alone at the top", () => {
    expect(wordsOf(proposedText("transport", results, words))).toMatch(/Air cargo/);
    expect(linesNamedIn(proposedText("transport", results, words))[0]).toBe("byMode/*/air_cargo/total");
  });
});

test("every line of a report has a name in words", () => {
  for (const { line } of figureLines(someResults())) expect(lineName(line, words)).toMatch(/\p{L}/u);
});
