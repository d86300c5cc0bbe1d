import type { RowReading } from "./row.ts";
import type { FieldNote } from "./told.ts";

/** What was asked of a field, in one text: an agreement holds for exactly these sentences. */
export const askedOf = (notes: readonly FieldNote[], field: string) =>
  JSON.stringify(notes.filter((note) => note.field === field).map(({ key, params = {} }) => [key, asKept(params)]));

/** In the order in which PostgreSQL keeps names: what is read anew then says the same as what was kept. */
const asKept = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(params).sort(([left], [right]) => left.length - right.length || (left < right ? -1 : 1)),
  );

/** The same reading without the questions that somebody has answered with "that is right". */
export function withAgreed(reading: RowReading, agreed: Readonly<Record<string, string>>): RowReading {
  const questions = reading.questions.filter((field) => agreed[field] !== askedOf(reading.notes, field));
  const isClear = reading.status === "question" && questions.length === 0;
  return { ...reading, questions, status: isClear ? "ok" : reading.status };
}

/** What a report need not say: where it is asked about, it can be left open. */
const MAY_BE_OPEN =
  /^(items\.\d+\.(quantity|unit|live|purityPercent|second\w+|taxon\w*|specimen)|persons\.\w+|containerNo|route(\.\w+)?)$/;

type Asked = { fields: RowReading["fields"]; notes: readonly FieldNote[] };

/**
 * How a question can be answered without mending a cell: what was read is right, or it stays open; null for neither.
 * Among several choices "that is right" would not say which: the cell has to.
 */
export function agreeing({ fields, notes }: Asked, field: string): "right" | "open" | null {
  if (notes.some((note) => note.field === field && note.params?.choices?.includes(", "))) return null;
  if (isThere(valueAt(fields, field))) return "right";
  return MAY_BE_OPEN.test(field) ? "open" : null;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0);
}

function valueAt(fields: object, path: string): unknown {
  let value: unknown = fields;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([key]) => key === name)?.[1];
  }
  return value;
}
