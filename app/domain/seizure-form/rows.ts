/**
 * A form as it stands, exactly as it was typed: the name of every field with its text, several texts where several may
 * be chosen. Rows have their number in the name ("items.0.quantity"). Posted forms, drafts and the browser's own
 * keeping all have this shape, so nothing is lost on the way between them.
 */
export type FormFields = Record<string, string | string[]>;

/** The one text of a field; empty where nobody has said anything. */
export function textOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

export function listOf(fields: FormFields, name: string): string[] {
  const value = fields[name];
  if (value === undefined || value === "") return [];
  return Array.isArray(value) ? value : [value];
}

/** The numbers of the rows under a prefix, in order. */
export function rowsOf(fields: FormFields, prefix: string): number[] {
  const numbers = new Set<number>();
  for (const name of Object.keys(fields)) {
    const number = numberAfter(name, prefix);
    if (number !== null) numbers.add(number);
  }
  return [...numbers].sort((left, right) => left - right);
}

/** Adds a row behind the last one; what it starts with makes it exist. */
export function withRow(fields: FormFields, prefix: string, start: FormFields): FormFields {
  const next = (rowsOf(fields, prefix).at(-1) ?? -1) + 1;
  const added = Object.entries(start).map(([name, value]) => [`${prefix}.${next}.${name}`, value]);
  return { ...fields, ...Object.fromEntries(added) };
}

/** Takes a row away and closes the gap. */
export function withoutRow(fields: FormFields, prefix: string, row: number): FormFields {
  return renumbered(fields, prefix, (number) => (number === row ? null : number > row ? number - 1 : number));
}

/** Lets a row change places with its neighbour; at the ends nothing happens. */
export function withRowMoved(fields: FormFields, prefix: string, row: number, by: 1 | -1): FormFields {
  const rows = rowsOf(fields, prefix);
  const neighbour = rows[rows.indexOf(row) + by];
  if (neighbour === undefined || !rows.includes(row)) return fields;
  return renumbered(fields, prefix, (number) => (number === row ? neighbour : number === neighbour ? row : number));
}

function renumbered(fields: FormFields, prefix: string, to: (row: number) => number | null): FormFields {
  const moved: FormFields = {};
  for (const [name, value] of Object.entries(fields)) {
    const number = numberAfter(name, prefix);
    if (number === null) {
      moved[name] = value;
      continue;
    }
    const next = to(number);
    if (next !== null) moved[`${prefix}.${next}${name.slice(`${prefix}.${number}`.length)}`] = value;
  }
  return moved;
}

function numberAfter(name: string, prefix: string): number | null {
  if (!name.startsWith(`${prefix}.`)) return null;
  const [digits = ""] = name.slice(prefix.length + 1).split(".", 1);
  return /^\d{1,3}$/.test(digits) ? Number(digits) : null;
}
