import type { Target } from "../import/columns.ts";
import { searchKey } from "../search-key.ts";
import {
  CEN_LAYOUTS,
  type CenColumn,
  type CenLayout,
  type CenLayoutName,
  type CenMapping,
  targetOf,
} from "./mapping.ts";

/** Columns of a layout by every heading they come in under, as `searchKey` makes it. */
const KEYS = new WeakMap<CenLayout, Map<string, CenColumn>>();

function columnsByKey(layout: CenLayout): Map<string, CenColumn> {
  const known = KEYS.get(layout);
  if (known) return known;
  const made = new Map(
    layout.columns.flatMap((column) =>
      [column.heading, ...column.also].map((heading) => [searchKey(heading), column] as const),
    ),
  );
  KEYS.set(layout, made);
  return made;
}

/** The column of a layout that a heading names, whatever stands beside it. */
export function columnNamed(heading: string, layout: CenLayout): CenColumn | undefined {
  return columnsByKey(layout).get(searchKey(heading));
}

const FEWEST = 6;
const SHARE = 0.6;

/**
 * Which of the two layouts these headings are of: most of them have to be its own, one of the numbers that the other
 * system gives among them. A table of another shape is read as every file is.
 */
export function layoutOf(headings: readonly string[], mapping: CenMapping | null): CenLayoutName | null {
  const said = headings.filter((heading) => heading.trim() !== "");
  if (mapping === null) return null;
  const rated = CEN_LAYOUTS.map((name) => {
    const layout = mapping.layouts[name];
    const known = said.flatMap((heading) => columnNamed(heading, layout) ?? []);
    const own = said.filter((heading) => columnNamed(heading, layout)?.heading === heading.trim()).length;
    const numbered = known.some(({ field }) => field === "cenNo" || field === "cencommNo");
    const fits = numbered && known.length >= FEWEST && known.length >= said.length * SHARE;
    return { name, worth: fits ? known.length + own : 0 };
  });
  const [best] = rated.sort((left, right) => right.worth - left.worth);
  return best && best.worth > 0 ? best.name : null;
}

/** What the columns hold by the layout; `undefined` for those that it does not know. */
export function targetsOf(headings: readonly string[], layout: CenLayout): (Target | null | undefined)[] {
  const taken = new Set<Target>();
  return headings.map((heading) => {
    const column = columnNamed(heading, layout);
    if (!column) return undefined;
    const target = targetOf(column);
    if (target === null || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
}

/** Whether a row says of itself that its case is not handed out any more. */
export function isTakenBack(row: readonly string[], headings: readonly string[], layout: CenLayout, word: string) {
  const at = headings.findIndex((heading) => columnNamed(heading, layout)?.field === "mark");
  return at >= 0 && searchKey(row[at] ?? "") === searchKey(word);
}
