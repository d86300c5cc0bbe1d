import { documentOf } from "../components/operation-report/document.ts";
import type { DocumentPart, ReportSource, ReportWords } from "../components/operation-report/document-types.ts";
import type { Deck, DeckChart, DeckLine, DeckSlide } from "../domain/operation-report/deck.ts";
import type { PaperBlock, Run } from "../domain/operation-report/paper.ts";
import { plannedFor } from "./deck-plans.ts";
import { paperOf } from "./paper.server.ts";

/**
 * So many rows are read on a slide; further ones go on to the next, and of very long tables to the workbook: in a deck that
 * is made for a meeting sooner than in others.
 */
const ROWS_ON_SLIDE = 11;
const MOST_SLIDES = { ofMeeting: 2, ofOthers: 4 };
/** So many letters are read on a slide; all of them stand in its notes. */
const LETTERS_ON_SLIDE = 1500;
const LETTERS_IN_BLOCK = 800;
const LETTERS_IN_LINE = 120;
const TILES = 6;

/**
 * A report as the deck of its kind: headline figures, then the words and figures of the sections that it shows, in its own
 * order. Sections without either are left out.
 */
export function deckOf(source: ReportSource, words: ReportWords): Deck {
  const whole = documentOf(source, words);
  const paper = paperOf(source, words, 0);
  const { lang, title, operation, period, marking } = paper;
  const { name, sections, further } = plannedFor(source.kind, whole.sections);
  const mostRows = ROWS_ON_SLIDE * (name === null ? MOST_SLIDES.ofOthers : MOST_SLIDES.ofMeeting);
  const empty = sections.flatMap(({ parts }) => parts.filter(isEmpty).map((part) => part.title));
  const left = words.text("operation_report.deck.left_out", { titles: words.format.list(empty) });
  const more = words.text("operation_report.deck.further", {
    titles: words.format.list(further.map((section) => section.title)),
  });
  const origin = [...paper.origin, ...(empty.length > 0 ? [left] : []), ...(further.length > 0 ? [more] : [])];
  const slides = sections.flatMap(({ number, title: head, parts }) => [
    ...wordSlides(`${number} ${head}`, paper.sections.find((section) => section.number === number)?.blocks ?? []),
    ...parts
      .filter((part) => !isEmpty(part))
      .flatMap((part) => [...tiles(part, paper.origin), ...figureSlides(part, words, mostRows)]),
  ]);
  return {
    ...{ lang, title, operation, period, marking, origin, slides },
    name: name === null ? "" : words.text(`operation_report.deck.${name}`),
  };
}

/** What has no row makes no slide; the first slide's notes name it. */
const isEmpty = ({ table }: DocumentPart) => table.rows.length === 0;

function tiles({ part, title, table, notes }: DocumentPart, origin: readonly string[]): DeckSlide[] {
  if (part !== "headline") return [];
  const said = table.rows
    .slice(0, TILES)
    .map(([name, value]) => ({ name: name?.shown ?? "", value: value?.shown ?? "" }));
  return [{ kind: "tiles", title, tiles: said, notes: [...notes, ...origin] }];
}

/** The chart and the first rows of its table beside it; what does not fit goes on. */
function figureSlides(
  { title, table, drawing, alt, notes, suppressed }: DocumentPart,
  words: ReportWords,
  mostRows: number,
): DeckSlide[] {
  const { text } = words;
  const rows = table.rows.map((row) => row.map(({ shown }) => shown));
  const left = Math.max(0, rows.length - mostRows);
  const foot = [
    notes[0] ?? "",
    ...(suppressed === null ? [] : [suppressed]),
    ...(left > 0 ? [text("operation_report.more_rows", { n: left })] : []),
  ].join(" · ");
  const chart = drawing && chartOf(drawing, alt, words);
  const shared = { kind: "figure" as const, foot, notes: [...notes, text("operation_report.note.unit")] };
  const pages = inPages(rows.slice(0, mostRows));
  const named = (at: number) => (pages.length > 1 ? `${title} (${at + 1}/${pages.length})` : title);
  return pages.map((page, at) => ({
    ...shared,
    title: named(at),
    chart: at === 0 ? chart : null,
    table: page.length > 0 ? { heads: table.heads, rows: page } : null,
  }));
}

/** Evenly filled, so that no slide holds one last row. */
function inPages<Row>(rows: readonly Row[]): Row[][] {
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_ON_SLIDE));
  const each = Math.ceil(rows.length / pages);
  return Array.from({ length: pages }, (_, at) => rows.slice(at * each, (at + 1) * each));
}

const MOST_CORRIDORS = 20;

/** Confirmed and provisional cases add up to the bar; what is a table by its nature stays one. */
function chartOf(drawing: NonNullable<DocumentPart["drawing"]>, alt: string, { text }: ReportWords): DeckChart | null {
  if (drawing.kind !== "bars" && drawing.kind !== "columns" && drawing.kind !== "corridors") return null;
  const kind = drawing.kind === "columns" ? "columns" : "bars";
  // Of corridors the busiest; their map is no chart that an office could edit.
  const bars = drawing.kind === "corridors" ? drawing.bars.slice(0, MOST_CORRIDORS) : drawing.bars;
  return {
    kind,
    alt,
    labels: bars.map(({ label }) => label),
    series: [
      { name: text.label("figure.csv.confirmed"), values: bars.map(({ confirmed }) => confirmed) },
      { name: text.label("figure.csv.provisional"), values: bars.map(({ provisional }) => provisional) },
    ],
  };
}

function wordSlides(title: string, blocks: readonly PaperBlock[]): DeckSlide[] {
  const lines = blocks.flatMap(linesOf).filter(({ text }) => text.trim() !== "");
  if (lines.length === 0) return [];
  return [{ kind: "words", title, lines: fitting(lines), notes: lines.map(({ text }) => text) }];
}

/** Tables and pictures have slides of their own. */
function linesOf(block: PaperBlock): DeckLine[] {
  if (block.kind === "part") return [];
  const { kind, items } = block;
  const mark = kind === "heading" ? "heading" : kind === "paragraph" ? "none" : "bullet";
  return items.map((item) => ({ text: said(item), mark }));
}

const said = (runs: readonly Run[]) => runs.map(({ text }) => text).join("");

/** What fits, with a sign where it was cut: never a silent end. */
function fitting(lines: readonly DeckLine[]): DeckLine[] {
  const kept: DeckLine[] = [];
  let room = LETTERS_ON_SLIDE;
  for (const line of lines) {
    if (room <= 0) {
      kept.push({ text: "…", mark: "none" });
      break;
    }
    const { text, width } = cut(line.text, Math.min(LETTERS_IN_BLOCK, room));
    kept.push({ ...line, text });
    // A short line takes a whole one on the slide.
    room -= Math.max(LETTERS_IN_LINE, width);
  }
  return kept;
}

/** Chinese letters are as wide as two of ours. */
const WIDE = /\p{Script=Han}/u;

function cut(text: string, most: number): { text: string; width: number } {
  let [width, kept] = [0, ""];
  for (const letter of text) {
    const more = width + (WIDE.test(letter) ? 2 : 1);
    if (more > most) return { text: `${kept.trimEnd()} …`, width };
    [width, kept] = [more, kept + letter];
  }
  return { text, width };
}
