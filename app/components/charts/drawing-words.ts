import type { ExcludedCount } from "#app/domain/figures/result.ts";
import type { TextOf } from "#app/messages/catalogue.ts";
import { type Drawing, hasBars } from "./drawing.ts";

/** What a figure leaves out, each in its words; nothing where it leaves out nothing. */
export function leftOutWords({ outsideWindow, notASeizure, undated }: ExcludedCount, text: TextOf): string[] {
  return [
    ...(outsideWindow > 0 ? [text("figure.left_out.outside_window", { n: outsideWindow })] : []),
    ...(notASeizure > 0 ? [text("figure.left_out.not_a_seizure", { n: notASeizure })] : []),
    ...(undated > 0 ? [text("figure.left_out.undated", { n: undated })] : []),
  ];
}

/** Names of the kinds that a drawing shows, for its legend. */
export function kindNames(drawing: Drawing, text: TextOf): Record<string, string> {
  const bars = hasBars(drawing) ? drawing.bars : [];
  const kinds = [...new Set(bars.flatMap((bar) => bar.segments.map(({ kind }) => kind)))];
  const nameOf = (kind: string) => (kind === "mixed" ? text("figure.kind.mixed") : text.label(`slot.${kind}`));
  return Object.fromEntries(kinds.map((kind) => [kind, nameOf(kind)]));
}

/** So many values are read out; the table has all of them. */
const SAID = 12;

/** A drawing in words; `second`: how the other period is called, where both are said. */
export function inNumbers(drawing: Drawing, second?: string): string {
  if (drawing.kind === "flow") {
    const { layout, heads, names } = drawing;
    const nodes = [...layout.nodes].sort((left, right) => right.count - left.count);
    return nodes
      .slice(0, SAID)
      .map(({ key, stage, count }) => `${heads[stage]}, ${names[key] ?? key}: ${count}`)
      .join("; ");
  }
  if (drawing.kind !== "heat") {
    const named = drawing.bars.filter(({ total, than }) => total > 0 || (than && than.total > 0));
    return `${named
      .slice(0, SAID)
      .map(({ label, total, than }) => `${label}: ${total}${than && second ? ` (${second}: ${than.total})` : ""}`)
      .join("; ")}${named.length > SAID ? " …" : ""}`;
  }
  const cells = drawing.rows.flatMap(({ name, counts }) =>
    counts.flatMap((count, at) =>
      count > 0 ? [{ said: `${name}, ${drawing.columns[at] ?? ""}: ${count}`, count }] : [],
    ),
  );
  const busiest = cells.sort((left, right) => right.count - left.count).slice(0, SAID);
  return busiest.map(({ said }) => said).join("; ");
}
