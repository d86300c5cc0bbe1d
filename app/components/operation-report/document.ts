import { FIGURES, type FigureId } from "#app/domain/figures/definition.ts";
import type { CaseRow } from "#app/domain/figures/result.ts";
import { outlineOf, type ReportPart } from "#app/domain/operation-report/outline.ts";
import { isEmptyText, NO_TEXT } from "#app/domain/operation-report/report-text.ts";
import type { ReportResults } from "#app/domain/operation-report/results.ts";
import { isMark } from "#app/domain/operation-report/suppression.ts";
import { inNumbers, leftOutWords } from "../charts/drawing-words.ts";
import { countedBy, countPart, type Drawn, heatPart, reporterPart, timePart } from "./count-parts.ts";
import type {
  DocumentPart,
  DocumentSection,
  PartTable,
  ReportDocument,
  ReportSource,
  ReportWords,
} from "./document-types.ts";
import { lastOfErrata } from "./errata-state.ts";
import { handlingOf, highlightsPart, tierOf } from "./highlights-part.ts";
import { outcomesPart } from "./outcomes-part.ts";
import { casesOfEditions, inOneUnitPart, ownTalliesPart, personsByReporterPart, sheetNotes } from "./sheet-parts.ts";
import {
  citesPart,
  completenessPart,
  editionsPart,
  headlinePart,
  participationPart,
  personsPart,
  quantitiesPart,
  questionsPart,
  talliesPart,
  timelinessPart,
} from "./value-parts.ts";

/** A report in one language: what a page shows, a paper is set from and a workbook is filled with. */
export function documentOf(source: ReportSource, words: ReportWords): ReportDocument {
  const { text, format } = words;
  const { context } = source.results;
  const sections = outlineOf(source.kind)
    .filter(hasPlace(source))
    .map(
      ({ code, parts }, at): DocumentSection => ({
        code,
        number: String(at + 1),
        title: text.label(`operation_report.section.${code}`),
        text: source.texts[code] ?? NO_TEXT,
        parts: parts
          .filter((part) => part !== "highlights" || source.highlights.length > 0)
          .map((part) => partOf(part, source, words)),
      }),
    );
  const { fromDay, toDay } = source;
  const days = fromDay && toDay ? format.dayRange(fromDay, toDay) : format.dayRange(context.startsOn, context.endsOn);
  return {
    title: source.title,
    operation: [...aboutOf(source, words), `${context.name} (${context.code})`].join(" · "),
    period: days,
    marking: markingOf(source, words),
    origin: originOf(source, words),
    sections,
  };
}

/** The tables and pictures of a report by their names, for texts in which they stand. */
export type PartsByName = ReadonlyMap<ReportPart, DocumentPart>;

export function partsOf({ sections }: Pick<ReportDocument, "sections">): PartsByName {
  return new Map(sections.flatMap(({ parts }) => parts.map((part) => [part.part, part] as const)));
}

/** What a sheet is about, before the operation: a title may say anything. */
function aboutOf({ kind, subject, results: { context } }: ReportSource, { text, country }: ReportWords): string[] {
  if (!subject) return [];
  if (kind === "commodity_sheet") return [text.commodity(subject)];
  return [context.participants.find(({ code }) => code === subject)?.name ?? country(subject)];
}

/** A frozen version without a case that was cleared has no place for any: such were frozen before there was one, too. */
const hasPlace =
  ({ edition, highlights, texts }: ReportSource) =>
  ({ code }: { code: string }) =>
    code !== "highlights" || edition === null || highlights.length > 0 || !isEmptyText(texts[code] ?? NO_TEXT);

function markingOf(source: ReportSource, { text }: ReportWords): string {
  const { audience, results } = source;
  const { context } = results;
  const [code, tier] = [handlingOf(source), tierOf(source)];
  const records =
    context.kind === "demo"
      ? text("shell.ribbon.demo", { n: context.datesMovedDays })
      : context.kind === "exercise"
        ? text("shell.ribbon.exercise")
        : "";
  const handling = code === null ? "" : `${code}: ${text.code("handling", code)}`;
  const ofTier = tier === null ? "" : text(`operation_report.marking.tier.${tier}`);
  const parts = [text(`operation_report.marking.${audience}`), handling, ofTier, records];
  return parts.filter((part) => part !== "").join(" · ");
}

