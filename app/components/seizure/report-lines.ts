import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { audienceOf } from "#app/domain/audience.ts";
import { readTypedDecimal } from "#app/domain/exact-decimal.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { listOf, rowsOf, textOf } from "#app/domain/seizure-form/rows.ts";
import type { MessageKey } from "#app/messages/index.ts";

/** One thing that a report says, in words. `path` tells what it is from version to version. */
export type ReportLine = { path: string; label: string; words: string };

/** Names that the catalogues do not hold: of countries, agencies and members. */
export type Naming = {
  country: (code: string) => string;
  agency: (id: string) => string;
  member: (id: string) => string;
};

type Writer = { fields: FormFields; say: (path: string, label: string, words: string) => void };

/** Everything that a report says, in its order, in the reader's words: for comparing two of them. */
export function useReportLines(naming: Naming): (fields: FormFields) => ReportLine[] {
  const words = useWords(naming);
  return (fields) => {
    const lines: ReportLine[] = [];
    const say: Writer["say"] = (path, label, said) => said !== "" && lines.push({ path, label, words: said });
    const writer = { fields, say };
    sayItems(writer, words);
    sayWhereWhen(writer, words);
    sayRoute(writer, words);
    sayFound(writer, words);
    sayRest(writer, words);
    return lines;
  };
}

type Words = ReturnType<typeof useWords>;

function useWords({ country, agency, member }: Naming) {
  const text = useText();
  const format = useFormat();
  const label = (name: string, values?: Record<string, number>) => text(`report.line.${name}` as MessageKey, values);
  const code = (list: string, value: string) => (value === "" ? "" : text.code(list, value));
  // What is no number stays as it was typed.
  const number = (typed: string) => {
    const read = readTypedDecimal(typed, format.mark === "," ? "," : ".");
    return read === null ? typed : format.decimal(read);
  };
  const amount = (quantity: string, unit: string) =>
    quantity === "" ? "" : `${number(quantity)} ${unit && format.unit(unit, "2")}`;
  return { text, format, label, code, number, amount, country, agency, member };
}

function sayItems({ fields, say }: Writer, { text, label, code, number: decimal, amount }: Words) {
  const rows = rowsOf(fields, "items");
  for (const row of rows) {
    const of = (part: string) => textOf(fields, `items.${row}.${part}`);
    const line = (part: string, words: string) => {
      const number = rows.length > 1 ? ` ${rows.indexOf(row) + 1}` : "";
      say(`items.${row}.${part}`, `${label(part)}${number}`, words);
    };
    const qualifier = of("qualifier") === "" || of("qualifier") === "exact" ? "" : code("qualifier", of("qualifier"));
    const weighed = [qualifier, amount(of("quantity"), of("unit"))].filter(Boolean).join(" ");
    line("goods", of("commodity") === "" ? "" : text.commodity(of("commodity")));
    line("amount", of("notWeighed") === "" ? weighed : text("ui.quantity.unknown"));
    line("second", amount(of("secondQuantity"), of("secondUnit")));
    line("taxon", of("taxonText") || of("taxonId"));
    line("specimen", code("specimen_term", of("specimen")));
    line("identification", code("identification", of("identification")));
    line("fieldCommodity", of("fieldCommodity") === "" ? "" : text.commodity(of("fieldCommodity")));
    line("live", of("live") === "" ? "" : text(of("live") === "yes" ? "report.yes" : "report.no"));
    line("purity", of("purityPercent") === "" ? "" : `${decimal(of("purityPercent"))} %`);
    line("brand", of("brand"));
    line("description", of("description"));
  }
}

function sayPlace(fields: FormFields, path: string, { country }: Words): string {
  const of = (part: string) => textOf(fields, `${path}.${part}`);
  const named = [of("name"), of("country") === "" ? "" : country(of("country"))].filter(Boolean).join(", ");
  return of("lat") === "" ? named : `${named} (${Number(of("lat")).toFixed(3)}, ${Number(of("lon")).toFixed(3)})`;
}

