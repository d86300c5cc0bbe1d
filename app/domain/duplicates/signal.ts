/**
 * How far two reports agree in something, and how far they differ: 1 is what its weight is meant for, a rare agreement
 * may be a little more. Null: one of them does not say.
 */
export type Signal = { agree: number; differ: number } | null;

export const SAME: Signal = { agree: 1, differ: 0 };
export const OTHER: Signal = { agree: 0, differ: 1 };

export function eitherWay(same: boolean): Signal {
  return same ? SAME : OTHER;
}
