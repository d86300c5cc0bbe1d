import type { CaseCount } from "#app/domain/figures/result.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import { type Bar, barOf, type Kind, plainBar } from "./stack.ts";

/** Cases under one value of each of some keys. */
export type KeyedCount = { key: object } & CaseCount;

type Naming = {
  by: string;
  nameOf: (code: string) => string;
  /** How what nobody stated is called. */
  notStated: string;
  /** What a bar that nothing divides is drawn as. */
  kindOf?: (code: string) => Kind;
};

const NONE: CaseCount = { total: 0, confirmed: 0, provisional: 0 };

/** A bar for each value of a key, divided by the kinds of goods where the rows say them; the key of 'not stated' is empty. */
export function barsBy(rows: readonly KeyedCount[], { by, nameOf, notStated, kindOf = () => "mixed" }: Naming): Bar[] {
  return [...new Set(rows.map(({ key }) => named(key, by)))].map((value) => {
    const own = rows.filter(({ key }) => named(key, by) === value);
    const name = value === null ? notStated : nameOf(value);
    const divided = own.flatMap((row) =>
      "kind" in row.key ? [{ ...row, key: { kind: named(row.key, "kind") } }] : [],
    );
    if (divided.length === own.length) return barOf(value ?? "", name, divided);
    return plainBar(value ?? "", name, kindOf(value ?? ""), own[0] ?? NONE);
  });
}

/** Most first; what is not known stands last. */
export function mostFirst(bars: Bar[]): Bar[] {
  return bars.sort(
    (left, right) =>
      lastOf(left.key) - lastOf(right.key) ||
      right.total - left.total ||
      (right.than?.total ?? 0) - (left.than?.total ?? 0) ||
      (left.key < right.key ? -1 : 1),
  );
}

/** The order of names in a language. */
export function nameOrder(locale: string): (left: { label: string }, right: { label: string }) => number {
  const { compare } = new Intl.Collator(locale === "pseudo" ? "en" : locale);
  return (left, right) => compare(left.label, right.label);
}

/** The values that occur, most used first, the unknown one and what is not stated last. */
export function valuesInTurn(rows: readonly { value: string | null; total: number }[]): (string | null)[] {
  const totals = new Map<string | null, number>();
  for (const { value, total } of rows) totals.set(value, (totals.get(value) ?? 0) + total);
  const of = (value: string | null) => totals.get(value) ?? 0;
  return [...totals.keys()].sort(
    (left, right) =>
      lastOf(left ?? "") - lastOf(right ?? "") || of(right) - of(left) || ((left ?? "") < (right ?? "") ? -1 : 1),
  );
}

const lastOf = (key: string) => (key === "" ? 2 : Number(key === UNKNOWN));

function named(key: object, by: string): string | null {
  const value: unknown = Reflect.get(key, by);
  return typeof value === "string" ? value : null;
}
