import { drawSvg } from "../components/charts/draw-svg.ts";
import type { Drawing } from "../components/charts/drawing.ts";
import { kindNames } from "../components/charts/drawing-words.ts";
import { PAPER_PALETTE } from "../components/charts/paper-palette.ts";
import { valueShown } from "../components/operation-report/count-parts.ts";
import { documentOf, type PartsByName, partsOf } from "../components/operation-report/document.ts";
import type { DocumentPart, ReportSource, ReportWords } from "../components/operation-report/document-types.ts";
import { COUNTRY_OUTLINES } from "../country-outlines.server.ts";
import { landOf } from "../domain/country-outline.ts";
import { type LineValues, lineValues, valueOfLine } from "../domain/operation-report/lines.ts";
import type { Paper, PaperBlock, PaperPart, Run } from "../domain/operation-report/paper.ts";
import type { BlockNode, InlineNode, PartForm } from "../domain/operation-report/report-text.ts";
import { LANGUAGES } from "../messages/index.ts";
import { annexSections } from "./beside.server.ts";

const LAND = landOf(COUNTRY_OUTLINES);

/** A longer table is for the file, which has all of it. */
const MOST_ROWS = 40;

/** A report as it is printed: all words and numbers in one language, and of each table the first rows. */
export function paperOf(source: ReportSource, words: ReportWords, mostRows = MOST_ROWS): Paper {
  const whole = documentOf(source, words);
  const values = lineValues(source.results);
  const printed = (part: DocumentPart) => partOf(part, words, mostRows);
  const inserted = partsOf(whole);
  const { text } = words;
  return {
    lang: LANGUAGES[text.locale].tag,
    ...{ title: whole.title, operation: whole.operation, period: whole.period },
    ...{ marking: whole.marking, origin: whole.origin },
    contents: text("operation_report.contents"),
    pageOf: text("operation_report.page_of", { n: "{n}", total: "{total}" }),
    sections: [
      ...whole.sections.map(({ number, title, text: body, parts: own }) => ({
        number,
        title,
        blocks: body.content.flatMap((block) => blockOf(block, { values, words, parts: inserted, printed })),
        parts: own.map(printed),
      })),
      ...annexSections(source, words),
    ],
  };
}

type Saying = { values: LineValues; words: ReportWords };
type Printing = Saying & { parts: PartsByName; printed: (part: DocumentPart) => PaperPart };

function blockOf(block: BlockNode, saying: Printing): PaperBlock[] {
  if (block.type === "part") {
    const part = saying.parts.get(block.attrs.part);
    return part ? [{ kind: "part", part: inForm(saying.printed(part), block.attrs.form) }] : [];
  }
  const runs = (nodes: readonly InlineNode[] | undefined) => (nodes ?? []).map((node) => runOf(node, saying));
  if (block.type === "paragraph" || block.type === "heading")
    return [{ kind: block.type, items: [runs(block.content)] }];
  const items = block.content.map((item) => item.content.flatMap((paragraph) => runs(paragraph.content)));
  return [{ kind: block.type === "bulletList" ? "bullets" : "numbers", items }];
}

/** Between words as the one or the other; what makes no picture is a table. */
function inForm(part: PaperPart, form: PartForm): PaperPart {
  return form === "picture" && part.picture ? { ...part, table: null } : { ...part, picture: null };
}

function runOf(node: InlineNode, { values, words }: Saying): Run {
  if (node.type === "hardBreak") return { text: "\n", bold: false, italic: false };
  if (node.type === "figure") {
    const value = valueOfLine(values, node.attrs.line);
    return { text: value === null ? "?" : valueShown(words, value), bold: false, italic: false };
  }
  const marks = new Set(node.marks?.map(({ type }) => type));
  return { text: node.text, bold: marks.has("bold"), italic: marks.has("italic") };
}

/** Bars stand in their table on paper too: both, since the picture alone is not read aloud. */
function partOf(
  { part, title, drawing, table, notes, alt }: DocumentPart,
  words: ReportWords,
  mostRows: number,
): PaperPart {
  const printed = table.rows.slice(0, part === "highlights" ? table.rows.length : mostRows);
  const more = table.rows.length - printed.length;
  return {
    title,
    picture: drawing && { svg: drawSvg(onLand(drawing), drawingWords(drawing, alt, words), PAPER_PALETTE), alt },
    table: { heads: table.heads, rows: printed.map((row) => row.map(({ shown }) => shown)) },
    notes: [...(more > 0 ? [words.text("operation_report.more_rows", { n: more })] : []), ...notes],
  };
}

/** Corridors on paper lie on coarse outlines, as in a page on the map's own land. */
function onLand(drawing: Drawing): Drawing {
  return drawing.kind === "corridors" ? { ...drawing, land: LAND } : drawing;
}

/** Title and notes are set by the paper itself. */
function drawingWords(drawing: Drawing, alt: string, { text }: ReportWords) {
  return {
    title: "",
    under: [],
    alt,
    confirmed: text("figure.column.confirmed"),
    provisional: text("figure.column.provisional"),
    kindNames: kindNames(drawing, text),
  };
}
