import { searchKey } from "../search-key.ts";
import { CEN_LAYOUTS, type CenColumn, type CenField, type CenLayout, type CenMapping, isItemField } from "./mapping.ts";
import { columnNamed } from "./recognise.ts";

const LABELLED = /^\s*[-•*]?\s*([^:：\t]{1,80}?)\s*[:：](?:\s+(.*)|\s*)$/u;
const FEWEST_LABELS = 3;
const SHARE = 0.4;

/** The layout whose labels begin most lines of a text; null for a text that is no message. */
export function messageLayout(text: string, mapping: CenMapping): CenLayout | null {
  const lines = linesOf(text)
    .slice(0, 400)
    .filter((line) => line.trim() !== "");
  const rated = [...CEN_LAYOUTS].reverse().map((name) => {
    const layout = mapping.layouts[name];
    const known = lines.flatMap((line) => columnNamed(LABELLED.exec(line)?.[1] ?? "", layout) ?? []);
    return { layout, lines: known.length, labels: new Set(known) };
  });
  const [best] = rated.sort((left, right) => right.labels.size - left.labels.size);
  const fits = best && best.labels.size >= FEWEST_LABELS && best.lines >= lines.length * SHARE;
  return fits ? best.layout : null;
}

const linesOf = (text: string) => text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);

type Line = { heading: string; column: CenColumn | undefined; text: string };

/** One seizure of a message: what it says once, and each kind of goods. */
type Told = { once: Map<string, string>; items: Map<string, string>[] };

/**
 * A message, or several behind each other, as a table: a column for each label, a row for each kind of goods. After an
 * empty line a label that was there already begins the next seizure; lines without a label belong to the one before.
 */
export function messageRows(text: string, layout: CenLayout): string[][] {
  const told: Told[] = [];
  const headings = new Set(
    layout.columns.filter(({ field }) => field && ALWAYS.includes(field)).map(({ heading }) => heading),
  );
  for (const block of blocksOf(text, layout)) {
    const last = told.at(-1);
    const anew = !last || block.some(({ heading, column }) => !isItemField(column?.field) && last.once.has(heading));
    const own: Told = anew ? { once: new Map(), items: [new Map()] } : last;
    if (anew) told.push(own);
    for (const line of block) {
      headings.add(line.heading);
      put(own, line);
    }
  }
  const names = [...headings];
  const rows = told.flatMap(({ once, items }) =>
    items.map((item) => names.map((heading) => item.get(heading) ?? once.get(heading) ?? "")),
  );
  return [names, ...rows];
}

/** Columns that such a table has in any case, so that it is known again by its headings. */
const ALWAYS: readonly CenField[] = ["nationalCaseNo", "cenNo", "cencommNo", "occurredOn", "placeCountry", "commodity"];

function put({ once, items }: Told, { heading, column, text }: Line): void {
  if (!isItemField(column?.field)) {
    const before = once.get(heading);
    once.set(heading, before ? `${before}; ${text}` : text);
    return;
  }
  if (items.at(-1)?.has(heading)) items.push(new Map());
  items.at(-1)?.set(heading, text);
}

/** What stands between empty lines, label by label. */
function blocksOf(text: string, layout: CenLayout): Line[][] {
  const blocks: Line[][] = [];
  let block: Line[] | null = null;
  let previous: Line | null = null;
  for (const line of linesOf(text)) {
    if (line.trim() === "") {
      block = null;
      continue;
    }
    const [, label = "", value = ""] = LABELLED.exec(line) ?? [];
    const column = columnNamed(label, layout);
    if (column || isLabel(label)) {
      if (!block) {
        block = [];
        blocks.push(block);
      }
      previous = { heading: column?.heading ?? label.trim(), column, text: value.trim() };
      block.push(previous);
    } else if (previous) previous.text = [previous.text, line.trim()].filter(Boolean).join("\n");
  }
  return blocks;
}

/** A label that no layout has: a few words that begin with a capital. */
const isLabel = (label: string) => /^\p{Lu}/u.test(label.trim()) && searchKey(label).split(" ").length <= 4;
