import { describe, expect, test } from "vitest";
import { proposedWords } from "#app/components/highlights/proposed-words.ts";
import { documentOf } from "#app/components/operation-report/document.ts";
import type { ReportSource, ReportWords } from "#app/components/operation-report/document-types.ts";
import type { ReportHighlight } from "#app/domain/operation-report/highlight.ts";
import { formatFor, textFor } from "#app/messages/all.server.ts";
import { someResults } from "#tests/domain/operation-report/some-results.ts";

const wordsIn = (locale: "en" | "vi" | "zh"): ReportWords => ({
  text: textFor(locale),
  format: formatFor(locale, "Asia/Ho_Chi_Minh"),
  country: (code) => ({ TH: "Thailand", VN: "Viet Nam" })[code] ?? code,
});
const words = wordsIn("en");

const highlight = (over: Partial<ReportHighlight> = {}): ReportHighlight => ({
  ...{ seizure: "0190a000-0000-7000-8000-000000000001", version: 1, caseNo: "OMD-TH-000012", reporter: "TH" },
  ...{ day: "2021-05-17", words: "Ivory found in air cargo", handling: "H0" },
  cleared: [{ agency: "Thai Customs", at: "2021-06-01T20:00:00.000Z" }],
  ...over,
});

const source = (over: Partial<ReportSource> = {}): ReportSource => ({
  ...{ kind: "end_of_operation", audience: "participants", title: "Final report", fromDay: null, toDay: null },
  ...{ edition: 1, texts: {}, results: someResults(), highlights: [highlight()], hash: "ab".repeat(32) },
  ...{ rules: ["case-v2"], seq: 7, asOf: "2021-06-01T00:00:00.000Z" },
  ...over,
});

const partOf = (of: ReportSource) =>
  documentOf(of, words)
    .sections.flatMap(({ parts }) => parts)
    .find(({ part }) => part === "highlights");
const rowsOf = (of: ReportSource) => partOf(of)?.table.rows.map((row) => row.map(({ shown }) => shown));

describe("cases in a report", () => {
  test("stand in their owners' words, with number, owner and the day of the clearance", () => {
    expect(rowsOf(source())).toEqual([["Ivory found in air cargo", "OMD-TH-000012", "Thai Customs, 2 Jun 2021"]]);
  });

  test("stand in a public report in these words alone", () => {
    expect(rowsOf(source({ audience: "public" }))).toEqual([["Ivory found in air cargo"]]);
    expect(partOf(source({ audience: "public" }))?.table.heads).toHaveLength(1);
  });

  test("have no place in a frozen version without one, and in a draft always", () => {
    const sections = (of: ReportSource) => documentOf(of, words).sections.map(({ code }) => code);
    expect(sections(source({ highlights: [] }))).not.toContain("highlights");
    expect(sections(source({ highlights: [], edition: null }))).toContain("highlights");
    const said = {
      type: "doc" as const,
      content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text: "None" }] }],
    };
    expect(sections(source({ highlights: [], texts: { highlights: said } }))).toContain("highlights");
  });
});

describe("the marking of the whole", () => {
  const marking = (over: Partial<ReportSource>) => documentOf(source(over), words).marking;

  test("is that of the strictest of all that is in it", () => {
    expect(marking({ highlights: [] })).toMatch(/ · H1: .* · Tier A: facts alone$/);
    const mixed = [highlight(), highlight({ handling: "H2" }), highlight({ handling: "H1" })];
    expect(marking({ highlights: mixed })).toMatch(/ · H2: Not passed on .* · Tier B: cases, no persons$/);
    expect(marking({ audience: "restricted", highlights: mixed })).toMatch(/^RESTRICTED: .* · H2: /);
  });

  test("is plain in a public report, but for a case that asks for more", () => {
    expect(marking({ audience: "public" })).toBe("Public");
    expect(marking({ audience: "public", highlights: [highlight({ handling: "H1" })] })).toMatch(
      /^Public · H1: Not in court/,
    );
  });
});

describe("words that are proposed", () => {
  const place = { country: "TH", placeId: "th-bkk", lat: 13.7, lon: 100.5, precision: "place" };
  const item = { commodity: "F2.raw_ivory", quantity: "12.5", unit: "kg", qualifier: "exact" };
  const fact = (over: object = {}) => ({ items: [{ ...NOTHING, ...item }], mode: "air_cargo", place, ...over });

  test("say country, goods, amount and transport, and no place below the country", () => {
    expect(proposedWords(fact(), words)).toBe("Thailand: Ivory, raw, 12.5\u00a0kg. Transport: Air cargo.");
    for (const locale of ["vi", "zh"] as const)
      expect(proposedWords(fact(), wordsIn(locale))).toMatch(/Thailand.*12[.,]5/);
  });

  test("leave out what nobody knows, and say how well an amount is known", () => {
    const items = [
      { ...NOTHING, ...item, quantity: null, unit: null },
      { ...NOTHING, ...item, qualifier: "estimated" },
    ];
    expect(proposedWords(fact({ items, mode: "unknown" }), words)).toBe(
      "Thailand: Ivory, raw and Ivory, raw, 12.5\u00a0kg (Estimated).",
    );
  });
});

const NOTHING = {
  ...{ secondQuantity: null, secondUnit: null, normalised: null, dimension: null, rule: null, taxonId: null },
  ...{ appendix: null, live: null },
};
