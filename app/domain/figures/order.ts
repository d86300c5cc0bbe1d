import type { CaseKey } from "./definition.ts";

/** One order for every evaluator: by code unit, what is not known last. Screens sort for their readers. */
export function byText(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}

export function inOrder<K extends CaseKey, Row extends { key: Record<K, string | null> }>(
  rows: Row[],
  keys: readonly K[],
): Row[] {
  return rows.sort((left, right) => {
    for (const key of keys) {
      const order = byText(left.key[key], right.key[key]);
      if (order !== 0) return order;
    }
    return 0;
  });
}
