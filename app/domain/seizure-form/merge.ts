import { isField } from "./fields.ts";
import { type FormFields, listOf, rowsOf } from "./rows.ts";

/** Fields of the form itself, which say nothing of the seizure. */
const OF_THE_FORM =
  /^(id|commandId|draftCommandId|baseVersion|depth|mark|occurredShown|confirmed|asked)$|^(amend|base)\./;

/** Fields of one kind of goods that mean nothing without each other, and the name of what they say together. */
const TOGETHER: Record<string, string> = {
  ...{ slot: "goods", commodity: "goods", purityPercent: "purity" },
  ...{ quantity: "amount", notWeighed: "amount", unit: "amount", qualifier: "amount" },
  ...{ secondQuantity: "second", secondUnit: "second", taxonId: "taxon", taxonText: "taxon" },
};

/** Rows that are one thing each, as long as nobody added, took away or moved one. */
const ROWED = ["items", "route"] as const;

/** What the field belongs to: a place with its position, an amount with its unit. Null for fields of the form itself. */
function partOf(name: string, whole: ReadonlySet<string>): string | null {
  if (OF_THE_FORM.test(name) || !isField(name)) return null;
  const [first = "", second = "", ...rest] = name.split(".");
  if (whole.has(first)) return first;
  if (first === "items") return `items.${second}.${TOGETHER[rest.join(".")] ?? rest.join(".")}`;
  if (first === "route") return `route.${second}`;
  if (["place", "audience", "nominal"].includes(first)) return first;
  if (name.startsWith("persons.nationalities")) return "persons.nationalities";
  return /^(occurred|datePrecision)/.test(name) ? "when" : name;
}

/** Two versions of one report and what both come from, where that is known. */
export type Versions = { start: FormFields | null; mine: FormFields; theirs: FormFields };

export type Merged = {
  fields: FormFields;
  /** Parts that only the others had changed: their word stands in the form. */
  taken: string[];
  /** Parts that both have changed: one's own word stands in the form until it is decided. */
  open: string[];
};

/** Puts two changes of one report together, part by part; nothing that either has written is lost without a look. */
export function mergeForms({ start, mine, theirs }: Versions): Merged {
  const whole = wholeRows([mine, theirs, ...(start ? [start] : [])]);
  const parts = new Set(
    [mine, theirs].flatMap((form) => Object.keys(form).flatMap((name) => partOf(name, whole) ?? [])),
  );
  const merged: Merged = { fields: mine, taken: [], open: [] };
  for (const part of parts) {
    const said = (form: FormFields) => wordsOf(form, part, whole);
    if (said(mine) === said(theirs)) continue;
    if (start && said(theirs) === said(start)) continue;
    if (start && said(mine) === said(start)) {
      merged.taken.push(part);
      merged.fields = withPart(merged.fields, theirs, part);
    } else merged.open.push(part);
  }
  return merged;
}

/** The form with one part as the other form has it. */
export function withPart(fields: FormFields, other: FormFields, part: string): FormFields {
  const whole = new Set<string>(ROWED.filter((rows) => rows === part));
  const of = (form: FormFields, wanted: boolean) =>
    Object.entries(form).filter(([name]) => (partOf(name, whole) === part) === wanted);
  return Object.fromEntries([...of(fields, false), ...of(other, true)]);
}

/** Rows are compared one by one only where all versions have the same. */
function wholeRows(forms: readonly FormFields[]): Set<string> {
  const numbers = (form: FormFields, rows: string) => rowsOf(form, rows).join(" ");
  return new Set<string>(ROWED.filter((rows) => new Set(forms.map((form) => numbers(form, rows))).size > 1));
}

/** What a form says of a part; a field that is empty says as little as one that is not there. */
function wordsOf(form: FormFields, part: string, whole: ReadonlySet<string>): string {
  const said = Object.keys(form)
    .filter((name) => partOf(name, whole) === part)
    .map((name) => [name, [...listOf(form, name)].sort()] as const)
    .filter(([, words]) => words.length > 0);
  return JSON.stringify(said.sort(([left], [right]) => (left < right ? -1 : 1)));
}
