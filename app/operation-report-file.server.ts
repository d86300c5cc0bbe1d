import type { Tx } from "#db/client.server.ts";
import { listCountries } from "#db/queries/reference.server.ts";
import { drawSvg } from "./components/charts/draw-svg.ts";
import { PAPER_PALETTE } from "./components/charts/paper-palette.ts";
import { documentOf } from "./components/operation-report/document.ts";
import type { ReportDocument, ReportSource, ReportWords } from "./components/operation-report/document-types.ts";
import { lineName } from "./components/operation-report/line-names.ts";
import { csvOf } from "./domain/csv.ts";
import type { Id } from "./domain/id.ts";
import { figureLines, type LineValues, lineValues, valueOfLine } from "./domain/operation-report/lines.ts";
import type { Paper, PaperBlock, PaperPart, Run } from "./domain/operation-report/paper.ts";
import type { BlockNode, InlineNode } from "./domain/operation-report/report-text.ts";
import { Problem } from "./domain/problem.ts";
import { formatFor, textFor } from "./messages/all.server.ts";
import { LANGUAGES, type Locale } from "./messages/index.ts";
import { editionFor, sourceOf } from "./operation-report-page.server.ts";
import type { Acting } from "./services/house.server.ts";
import { read } from "./services/write.server.ts";

export const REPORT_FILES = ["report.pdf", "report.csv"] as const;
type ReportFile = (typeof REPORT_FILES)[number];

type Named = { report: Id; number: number };

/** A frozen version as a file in one language, for whoever may read it. */
export async function editionFile(
  acting: Acting,
  named: Named,
  { file, locale }: { file: ReportFile; locale: Locale },
): Promise<Response> {
  const { source, words } = await read(acting, async (tx, self) => {
    const edition = await editionFor(tx, self, named);
    if (!edition) throw new Problem("not-found", "operation_report.edition.unknown");
    const found = sourceOf(edition);
    return { source: found, words: await wordsFor(tx, found, locale) };
  });
  const name = `${source.results.context.code}-report-${named.report.slice(0, 8)}-v${named.number}`.toLowerCase();
  const headers = {
    "Cache-Control": "no-store",
    "Content-Disposition": `attachment; filename="${name}${file.slice(6)}"`,
  };
  if (file === "report.csv") {
    return new Response(csvOfReport(source, words), {
      headers: { ...headers, "Content-Type": "text/csv; charset=utf-8" },
    });
  }
  const pdf = await acting.house.typeset(paperOf(source, words));
  return new Response(new Blob([new Uint8Array(pdf)]), { headers: { ...headers, "Content-Type": "application/pdf" } });
}

async function wordsFor(tx: Tx, { results: { context } }: ReportSource, locale: Locale): Promise<ReportWords> {
  const names = new Map((await listCountries(tx, locale)).map(({ iso2, name }) => [iso2, name]));
  for (const { code, name } of context.participants) names.set(code, name);
  return {
    text: textFor(locale),
    format: formatFor(locale, context.zone),
    country: (code) => names.get(code) ?? code,
  };
}

/** Every counted value with its name in words and the name by which it can be counted again. */
function csvOfReport(source: ReportSource, words: ReportWords): string {
  const whole = documentOf(source, words);
  const { text } = words;
  const header = ["line", text("operation_report.column.figure"), text("operation_report.column.value")];
  const about = [whole.title, whole.operation, whole.period, whole.marking, ...whole.origin].map((line) => [
    "",
    line,
    "",
  ]);
  const lines = figureLines(source.results).map(({ line, value }) => [line, lineName(line, words), { decimal: value }]);
  return csvOf(header, [...about, ...lines]);
}

/** A report as it is printed: all words and numbers in one language. */
export function paperOf(source: ReportSource, words: ReportWords): Paper {
  const whole = documentOf(source, words);
  const values = lineValues(source.results);
  const { text } = words;
  return {
    lang: LANGUAGES[text.locale].tag,
    ...{ title: whole.title, operation: whole.operation, period: whole.period },
    ...{ marking: whole.marking, origin: whole.origin },
    contents: text("operation_report.contents"),
    pageOf: text("operation_report.page_of", { n: "{n}", total: "{total}" }),
    sections: whole.sections.map(({ number, title, text: body, parts }) => ({
      number,
      title,
      blocks: body.content.map((block) => blockOf(block, { values, words })),
      parts: parts.map((part) => partOf(part, words)),
    })),
  };
}

type Saying = { values: LineValues; words: ReportWords };

function blockOf(block: BlockNode, saying: Saying): PaperBlock {
  const runs = (nodes: readonly InlineNode[] | undefined) => (nodes ?? []).map((node) => runOf(node, saying));
  if (block.type === "paragraph" || block.type === "heading") return { kind: block.type, items: [runs(block.content)] };
  const items = block.content.map((item) => item.content.flatMap((paragraph) => runs(paragraph.content)));
  return { kind: block.type === "bulletList" ? "bullets" : "numbers", items };
}

function runOf(node: InlineNode, { values, words }: Saying): Run {
  if (node.type === "hardBreak") return { text: "\n", bold: false, italic: false };
  if (node.type === "figure") {
    const value = valueOfLine(values, node.attrs.line);
    return { text: value === null ? "?" : words.format.decimal(value), bold: false, italic: false };
  }
  const marks = new Set(node.marks?.map(({ type }) => type));
  return { text: node.text, bold: marks.has("bold"), italic: marks.has("italic") };
}

type Part = ReportDocument["sections"][number]["parts"][number];

/** A longer table is for the file, which has all of it. */
const MOST_ROWS = 40;

/** Bars stand in their table on paper too: both, since the picture alone is not read aloud. */
function partOf({ title, drawing, table, notes, alt }: Part, words: ReportWords): PaperPart {
  const printed = table.rows.slice(0, MOST_ROWS);
  const more = table.rows.length - printed.length;
  return {
    title,
    picture: drawing && { svg: drawSvg(drawing, drawingWords(alt, words), PAPER_PALETTE), alt },
    table: { heads: table.heads, rows: printed.map((row) => row.map(({ shown }) => shown)) },
    notes: [...(more > 0 ? [words.text("operation_report.more_rows", { n: more })] : []), ...notes],
  };
}

/** Title and notes are set by the paper itself. */
function drawingWords(alt: string, { text }: ReportWords) {
  const kinds = ["D", "P", "I", "R", "T", "B", "G", "L", "O"].map((slot) => [slot, text.label(`slot.${slot}`)]);
  return {
    title: "",
    under: [],
    alt,
    confirmed: text("figure.column.confirmed"),
    provisional: text("figure.column.provisional"),
    kindNames: { ...Object.fromEntries(kinds), mixed: text("figure.kind.mixed") },
  };
}
