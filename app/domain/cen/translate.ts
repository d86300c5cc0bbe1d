import type { Target } from "../import/columns.ts";
import { understandTaxon } from "../import/goods.ts";
import type { ImportIndex } from "../import/lists.ts";
import { tidyCell } from "../import/understood.ts";
import { searchKey } from "../search-key.ts";
import { codingOf } from "./coding.ts";
import { type CenMapping, LIST_OF } from "./mapping.ts";

type Cells = Partial<Record<Target, string>>;

/** Cells in codes of ours, and the targets whose words were all known: nothing of them has to be kept as it was written. */
export type Translated = { cells: Cells; exact: ReadonlySet<Target> };

const SEVERAL = ["detections", "controlReasons", "concealmentPlaces", "concealmentMethods", "offences"];

/** The words of a CEN-style row put into our codes; what the mapping does not have stays, and is read as any cell is. */
export function translate(cells: Cells, mapping: CenMapping, index: ImportIndex): Translated {
  const { codeOf } = codingOf(mapping);
  const said: Cells = { ...cells };
  const exact = new Set<Target>();
  const put = (target: Target, code: string | null) => {
    if (code === null) return;
    said[target] = code;
    exact.add(target);
  };
  for (const [name, list] of Object.entries(LIST_OF)) {
    const target = name as keyof typeof LIST_OF;
    const written = tidyCell(cells[target] ?? "");
    if (written === "") continue;
    const parts = SEVERAL.includes(target) ? written.split(/\s*[;|\n]\s*/).filter(Boolean) : [written];
    const codes = parts.map((part) => codeOf(list, part));
    if (codes.every((code) => code !== null)) put(target, codes.join("; "));
  }
  for (const target of ["unit", "secondUnit"] as const) put(target, codeOf("unit", cells[target] ?? ""));
  for (const target of ["commodity", "fieldCommodity"] as const) put(target, goodsOf(cells[target] ?? ""));
  put("live", liveOf(cells.live ?? "", mapping));
  for (const target of ["quantity", "secondQuantity"] as const)
    if (/^\d+([.,]\d+)?$/.test(tidyCell(cells[target] ?? ""))) exact.add(target);
  if (isListed(cells.species ?? "", index)) exact.add("species");
  if (CLOCK.test(tidyCell(cells.occurredTime ?? ""))) exact.add("occurredTime");
  // It has a place of its own in the record.
  exact.add("description");
  return { cells: said, exact };

  function goodsOf(words: string): string | null {
    const key = searchKey(words);
    if (key === "") return null;
    return codeOf("commodity", words) ?? index.commodities.get(key) ?? null;
  }
}

/** What is kept as it was written anyway: a scientific name, or one that no list has. */
function isListed(name: string, index: ImportIndex): boolean {
  const read = understandTaxon(name, index);
  return read.state === "unread" || (read.state === "clear" && read.value.scientificName === tidyCell(name));
}

const CLOCK = /^(\d{1,2}:\d{2}|\d{4}-\d{2}-\d{2}T)/;

function liveOf(text: string, { words }: CenMapping): string | null {
  const key = searchKey(text);
  if (key === "") return null;
  return key === searchKey(words.yes) ? "yes" : key === searchKey(words.no) ? "no" : null;
}
