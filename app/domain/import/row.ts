import { isTakenBack } from "../cen/recognise.ts";
import { translate } from "../cen/translate.ts";
import { readContainerNumber } from "../container-number.ts";
import { searchKey } from "../search-key.ts";
import type { SeizureInput } from "../seizure.ts";
import { UNKNOWN } from "../unknown.ts";
import { understandCode, understandCodes } from "./coded.ts";
import type { Target } from "./columns.ts";
import { understandNumber } from "./number.ts";
import { understandCountry } from "./place.ts";
import { askAsForm } from "./row-checks.ts";
import { readItems } from "./row-items.ts";
import { exactPlace, exactRoute, readPlace, readRoute } from "./row-place.ts";
import { readWhen } from "./row-when.ts";
import { type RowCells, wordingOf } from "./row-words.ts";
import { cellsOf, columnOf, type ImportContext, type SheetReading } from "./sheet.ts";
import { type FieldNote, Told } from "./told.ts";
import { tidyCell } from "./understood.ts";

type Cells = Partial<Record<Target, string>>;

export type RowStatus = "ok" | "question" | "error" | "skip";

/** What one record of a file was understood to say, in the names of the API, with what is asked and told about it. */
export type RowReading = {
  status: RowStatus;
  fields: Partial<Record<keyof SeizureInput, unknown>>;
  /** Names of the fields that are asked about. */
  questions: string[];
  notes: FieldNote[];
};

/** Reads one record; nothing of it is written anywhere. */
export function readRow(row: readonly string[], sheet: SheetReading, context: ImportContext): RowReading {
  const skipped = whySkipped(row, sheet, context);
  if (skipped) return { status: "skip", fields: {}, questions: [], notes: [{ key: skipped, field: "" }] };
  const told = new Told();
  const fields = readFields(row, rowCells(row, sheet, context), sheet, context, told);
  if (context.checks) askAsForm(fields, context.checks, told);
  const status = told.errors.size > 0 ? "error" : told.questions.size > 0 ? "question" : "ok";
  return { status, fields, questions: [...told.questions], notes: told.notes };
}

/** In a CEN-style table words of the other system are put into codes first. */
function rowCells(row: readonly string[], sheet: SheetReading, { mapping, index }: ImportContext): RowCells {
  const cells = cellsOf(row, sheet);
  if (!sheet.layout || mapping === null) return { cells, exact: new Set(), layout: null };
  return { ...translate(cells, mapping, index), layout: mapping.layouts[sheet.layout] };
}

const TOTALS =
  /^(grand )?(sub ?)?totals?\b|\btotal of the above\b|^sum$|^(tong|tong cong)( |$)|^รวม|^ລວມ|^សរុប|^合计|^总计|^合計|^總計/;

/** Empty rows, sums and headings that are repeated are no records. */
function whySkipped(
  row: readonly string[],
  { columns, headings, layout }: SheetReading,
  { mapping }: ImportContext,
): string | null {
  if (row.every((cell) => tidyCell(cell) === "")) return "import.row.empty";
  if (row.length > 2 && row.every((cell, at) => searchKey(cell) === searchKey(headings[at] ?? "")))
    return "import.row.headings";
  if (layout && mapping && isTakenBack(row, headings, mapping.layouts[layout], mapping.marks.withdrawn))
    return "import.row.withdrawn";
  const words = columns.flatMap((target, at) => (target && SUMMED.includes(target) ? [row[at] ?? ""] : []));
  const first = row.find((cell) => tidyCell(cell) !== "") ?? "";
  return [...words, first].some((word) => TOTALS.test(searchKey(word))) ? "import.row.total" : null;
}

const SUMMED: readonly Target[] = ["nationalCaseNo", "commodity", "category", "occurredOn"];

function readFields(
  row: readonly string[],
  read: RowCells,
  sheet: SheetReading,
  context: ImportContext,
  told: Told,
): RowReading["fields"] {
  const { index } = context;
  const { cells } = read;
  const text = (target: Target, most: number) => tidyCell(cells[target] ?? "").slice(0, most);
  const place = exactPlace(cells, context) ?? readPlace(cells, { lat: columnOf("lat", sheet).heading }, context, told);
  if (place === null && !told.questions.has("place.country")) told.ask("place.country", "import.place.missing");
  const concealment = cells.concealment ?? "";
  const route = exactRoute(cells, context) ?? readRoute(cells, place, context, told);
  return {
    ...caseNo(cells, told),
    cenNo: text("cenNo", 60),
    cencommNo: text("cencommNo", 60),
    ...readWhen(cells, sheet, { ...context, zone: place?.placeId ? index.zoneOfPlace(place.placeId) : null }, told),
    ...(place && { place }),
    placeKind:
      code("placeKind", cells.placeKind, "place_kind", context, told) ??
      placeKindOf(place?.placeId ?? null, index, cells),
    eventKind: code("eventKind", cells.eventKind, "event_kind", context, told) ?? "seizure",
    direction: code("direction", cells.direction, "direction", context, told) ?? UNKNOWN,
    mode: code("mode", cells.mode, "mode", context, told) ?? UNKNOWN,
    carrier: text("carrier", 120),
    transportNo: text("transportNo", 60),
    ...containerNo(cells, told),
    route,
    items: readItems(read, sheet, context, told),
    detections: codes(cells.detections, "detection", context),
    controlReasons: codes(cells.controlReasons ?? cells.detections, "control_reason", context),
    concealmentPlaces: codes(cells.concealmentPlaces ?? concealment, "concealment_place", context),
    concealmentMethods: codes(cells.concealmentMethods ?? concealment, "concealment_method", context),
    concealmentText: text("concealment", 1000),
    offences: codes(cells.offences, "offence", context),
    persons: readPersons(cells, context, told),
    custody: code("custody", cells.custody, "custody", context, told),
    disposal: code("disposal", cells.disposal, "disposal", context, told),
    narrative: wordingOf(row, read, sheet),
    ...languageOf(cells, told),
    ...handlingOf(cells, context, told),
  };
}

