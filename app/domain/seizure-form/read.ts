import { audienceOf } from "../audience.ts";
import { isLocalDate } from "../calendar.ts";
import { readContainerNumber } from "../container-number.ts";
import { addError, errorsOf, type FieldErrors } from "../field-errors.ts";
import { SeizureInput } from "../seizure.ts";
import { UNKNOWN } from "../unknown.ts";
import { ROWS, ROWS_NAMES, type RowsName } from "./fields.ts";
import { rawItem } from "./item.ts";
import { rawPlace } from "./place.ts";
import { type FormContext, type Reading, rawCount, rawDecimal, yesOrNo } from "./reading.ts";
import { type FormFields, listOf, rowsOf, textOf } from "./rows.ts";
import { readTypedTime } from "./time.ts";

export type ReadForm = { ok: true; input: SeizureInput } | { ok: false; errors: FieldErrors };

/** What the form says, parsed by the one schema of a report; or what is wrong, by the names of the fields. */
export function readSeizureForm(fields: FormFields, context: FormContext): ReadForm {
  const reading: Reading = { fields, mark: fields.mark === "," ? "," : ".", context, errors: {} };
  const rows = Object.fromEntries(ROWS_NAMES.map((name) => [name, filledRows(fields, name)])) as Rows;
  if (rows.items.length === 0) rows.items = rowsOf(fields, "items").slice(0, 1);
  const raw = rawInput(reading, rows);
  const parsed = SeizureInput.safeParse(raw);
  const errors = { ...(parsed.success ? {} : renamed(errorsOf(parsed.error), rows)), ...reading.errors };
  return parsed.success && Object.keys(errors).length === 0 ? { ok: true, input: parsed.data } : { ok: false, errors };
}

/** Which rows of the form are read, in order. */
type Rows = Record<RowsName, number[]>;

/** Fields that choose or default something but say nothing of the goods by themselves. */
const SAYS_NOTHING = new Set(["role", "unit", "qualifier", "evidence", "slot", "secondUnit", "modeToNext"]);

function filledRows(fields: FormFields, name: RowsName): number[] {
  const parts = ROWS[name].filter((part) => !SAYS_NOTHING.has(part));
  const filled = (row: number) => parts.some((part) => textOf(fields, `${name}.${row}.${part}`).trim() !== "");
  const chosen = (row: number) => name === "items" && textOf(fields, `items.${row}.slot`) !== "";
  return rowsOf(fields, name).filter((row) => filled(row) || chosen(row));
}

/** Parses speak of the rows that were read; the form counts the empty ones too. */
function renamed(errors: FieldErrors, rows: Rows): FieldErrors {
  return Object.fromEntries(
    Object.entries(errors).map(([path, list]) => {
      const prefix = ROWS_NAMES.find((name) => path.startsWith(`${name}.`));
      if (!prefix) return [path === "items" ? "items.0.commodity" : path, list];
      const [number = "", ...rest] = path.slice(prefix.length + 1).split(".");
      return [[prefix, rows[prefix][Number(number)] ?? number, ...rest].join("."), list];
    }),
  );
}

function rawInput(reading: Reading, rows: Rows) {
  const { fields, context } = reading;
  const text = (name: string) => textOf(fields, name);
  const optional = (name: string) => text(name) || undefined;
  const when = rawWhen(reading);
  return {
    id: text("id"),
    nationalCaseNo: text("nationalCaseNo"),
    cenNo: text("cenNo"),
    cencommNo: text("cencommNo"),
    eventKind: optional("eventKind"),
    ...when,
    place: rawPlace(reading, "place"),
    placeKind: optional("placeKind") ?? unasked(fields, placeKindOf(reading)),
    direction: optional("direction") ?? unasked(fields, UNKNOWN),
    mode: optional("mode"),
    carrier: text("carrier"),
    transportNo: text("transportNo"),
    containerNo: rawContainer(text("containerNo")),
    route: rows.route.map((row) => rawNode(reading, `route.${row}`)),
    items: rows.items.map((row) => rawItem(reading, `items.${row}`)),
    detections: listOf(fields, "detections"),
    controlReasons: listOf(fields, "controlReasons"),
    concealmentPlaces: listOf(fields, "concealmentPlaces"),
    concealmentMethods: listOf(fields, "concealmentMethods"),
    concealmentText: text("concealmentText"),
    offences: listOf(fields, "offences"),
    persons: rawPersons(reading, rows["persons.nationalities"]),
    custody: text("custody") || null,
    disposal: text("disposal") || null,
    narrative: text("narrative"),
    language: text("language"),
    handling: optional("handling"),
    audience: audienceOf(
      textOf(fields, "audience.kind"),
      listOf(fields, "audience.agencies"),
      listOf(fields, "audience.members"),
    ),
    held: text("held") !== "",
    nominal: rawNominal(fields, rows["nominal.persons"]),
    origin: context.origin ?? null,
  };
}

