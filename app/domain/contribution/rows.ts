import type { HandedCase } from "../cen/out.ts";
import type { SeizureItem } from "../seizure.ts";
import { type Amount, amountOf } from "./amount.ts";
import type { ContributionField, ContributionLayout, ContributionMapping } from "./mapping.ts";

/** What the database and the catalogues name things by. */
export type ContributionNaming = {
  goods: (code: string) => string;
  taxon: (id: string) => string;
  label: (list: string, code: string) => string;
  /** Terms of specimens that are in the list of today. */
  isCurrentTerm: (term: string) => boolean;
};

/** What somebody should look at before the file is made: of which column, and why. */
export type RowIssue = {
  heading: string;
  why: "empty" | "unlisted_species" | "older_term" | "approximate" | "several_units" | "day_not_known";
  value: string;
};
export type ContributionRow = { caseNo: string; cells: string[]; issues: RowIssue[] };

export type Contributing = { layout: ContributionLayout; mapping: ContributionMapping; naming: ContributionNaming };

const NO_TERM = "unknown";

/** The rows of a case in a layout: none where nothing of it belongs there. */
export function contributionRows(of: HandedCase, contributing: Contributing): ContributionRow[] {
  const { goods, rows } = contributing.layout;
  const items = of.input.items.filter(({ commodity }) => goods.some((prefix) => commodity.startsWith(prefix)));
  const groups = rows === "goods" ? items.map((item) => [item]) : [...bySpecimen(items).values()];
  return groups.map((group) => rowOf(of, group, contributing));
}

/** One row per species and specimen type: the same of both is one row, whatever lines it was reported in. */
function bySpecimen(items: readonly SeizureItem[]): Map<string, SeizureItem[]> {
  const groups = new Map<string, SeizureItem[]>();
  for (const item of items) {
    const species = item.taxonId ?? (item.taxonText.toLowerCase() || item.commodity);
    const key = `${species}\t${termOf(item)}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

/** The code of the specimen; live animals and plants have one whether it was chosen or not. */
function termOf({ specimen, live }: SeizureItem): string {
  if (specimen && specimen !== NO_TERM) return specimen;
  return live ? "LIV" : "";
}

function rowOf(of: HandedCase, items: readonly SeizureItem[], contributing: Contributing): ContributionRow {
  const { layout, mapping } = contributing;
  const amount = amountOf(items, mapping);
  const cell = (field: ContributionField) => cellOf(field, { of, items, amount, ...contributing });
  const cells = layout.columns.map(({ field, fixed }) => (field === undefined ? (fixed ?? "") : cell(field)));
  const issues = layout.columns.flatMap(({ field, heading, needed }, at): RowIssue[] => {
    const value = cells[at] ?? "";
    if (field === undefined || field === "blank") return [];
    if (value === "") return needed && !isCount(field, amount) ? [{ heading, why: "empty", value }] : [];
    return doubtsOf(field, { of, items, amount, naming: contributing.naming }).map((why) => ({ heading, why, value }));
  });
  return { caseNo: of.input.nationalCaseNo, cells, issues };
}

/** Without a unit the quantity is a number of specimens. */
const isCount = (field: ContributionField, { quantity }: Amount) => field === "unit" && quantity !== "";

type Told = { of: HandedCase; items: readonly SeizureItem[]; amount: Amount };

function doubtsOf(
  field: ContributionField,
  { of: { input }, items, amount, naming }: Told & { naming: ContributionNaming },
): RowIssue["why"][] {
  switch (field) {
    case "date":
      return input.datePrecision === "day" ? [] : ["day_not_known"];
    case "species":
      return items.some(({ taxonId }) => taxonId === null) ? ["unlisted_species"] : [];
    case "specimen":
      return items.every((item) => naming.isCurrentTerm(termOf(item))) ? [] : ["older_term"];
    case "quantity":
      return [
        ...(amount.exact ? [] : ["approximate" as const]),
        ...(amount.beside.length > 0 ? ["several_units" as const] : []),
      ];
    default:
      return [];
  }
}

function cellOf(field: ContributionField, { of, items, amount, mapping, naming }: Told & Contributing): string {
  const { input } = of;
  const joined = (words: readonly string[]) =>
    [...new Set(words.filter((word) => word !== ""))].join(mapping.separator);
  const coded = (list: keyof ContributionMapping["codes"], codes: readonly string[]) =>
    joined(codes.map((code) => mapping.codes[list]?.[code] ?? naming.label(list, code)));
  const along = (role: string) => joined(input.route.flatMap((node) => (node.role === role ? node.place.country : [])));
  const [item] = items;
  switch (field) {
    case "caseNo":
      return input.nationalCaseNo;
    case "date":
      return input.occurredOn;
    case "country":
      return input.place.country;
    case "place":
      return input.place.name;
    case "lat":
    case "lon":
      return input.place[field] === null ? "" : String(input.place[field]);
    case "placeKind":
      return coded("place_kind", [input.placeKind]);
    case "agency":
    case "administration":
      return of[field];
    case "species":
      return joined(items.map(({ taxonId, taxonText }) => (taxonId === null ? taxonText : naming.taxon(taxonId))));
    case "specimen":
      return item ? termOf(item) : "";
    case "goods":
      return joined(items.map(({ commodity }) => naming.goods(commodity)));
    case "description":
      return joined(items.flatMap(({ description, brand }) => [description, brand]));
    case "quantity":
    case "unit":
      return amount[field];
    case "purity":
      return joined(items.map(({ purityPercent }) => purityPercent ?? ""));
    case "offences":
      return coded("offence", input.offences);
    case "mode":
      return coded("mode", [input.mode]);
    case "detections":
      return coded("detection", input.detections);
    case "concealment":
      return coded("concealment_place", input.concealmentPlaces);
    case "origins":
      return along("origin");
    case "departures":
      return along("departure");
    case "transits":
      return along("transit");
    case "destinations":
      return along("destination");
    case "arrested":
      return input.persons.arrested === null ? "" : String(input.persons.arrested);
    case "nationalities":
      return joined(input.persons.nationalities.map(({ country }) => country));
    case "disposal":
      return input.disposal === null ? "" : coded("disposal", [input.disposal]);
    case "additional":
      return joined([
        ...amount.beside,
        ...(amount.exact ? [] : ["approximate"]),
        ...items.map((one) => one.description),
      ]);
    case "blank":
      return "";
  }
}
