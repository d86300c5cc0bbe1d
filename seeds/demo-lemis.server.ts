import { readFileSync } from "node:fs";
import { isLocalDate, type LocalDate } from "#app/domain/local-date.ts";
import { type RouteNode, SeizureInput, type SeizureItem } from "#app/domain/seizure.ts";
import { readCsv } from "./csv.ts";
import { type DemoReading, type DemoRecord, leaveOut, type Sieve } from "./demo-record.ts";
import { groupBy } from "./group-by.ts";
import { referenceFile } from "./reference-files.server.ts";
import { seedId } from "./seed-id.ts";

type Raw = Record<string, string>;
const FILE = new URL("./demo/lemis_amphibian_seized_1999_2021.csv", import.meta.url);
const SOURCE = "US Fish and Wildlife Service LEMIS, amphibians (ecohealthalliance/amphibian_trade, e38a4655)";

/** Imports of amphibians that the United States refused and seized: the lines of one control number are one report. */
export function readLemisSeizures(sieve: Sieve): DemoReading {
  const rows = readCsv(readFileSync(FILE, "utf8")).map((raw, index) => ({ raw, no: index + 2 }));
  const terms = new Set(
    referenceFile("codes").flatMap((row) => (row.list === "specimen_term" ? (row.code ?? "") : [])),
  );
  const reading: DemoReading = { records: [], leftOut: new Map() };
  for (const [number, group] of groupBy(rows, ({ raw, no }) => raw.control_number || `line ${no}`)) {
    const lines = group.map((line) => line.raw);
    const day = lines[0]?.disposition_date || lines[0]?.shipment_date || "";
    const why = isLocalDate(day) ? sieve(day) : "no day";
    if (why) leaveOut(reading, why);
    else reading.records.push(recordOf(number, day, lines, terms));
  }
  return reading;
}

function recordOf(number: string, day: LocalDate, lines: readonly Raw[], terms: ReadonlySet<string>): DemoRecord {
  const row = `LEMIS-${number.replace(" ", "-")}`;
  const place = { country: "US", name: `Port code ${lines[0]?.port}`, precision: "country" };
  return {
    country: "US",
    agency: "FWS",
    on: day,
    input: SeizureInput.parse({
      id: seedId("demo", row),
      nationalCaseNo: row,
      occurredOn: day,
      place,
      placeKind: "unknown",
      direction: "import",
      mode: "unknown",
      route: routeOf(lines, place),
      items: lines.map((raw) => itemOf(raw, terms)),
      custody: "seized",
      narrative: lines.map(wordingOf).join("\n"),
      language: "en",
      handling: "H0",
      origin: { source: SOURCE, licence: "MIT; US federal record", row: number, originalDate: day },
    }),
  };
}

function wordingOf(raw: Raw): string {
  const kept = ["species_code", "specific_name", "generic_name", "value", "purpose", "source", "shipment_date"];
  return kept.flatMap((name) => (raw[name] ? [`${name}: ${raw[name]}`] : [])).join(", ");
}

/** Origin XX is the source's 'unknown'; NA may be Namibia or missing, and is left out. */
function routeOf(lines: readonly Raw[], place: object): object[] {
  const origins = new Set(lines.map((raw) => raw.country_origin ?? ""));
  const exporters = new Set(lines.map((raw) => raw.country_imp_exp ?? ""));
  const told = (codes: ReadonlySet<string>) => [...codes].filter((code) => code !== "" && code !== "NA");
  const node = (role: string, country: string): Pick<RouteNode, "role" | "evidence"> & { place: object } => ({
    role,
    place: { country },
    evidence: "declared",
  });
  return [
    ...told(origins).map((country) => node("origin", country)),
    ...told(exporters)
      .filter((country) => !origins.has(country))
      .map((country) => node("departure", country)),
    { role: "discovery", place, evidence: "documented" },
    node("destination", "US"),
  ];
}

const UNITS: Record<string, string> = { KG: "kg", GM: "g", MG: "mg" };
const ANIMALS = new Set(["LIV", "BOD", "DEA"]);

function itemOf(raw: Raw, terms: ReadonlySet<string>): Partial<SeizureItem> {
  const form = raw.description ?? "";
  const counted = form === "SHO" ? "pairs" : ANIMALS.has(form) ? "animals" : "pcs";
  const known = /^\d+(\.\d{1,6})?$/.test(raw.quantity ?? "") && Number(raw.quantity) > 0;
  return {
    commodity: "F9.amphibians",
    quantity: known ? (raw.quantity ?? null) : null,
    unit: known ? (UNITS[raw.unit ?? ""] ?? counted) : null,
    taxonId: taxonOf(raw),
    taxonText: nameOf(raw),
    specimen: terms.has(form) ? form : null,
    live: form === "LIV" ? true : form === "BOD" || form === "DEA" ? false : null,
    description: terms.has(form) ? "" : form,
  };
}

function nameOf(raw: Raw): string {
  if (!raw.genus || raw.genus.startsWith("Non-CITES")) return raw.generic_name ?? "";
  return `${raw.genus} ${raw.species || "spp."}`.replace(/ sp\.$/, " spp.");
}

let kept: ReadonlyMap<string, string> | undefined;

function taxonOf(raw: Raw): string {
  kept ??= new Map(referenceFile("taxa").map((row) => [row.scientific_name ?? "", row.id ?? ""]));
  return kept.get(nameOf(raw)) ?? "amphibia";
}
