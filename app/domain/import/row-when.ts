import { instantAt } from "../local-date.ts";
import { searchKey } from "../search-key.ts";
import type { Target } from "./columns.ts";
import { understandDate, type WrittenDate } from "./date.ts";
import { columnOf, type ImportContext, type SheetReading } from "./sheet.ts";
import type { Told } from "./told.ts";
import { tidyCell } from "./understood.ts";

type Cells = Partial<Record<Target, string>>;

/** The day and, where the zone of the place is known or the cell says it, the instant. */
export function readWhen(
  cells: Cells,
  sheet: SheetReading,
  context: ImportContext & { zone: string | null },
  told: Told,
): Record<string, unknown> {
  const date = dateIn(cells, sheet, context, told);
  if (date === null) return {};
  if (date.on > context.latest) told.refuse("occurredOn", "date.future");
  const wider = precisionIn(cells, date);
  const clock = instantIn(cells.occurredTime ?? "", date.on);
  const time = date.time ?? clockIn(cells.occurredTime ?? "");
  const said = { occurredOn: date.on, occurredTo: date.to, datePrecision: wider };
  if (clock && wider === "day") return { ...said, occurredAt: clock };
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

const CLOCK_AWAY = /^(\d{2}:\d{2}(?::\d{2})?)([+-]\d{2}:\d{2}|Z)$/;

/** A clock that says how far it stands from UTC, "14:30+07:00", or a whole instant. */
function instantIn(text: string, day: string): string | null {
  const tidy = tidyCell(text);
  const [, clock, away] = CLOCK_AWAY.exec(tidy) ?? [];
  const whole = clock ? `${day}T${clock.length === 5 ? `${clock}:00` : clock}${away}` : tidy;
  const said = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}|Z)$/.test(whole);
  return said && !Number.isNaN(Date.parse(whole)) ? new Date(whole).toISOString() : null;
}