function originOf(source: ReportSource, { text, format }: ReportWords): string[] {
  const { edition, asOf, seq, hash, rules, beside, results } = source;
  const under = results.suppressed?.under ?? 0;
  const corrected = lastOfErrata(beside?.errata ?? []);
  return [
    edition === null ? text("operation_report.origin.draft") : text("operation_report.edition", { n: edition }),
    text("operation_report.origin.as_of", { at: format.moment(asOf) }),
    text("operation_report.origin.seq", { n: seq }),
    text("operation_report.origin.hash", { hash }),
    text("operation_report.origin.rules", { rules: rules.join(", ") }),
    ...(under > 0 ? [text("operation_report.origin.suppressed", { under })] : []),
    ...(corrected === null
      ? []
      : [text("operation_report.errata.origin", { n: beside?.errata.length ?? 0, at: format.moment(corrected) })]),
  ];
}

/** What is counted and not said by somebody. */
type CountedPart = Exclude<ReportPart, "highlights">;

/** Of parts that are figures of the figures page: under which name. */
const FIGURE_OF: Partial<Record<CountedPart, FigureId>> = {
  headline: "cases",
  byReporter: "byReporter",
  byGroup: "byGroup",
  quantities: "quantityByCommodity",
  quantitiesBySlot: "quantityBySlot",
  corridors: "corridors",
  byCountry: "byCountry",
  byMode: "byMode",
  byPlaceKind: "byPlaceKind",
  byDirection: "byDirection",
  byConcealment: "byConcealment",
  slotByMode: "slotByMode",
  slotByConcealment: "slotByConcealment",
  byDetection: "byDetection",
  persons: "persons",
  byDay: "byDay",
  personsByReporter: "persons",
  passing: "corridors",
  inOneUnit: "quantityByCommodity",
};

/** Rules of what reports alone count. */
const RULE_OF: Partial<Record<CountedPart, string>> = {
  cites: "cites-v1",
  completeness: "completeness-v1",
  questions: "questions-v1",
  timeliness: "hours-v1",
  participation: "participation-v1",
  tallies: "participation-v1",
  ownTallies: "participation-v1",
  outcomes: "outcomes-v1",
};

function partOf(part: ReportPart, source: ReportSource, words: ReportWords): DocumentPart {
  if (part === "highlights") return highlightsPart(source, words);
  const { text, format } = words;
  const { context } = source.results;
  const title = partTitle(part, words);
  const { table, drawing } = DRAWN[part](words, source.results);
  const suppressed = suppressedWords(table, source.results, words);
  const figure = FIGURE_OF[part];
  const rule = figure ? FIGURES[figure].rule : RULE_OF[part];
  const { cases, excluded, joint } = source.results.figures;
  const notes = [
    text("operation_report.note.n", { n: cases.total, confirmed: cases.confirmed, provisional: cases.provisional }),
    text("operation_report.origin.as_of", { at: format.moment(source.asOf) }),
    ...(rule ? [text("operation_report.note.rule", { rule })] : []),
    ...leftOutWords(excluded, text),
  ].join(" · ");
  return {
    part,
    title,
    table,
    drawing,
    suppressed,
    notes: [
      notes,
      ...(suppressed === null ? [] : [suppressed]),
      ...sheetNotes(part, words, source.results),
      ...(part === "outcomes" ? [text("operation_report.note.outcomes", { at: format.moment(source.asOf) })] : []),
      ...(part === "participation" ? [format.list(context.participants.map(({ name }) => name))] : []),
      ...(part === "byReporter" && joint.cases > 0
        ? [text("figure.joint", { n: joint.cases, more: joint.messages - joint.cases })]
        : []),
      ...(figure ? [text(FIGURES[figure].definition)] : []),
      ...(drawing?.kind === "corridors" ? [text("operation_report.note.corridors")] : []),
      ...(drawing ? [text("figure.caution")] : []),
    ],
    alt: drawing ? `${title}. ${inNumbers(drawing)}` : title,
  };
}

function suppressedWords(table: PartTable, { suppressed }: ReportResults, { text }: ReportWords): string | null {
  const marked = table.rows.flat().filter(({ shown }) => isMark(shown));
  const [first] = marked;
  if (!suppressed || !first) return null;
  return text("operation_report.note.suppressed", { n: marked.length, mark: first.shown, under: suppressed.under });
}