function sayWhereWhen({ fields, say }: Writer, words: Words) {
  const { label, code, format, text } = words;
  const of = (name: string) => textOf(fields, name);
  const day = of("occurredDay") || of("occurredOn");
  const exactly = of("datePrecision") === "day" ? "" : text.label(`report.precision.${of("datePrecision")}`);
  const days = [day && format.day(day), of("occurredTo") && format.day(of("occurredTo"))].filter(Boolean).join(" – ");
  say("eventKind", label("event_kind"), code("event_kind", of("eventKind")));
  say("place", label("place"), sayPlace(fields, "place", words));
  say("placeKind", label("place_kind"), code("place_kind", of("placeKind")));
  say("when", label("when"), [days, of("occurredTime"), exactly].filter(Boolean).join(", "));
  say("mode", label("mode"), code("mode", of("mode")));
  say("direction", label("direction"), code("direction", of("direction")));
  for (const name of NUMBERS) say(name, label(name), of(name));
}

const NUMBERS = ["carrier", "transportNo", "containerNo", "nationalCaseNo", "cenNo", "cencommNo"];

function sayRoute({ fields, say }: Writer, words: Words) {
  for (const row of rowsOf(fields, "route")) {
    const of = (part: string) => textOf(fields, `route.${row}.${part}`);
    const place = sayPlace(fields, `route.${row}.place`, words);
    if (place === "") continue;
    const share = of("sharePercent") === "" ? "" : `${words.number(of("sharePercent"))} %`;
    const custody = of("opportunity") === "yes" ? words.text("report.route.opportunity") : "";
    const said = [place, share, words.code("evidence", of("evidence")), words.code("mode", of("modeToNext")), custody];
    say(`route.${row}`, words.code("route_role", of("role")), said.filter(Boolean).join(", "));
  }
}

const FOUND: [string, string][] = [
  ["detections", "detection"],
  ["controlReasons", "control_reason"],
  ["concealmentPlaces", "concealment_place"],
  ["concealmentMethods", "concealment_method"],
  ["offences", "offence"],
];

function sayFound({ fields, say }: Writer, { label, code, format }: Words) {
  for (const [name, list] of FOUND) {
    say(name, label(name), format.list([...listOf(fields, name)].sort().map((one) => code(list, one))));
  }
  say("concealmentText", label("concealmentText"), textOf(fields, "concealmentText"));
}

function sayRest({ fields, say }: Writer, words: Words) {
  const { label, code, text, country, format } = words;
  const of = (name: string) => textOf(fields, name);
  say("persons.arrested", label("arrested"), of("persons.arrested"));
  say("persons.identified", label("identified"), of("persons.identified"));
  const nationalities = rowsOf(fields, "persons.nationalities").map((row) => {
    const nationality = of(`persons.nationalities.${row}.country`);
    return nationality === "" ? "" : `${of(`persons.nationalities.${row}.count`)} ${country(nationality)}`;
  });
  say("persons.nationalities", label("nationalities"), format.list(nationalities.filter(Boolean)));
  say("custody", label("custody"), code("custody", of("custody")));
  say("disposal", label("disposal"), code("disposal", of("disposal")));
  say("narrative", label("narrative"), of("narrative"));
  say("language", label("language"), of("language") && text.label(`language.${of("language")}`));
  say("handling", label("handling"), code("handling", of("handling")));
  say("audience", label("audience"), audienceWords(fields, words));
  say("held", label("held"), of("held") === "" ? "" : text("report.held.yes"));
}

function audienceWords(fields: FormFields, { text, format, agency, member }: Words): string {
  const [agencies, members] = [listOf(fields, "audience.agencies"), listOf(fields, "audience.members")];
  const audience = audienceOf(textOf(fields, "audience.kind"), agencies, members);
  if (audience.kind === "all") return text("report.audience.all");
  const names = audience.kind === "agencies" ? audience.agencies.map(agency) : audience.members.map(member);
  return names.length > 0 ? format.list(names.sort()) : text("report.line.audience.own");
}

/** What differs between two reports, by line; a line that one of them lacks is empty there. */
export function comparedLines(before: readonly ReportLine[], after: readonly ReportLine[]) {
  const paths = [...new Set([...before, ...after].map(({ path }) => path))];
  return paths.flatMap((path) => {
    const [was, is] = [before.find((line) => line.path === path), after.find((line) => line.path === path)];
    if (was?.words === is?.words) return [];
    return [{ path, label: is?.label ?? was?.label ?? path, before: was?.words ?? "", after: is?.words ?? "" }];
  });
}
