import { instantAt } from "../calendar.ts";
import { readContainerNumber } from "../container-number.ts";
import { searchKey } from "../search-key.ts";
import type { SeizureInput } from "../seizure.ts";
import { UNKNOWN } from "../unknown.ts";
import { understandCode, understandCodes } from "./coded.ts";
import type { Target } from "./columns.ts";
import { understandDate, type WrittenDate } from "./date.ts";
import { understandNumber } from "./number.ts";
import { isOwnHeading } from "./own-columns.ts";
import { understandCountry } from "./place.ts";
import { readItems } from "./row-items.ts";
import { readPlace, readRoute } from "./row-place.ts";
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
  const skipped = whySkipped(row, sheet);
  if (skipped) return { status: "skip", fields: {}, questions: [], notes: [{ key: skipped, field: "" }] };
  const told = new Told();
  const cells = cellsOf(row, sheet);
  const fields = readFields(row, cells, sheet, context, told);
  const status = told.errors.size > 0 ? "error" : told.questions.size > 0 ? "question" : "ok";
  return { status, fields, questions: [...told.questions], notes: told.notes };
}

const TOTALS =
  /^(grand )?(sub ?)?totals?\b|\btotal of the above\b|^sum$|^(tong|tong cong)( |$)|^รวม|^ລວມ|^សរុប|^合计|^总计|^合計|^總計/;

/** Empty rows, sums and headings that are repeated are no records. */
function whySkipped(row: readonly string[], { columns, headings }: SheetReading): string | null {
  if (row.every((cell) => tidyCell(cell) === "")) return "import.row.empty";
  if (row.length > 2 && row.every((cell, at) => searchKey(cell) === searchKey(headings[at] ?? "")))
    return "import.row.headings";
  const words = columns.flatMap((target, at) => (target && SUMMED.includes(target) ? [row[at] ?? ""] : []));
  const first = row.find((cell) => tidyCell(cell) !== "") ?? "";
  return [...words, first].some((word) => TOTALS.test(searchKey(word))) ? "import.row.total" : null;
}

const SUMMED: readonly Target[] = ["nationalCaseNo", "commodity", "category", "occurredOn"];

function readFields(
  row: readonly string[],
  cells: Cells,
  sheet: SheetReading,
  context: ImportContext,
  told: Told,
): RowReading["fields"] {
  const { index } = context;
  const text = (target: Target, most: number) => tidyCell(cells[target] ?? "").slice(0, most);
  const place = readPlace(cells, { lat: columnOf("lat", sheet).heading }, context, told);
  if (place === null && !told.questions.has("place.country")) told.ask("place.country", "import.place.missing");
  const concealment = cells.concealment ?? "";
  const route = readRoute(cells, place, context, told);
  return {
    ...caseNo(cells, told),
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
    items: readItems(cells, sheet, context, told),
    detections: codes(cells.detections, "detection", context),
    controlReasons: codes(cells.controlReasons ?? cells.detections, "control_reason", context),
    concealmentPlaces: codes(concealment, "concealment_place", context),
    concealmentMethods: codes(concealment, "concealment_method", context),
    concealmentText: text("concealment", 1000),
    offences: codes(cells.offences, "offence", context),
    persons: readPersons(cells, context, told),
    custody: code("custody", cells.custody, "custody", context, told),
    disposal: code("disposal", cells.disposal, "disposal", context, told),
    narrative: wordingOf(row, cells, sheet),
    ...(tidyCell(cells.handling ?? "") !== "" && {
      handling: code("handling", cells.handling, "handling", context, told),
    }),
  };
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

/** The day and, where the zone of the place is known or the cell says it, the instant. */
function readWhen(
  cells: Cells,
  sheet: SheetReading,
  context: ImportContext & { zone: string | null },
  told: Told,
): Record<string, unknown> {
  const date = dateIn(cells, sheet, context, told);
  if (date === null) return {};
  if (date.on > context.latest) told.refuse("occurredOn", "date.future");
  const wider = precisionIn(cells, date);
  const time = date.time ?? clockIn(cells.occurredTime ?? "");
  const said = { occurredOn: date.on, occurredTo: date.to, datePrecision: wider };
  if (time === null || wider !== "day") return said;
  if (date.offset) return { ...said, occurredAt: `${date.on}T${time}:00${date.offset}` };
  if (context.zone) return { ...said, occurredAt: instantAt(context.zone, date.on, time).toISOString() };
  told.tell("occurredAt", "import.time.zone", { time });
  return said;
}

function dateIn(cells: Cells, sheet: SheetReading, context: ImportContext, told: Told): WrittenDate | null {
  const { order } = columnOf("occurredOn", sheet);
  const whole = tidyCell(cells.occurredOn ?? "");
  const [year, month] = [tidyCell(cells.year ?? ""), tidyCell(cells.month ?? "")];
  const written = whole || (month && year ? `${month}${/^\d+$/.test(month) ? "/" : " "}${year}` : year);
  const read = understandDate(written, { order, epoch: sheet.epoch, latest: context.latest });
  if (read.state === "empty") {
    told.refuse("occurredOn", "date.missing");
    return null;
  }
  if (read.state === "unread") {
    told.refuse("occurredOn", read.notes[0]?.key ?? "import.date.unread", { written });
    return null;
  }
  const date = told.take("occurredOn", read);
  const end = understandDate(cells.occurredTo ?? "", { order, epoch: sheet.epoch, latest: context.latest });
  const to = told.take("occurredTo", end);
  if (date === null || to === null || to.on === date.on) return date;
  if (to.on < date.on) told.refuse("occurredTo", "date.order");
  return { ...date, to: to.on, precision: "range" };
}

/** A column that says "year" makes a full date a year: the day in it was never known. */
function precisionIn(cells: Cells, date: WrittenDate): WrittenDate["precision"] {
  const said = searchKey(cells.datePrecision ?? "");
  return said === "year" || said === "month" ? said : date.precision;
}

function clockIn(text: string): string | null {
  const found = /^(\d{1,2})[:.h](\d{2})/.exec(tidyCell(text));
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  return `${String(found[1]).padStart(2, "0")}:${found[2]}`;
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
    const country = told.take("persons.nationalities", understandCountry(part, context.index));
    return country ? [country] : [];
  });
  const counted = [...new Set(nationalities)].map((country) => ({
    country,
    count: nationalities.filter((one) => one === country).length,
  }));
  return { arrested: whole, identified: null, nationalities: counted };
}

/** The row's own words: what is no field, and what was read into codes, so that nothing of it is lost. */
function wordingOf(row: readonly string[], cells: Cells, { headings, columns }: SheetReading): string {
  const lines = headings.flatMap((heading, at) => {
    const target = columns[at];
    const value = tidyCell(row[at] ?? "");
    const kept = target === null || target === undefined || WORDS.includes(target);
    const says = value !== "" && heading.trim() !== "" && !isOwnHeading(heading);
    return kept && says ? [`${heading.trim()}: ${value}`] : [];
  });
  const own = tidyCell(cells.narrative ?? "");
  return [own, ...lines].filter(Boolean).join("\n").slice(0, 8000);
}

const WORDS: readonly Target[] = [
  "occurredTime",
  "commodity",
  "category",
  "species",
  "description",
  "mode",
  "detections",
  "weight",
  "pieces",
  "quantity",
];