/** As files of ours say it; what is none of these codes is told, and the text keeps none. */
function languageOf(cells: Cells, told: Told) {
  const written = tidyCell(cells.language ?? "").toLowerCase();
  if (written === "") return {};
  if (/^[a-z]{2,3}$/.test(written)) return { language: written };
  told.notes.push({ key: "import.code.unread", params: { written }, field: "language" });
  return {};
}

/** Who may read it is never guessed: a tier that is written and not understood is asked about, a blank one once per file. */
function handlingOf(cells: Cells, context: ImportContext, told: Told) {
  if (tidyCell(cells.handling ?? "") === "") return {};
  const handling = code("handling", cells.handling, "handling", context, told);
  if (handling === null) told.questions.add("handling");
  return { handling };
}

function caseNo(cells: Cells, told: Told) {
  const number = tidyCell(cells.nationalCaseNo ?? "");
  if (number === "") {
    told.ask("nationalCaseNo", "import.case_no.missing");
    return {};
  }
  if (number.length > 60) told.refuse("nationalCaseNo", "import.case_no.long");
  return { nationalCaseNo: number.slice(0, 60) };
}

function code(
  field: string,
  text: string | undefined,
  list: string,
  { index }: ImportContext,
  told: Told,
): string | null {
  const read = understandCode(text ?? "", list, index);
  if (read.state !== "unread") return told.take(field, read);
  // Words that no code has are kept in the record's own wording: told, and nothing is guessed.
  told.tell(field, "import.code.unread", { written: tidyCell(text ?? "") });
  return null;
}

function codes(text: string | undefined, list: string, { index }: ImportContext): string[] {
  const read = understandCodes(text ?? "", list, index);
  return read.state === "clear" ? read.value : [];
}

const KIND_OF_PLACE: Record<string, string> = {
  airport: "airport",
  seaport: "seaport",
  river_port: "river_port",
  crossing: "border_post",
};

function placeKindOf(placeId: string | null, index: ImportContext["index"], cells: Cells): string {
  const kind = placeId ? index.kindOfPlace(placeId) : null;
  if (kind && KIND_OF_PLACE[kind]) return KIND_OF_PLACE[kind];
  const words = understandCode(cells.placeSite || cells.place || "", "place_kind", index);
  return words.state === "clear" ? words.value : UNKNOWN;
}

function containerNo(cells: Cells, told: Told) {
  const written = tidyCell(cells.containerNo ?? "");
  if (written === "") return {};
  const found = readContainerNumber(written);
  if (found.kind === "malformed") told.tell("containerNo", "check.container_malformed", { number: written });
  if (found.kind === "wrong_check_digit")
    told.ask("containerNo", "check.container_check_digit", {
      number: found.number,
      expected: String(found.expected),
      corrected: found.corrected,
    });
  return found.kind === "malformed" ? {} : { containerNo: found.number };
}

function readPersons(cells: Cells, context: ImportContext, told: Told) {
  const written = tidyCell(cells.arrested ?? "");
  const arrested = told.take("persons.arrested", understandNumber(written, ","));
  const whole = arrested !== null && /^\d{1,4}$/.test(arrested) ? Number(arrested) : null;
  if (arrested !== null && whole === null) told.ask("persons.arrested", "import.persons.unread", { written });
  const nationalities = (cells.nationalities ?? "").split(/[;,/]/).flatMap((part) => {
    const [, count = "1", name = part] = /^\s*(\d{1,4})\s*[x×]?\s+(\D+)$/.exec(part) ?? [];
    const country = told.take("persons.nationalities", understandCountry(name, context.index));
    return country ? Array<string>(Number(count)).fill(country) : [];
  });
  const counted = [...new Set(nationalities)].map((country) => ({
    country,
    count: nationalities.filter((one) => one === country).length,
  }));
  const identified = tidyCell(cells.identified ?? "");
  return {
    arrested: whole,
    identified: /^\d{1,4}$/.test(identified) ? Number(identified) : null,
    nationalities: counted,
  };
}