/** The short form does not ask for everything that a report needs; what it leaves out is sent as said under it. */
function unasked(fields: FormFields, value: string): string | undefined {
  return textOf(fields, "depth") === "full" ? undefined : value;
}

const PLACE_KIND_OF: Record<string, string> = {
  airport: "airport",
  seaport: "seaport",
  river_port: "river_port",
  crossing: "border_post",
};

function placeKindOf({ fields, context }: Reading): string {
  const place = context.places.get(textOf(fields, "place.placeId"));
  return (place && PLACE_KIND_OF[place.kind]) ?? UNKNOWN;
}

function rawWhen(reading: Reading) {
  const { fields, context, errors } = reading;
  const datePrecision = textOf(fields, "datePrecision") || "day";
  const occurredOn = dayOf(fields, datePrecision);
  if (isLocalDate(occurredOn) && occurredOn > context.latestDay) addError(errors, "occurredOn", "date.future");
  const occurredTo = datePrecision === "range" ? textOf(fields, "occurredTo") || undefined : null;
  if (occurredTo === undefined) addError(errors, "occurredTo", "date.missing");
  if (occurredTo && occurredTo < occurredOn) addError(errors, "occurredTo", "date.order");
  const time = isLocalDate(occurredOn) ? readTypedTime(fields, occurredOn, context.zone) : { at: null };
  if ("error" in time) addError(errors, "occurredTime", time.error);
  const known = datePrecision === "day" && "at" in time ? time.at : null;
  return { occurredOn: occurredOn || undefined, occurredTo, datePrecision, occurredAt: known };
}

/** A day picked from the calendar goes before a tapped one; with month or year alone it is the first, unless kept. */
function dayOf(fields: FormFields, precision: string): string {
  const day = textOf(fields, "occurredDay") || textOf(fields, "occurredOn");
  const wider = precision === "month" ? textOf(fields, "occurredMonth") : textOf(fields, "occurredYear");
  if ((precision !== "month" && precision !== "year") || wider === "" || day.startsWith(wider)) return day;
  return precision === "month" ? `${wider}-01` : `${wider}-01-01`;
}

function rawContainer(typed: string): string {
  if (typed.trim() === "") return "";
  return readContainerNumber(typed).number;
}

function rawNode(reading: Reading, path: string) {
  const { fields } = reading;
  return {
    role: textOf(fields, `${path}.role`) || undefined,
    place: rawPlace(reading, `${path}.place`),
    sharePercent: rawDecimal(reading, `${path}.sharePercent`),
    opportunity: yesOrNo(textOf(fields, `${path}.opportunity`)),
    modeToNext: textOf(fields, `${path}.modeToNext`) || null,
    evidence: textOf(fields, `${path}.evidence`) || undefined,
  };
}

function rawPersons(reading: Reading, rows: number[]) {
  return {
    arrested: rawCount(reading, "persons.arrested"),
    identified: rawCount(reading, "persons.identified"),
    nationalities: rows.map((row) => ({
      country: textOf(reading.fields, `persons.nationalities.${row}.country`) || undefined,
      count: rawCount(reading, `persons.nationalities.${row}.count`) ?? 1,
    })),
  };
}

function rawNominal(fields: FormFields, rows: number[]): unknown {
  const text = (name: string) => textOf(fields, `nominal.${name}`);
  const recipients = listOf(fields, "nominal.recipients");
  const said = [text("registration"), text("waybill"), text("note")].some((part) => part.trim() !== "");
  if (!said && rows.length === 0) return null;
  return {
    persons: rows.map((row) => ({
      name: text(`persons.${row}.name`),
      document: text(`persons.${row}.document`),
      note: text(`persons.${row}.note`),
    })),
    registration: text("registration"),
    waybill: text("waybill"),
    note: text("note"),
    recipients,
  };
}
