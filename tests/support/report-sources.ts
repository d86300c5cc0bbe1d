import type { ReportSource, ReportWords } from "#app/components/operation-report/document-types.ts";
import type { ReportText } from "#app/domain/operation-report/report-text.ts";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import { formatFor, textFor } from "#app/messages/all.server.ts";
import { someResults } from "#tests/domain/operation-report/some-results.ts";

const NAMES: Readonly<Record<string, string>> = { TH: "Thailand", VN: "Viet Nam", LA: "Lao PDR", NG: "Nigeria" };

export function reportWords(locale: "en" | "vi" | "zh" = "en"): ReportWords {
  return {
    text: textFor(locale),
    format: formatFor(locale, "Asia/Ho_Chi_Minh"),
    country: (code) => NAMES[code] ?? code,
  };
}

/** A frozen version of five cases, or of what is asked for. */
export function aReportSource(over: Partial<ReportSource> = {}): ReportSource {
  return {
    ...{ kind: "end_of_operation", audience: "participants", title: "Final report", fromDay: null, toDay: null },
    ...{ edition: 1, texts: {}, highlights: [], results: someResults(), hash: "ab".repeat(32), rules: ["case-v2"] },
    seq: 7,
    asOf: "2021-06-01T00:00:00.000Z",
    ...over,
  };
}

/** Paragraphs, a heading, and a list of each kind, all of the same words. */
export function writtenText(words: string): ReportText {
  const paragraph = { type: "paragraph" as const, content: [{ type: "text" as const, text: words }] };
  const items = [{ type: "listItem" as const, content: [paragraph] }];
  return {
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 3 }, content: paragraph.content },
      paragraph,
      { type: "bulletList", content: items },
      { type: "orderedList", content: items },
    ],
  };
}

const NOTHING = { total: 0, confirmed: 0, provisional: 0 };

/** Without a single case. */
export function emptyResults(): ReportResults {
  const none = { rows: [], without: [] };
  return someResults({
    ...{ cases: NOTHING, late: NOTHING, byReporter: [], bySlot: [], byGroup: [], byFamily: [], byDay: [], byMode: [] },
    ...{ slotByMode: [], byCountry: [], byDetection: [], corridors: [], quantityByCommodity: none },
    persons: { persons: 0, confirmed: 0, provisional: 0, stating: 0, silent: 0 },
  });
}

/** Cases of so many countries: 1, 2, 3, … */
export function resultsOfCountries(count: number): ReportResults {
  const codes = Array.from({ length: count }, (_, at) => `${letter(Math.floor(at / 26))}${letter(at % 26)}`);
  const counted = (at: number) => ({ total: at + 1, confirmed: at, provisional: 1 });
  const results = someResults({
    byReporter: codes.map((reporter, at) => ({ key: { reporter, kind: "D" }, ...counted(at) })),
    byCountry: codes.map((country, at) => ({ key: { country, kind: "D" }, ...counted(at) })),
    corridors: codes.map((code, at) => ({ key: { corridor: `${code}>VN` }, ...counted(at) })),
  });
  const participants = codes.map((code) => ({ code, name: `Country ${code}` }));
  return { ...results, context: { ...results.context, participants } };
}

const letter = (at: number) => String.fromCharCode(65 + at);

/** What no page, paper or file may break on. */
export const AWKWARD_SOURCES: [name: string, source: ReportSource][] = [
  ["nothing", aReportSource({ results: emptyResults() })],
  ["one country", aReportSource({ results: resultsOfCountries(1) })],
  ["200 countries", aReportSource({ results: resultsOfCountries(200) })],
  ["ten thousand letters", aReportSource({ texts: { lessons: writtenText("x".repeat(10_000)) } })],
  ["letters from right to left", aReportSource({ title: "العربية", texts: { lessons: writtenText("שלום עולם") } })],
  ["four bytes, marks of XML and a bell", aReportSource({ texts: { lessons: writtenText("🦔 𠮷 <b>&amp; \u0007") } })],
];
