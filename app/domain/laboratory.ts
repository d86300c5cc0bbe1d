import type { SeizureInput, SeizureItem } from "./seizure.ts";

/**
 * A laboratory's correction names another substance: what the field test had said is kept beside it. Figures count what
 * the laboratory found. Lines that were added or taken away say for themselves what they were.
 */
export function keepFieldTest(before: SeizureInput, after: SeizureInput): SeizureInput {
  if (before.items.length !== after.items.length) return after;
  const items = after.items.map((item, line) => withFieldTest(before.items[line], item));
  return items.every((item, line) => item === after.items[line]) ? after : { ...after, items };
}

function withFieldTest(before: SeizureItem | undefined, item: SeizureItem): SeizureItem {
  if (!before || before.commodity === item.commodity || item.fieldCommodity) return item;
  const identification = item.identification === before.identification ? "laboratory" : item.identification;
  return { ...item, fieldCommodity: before.fieldCommodity ?? before.commodity, identification };
}