/** What a part of a report is called. */
export function partTitle(part: ReportPart, { text }: ReportWords): string {
  if (part === "byDay") return text("figure.title.per.week");
  const own = `operation_report.part.${part}`;
  return text.label(text.has(own) ? own : `figure.title.${part}`);
}

const DRAWN: Record<CountedPart, (words: ReportWords, results: ReportResults) => Drawn> = {
  headline: headlinePart,
  participation: participationPart,
  byReporter: reporterPart,
  byGroup: (words, { figures }) =>
    countPart(words, figures.byGroup, {
      by: "group",
      head: words.text("figure.column.group"),
      nameOf: words.text.commodity,
    }),
  quantities: (words, { figures }) => quantitiesPart(words, figures.quantityByCommodity, words.text.commodity),
  quantitiesBySlot: (words, { figures }) =>
    quantitiesPart(words, figures.quantityBySlot, (slot) => words.text.label(`slot.${slot}`)),
  cites: citesPart,
  corridors: (words, { figures, context }) => corridorsPart(words, figures.corridors, context),
  byCountry: (words, { figures }) =>
    countPart(words, figures.byCountry, {
      by: "country",
      head: words.text("figure.column.byCountry"),
      nameOf: words.country,
      order: "name",
    }),
  byMode: coded("byMode", "mode", "mode"),
  byPlaceKind: coded("byPlaceKind", "placeKind", "place_kind"),
  byDirection: coded("byDirection", "direction", "direction"),
  byConcealment: coded("byConcealment", "concealment", "concealment_method"),
  byDetection: coded("byDetection", "detection", "detection"),
  slotByMode: (words, { figures }) =>
    heatPart(words, figures.slotByMode, { by: "mode", nameOf: (code) => words.text.code("mode", code) }),
  slotByConcealment: (words, { figures }) =>
    heatPart(words, figures.slotByConcealment, {
      by: "concealment",
      nameOf: (code) => words.text.code("concealment_method", code),
    }),
  persons: personsPart,
  byDay: timePart,
  editions: editionsPart,
  editionCases: (words, results) => editionsPart(words, casesOfEditions(results)),
  tallies: talliesPart,
  timeliness: timelinessPart,
  completeness: completenessPart,
  questions: questionsPart,
  personsByReporter: personsByReporterPart,
  passing: (words, { counts, context }) => corridorsPart(words, counts.passing ?? [], context),
  ownTallies: ownTalliesPart,
  inOneUnit: inOneUnitPart,
  outcomes: outcomesPart,
};

type Coded = "byMode" | "byPlaceKind" | "byDirection" | "byConcealment" | "byDetection";

function coded(figure: Coded, by: string, list: string) {
  return (words: ReportWords, { figures }: ReportResults): Drawn =>
    countPart(words, figures[figure], {
      by,
      head: words.text(`figure.column.${figure}`),
      nameOf: (code) => words.text.code(list, code),
    });
}

/** On a map, and as a table; cases without a leg from one country to another are in the table alone. */
function corridorsPart(
  words: ReportWords,
  rows: readonly CaseRow<"corridor">[],
  context: ReportResults["context"],
): Drawn {
  const naming = {
    by: "corridor",
    head: words.text("figure.column.corridors"),
    nameOf: (key: string) => corridorName(words, key),
  };
  const { table, bars: all } = countedBy(words, rows, naming);
  const bars = all.filter(({ key }) => key !== "");
  const participants = context.participants.map(({ code }) => code);
  const ended = bars.flatMap(({ key }) => key.split(/[>~]/)).map((end) => end.slice(0, 2));
  const names = Object.fromEntries([...participants, ...ended].map((code) => [code, words.country(code)]));
  return { table, drawing: bars.length > 0 ? { kind: "corridors", bars, participants, names } : null };
}

/** "Nigeria to Viet Nam": legs between countries alone stand in a report. */
export function corridorName({ text, country }: ReportWords, key: string): string {
  const [from = "", to = ""] = key.split(/[>~]/).map((end) => country(end.slice(0, 2)));
  return text(key.includes("~") ? "linked.corridor.intended" : "linked.corridor.travelled", { from, to });
}
