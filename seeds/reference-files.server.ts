import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readCsv } from "./csv.ts";

const FOLDER = fileURLToPath(new URL("./reference/", import.meta.url));

export type ReferenceFile =
  | "sources"
  | "countries"
  | "country_names"
  | "country_zones"
  | "pseudo_countries"
  | "airports"
  | "sea_ports"
  | "cities"
  | "crossings"
  | "place_names"
  | "codes"
  | "commodities"
  | "units"
  | "conversion_rules"
  | "tally_bands"
  | "taxa"
  | "taxon_names"
  | "taxon_listings"
  | "published_editions"
  | "published_figures";

/** The rows of one file of seeds/reference. */
export function referenceFile(name: ReferenceFile): Record<string, string>[] {
  return readCsv(readFileSync(`${FOLDER}${name}.csv`, "utf8"));
}

/** A hash over all files: what the tables were last filled from. */
export function referenceHash(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(FOLDER)
    .filter((name) => name.endsWith(".csv"))
    .sort()) {
    hash.update(file).update(readFileSync(`${FOLDER}${file}`));
  }
  return hash.digest("hex");
}
