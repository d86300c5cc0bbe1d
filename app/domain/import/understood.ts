/** A sentence about what was read: a key of the catalogue with its parameters. */
export type Note = { key: string; params?: Record<string, string> };

/**
 * What a cell was understood to say. `asked`: a careful person would ask; `value` is the likelier reading (if there is
 * one) and `others` are the rest. What is `unread` says something that could not be read at all.
 */
export type Understood<T> =
  | { state: "empty" }
  | { state: "clear"; value: T; notes: Note[] }
  | { state: "asked"; value: T | null; others: T[]; notes: Note[] }
  | { state: "unread"; notes: Note[] };

export const EMPTY = { state: "empty" } as const;

export function clear<T>(value: T, ...notes: Note[]): Understood<T> {
  return { state: "clear", value, notes };
}

export function asked<T>(value: T | null, others: T[], ...notes: Note[]): Understood<T> {
  return { state: "asked", value, others, notes };
}

export function unread(key: string, params?: Record<string, string>): { state: "unread"; notes: Note[] } {
  return { state: "unread", notes: [note(key, params)] };
}

export function note(key: string, params?: Record<string, string>): Note {
  return params ? { key, params } : { key };
}

/** The same reading with its value put in another shape; what is asked stays asked. */
export function mapUnderstood<A, B>(read: Understood<A>, change: (value: A) => B): Understood<B> {
  if (read.state === "clear") return { ...read, value: change(read.value) };
  if (read.state === "asked")
    return { ...read, value: read.value === null ? null : change(read.value), others: read.others.map(change) };
  return read;
}

/** What spreadsheets hold where nothing is known: left out, never read as a value. */
const SAYS_NOTHING = /^(|-+|–|—|\.+|\?+|n\/?a|#n\/a|null|none given|nil|not (stated|given|available|recorded)|blank)$/i;

/** Text of a cell as it is read: composed, without odd spaces; "" for what says nothing. */
export function tidyCell(text: string): string {
  const tidy = text
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]/g, " ")
    .replace(/[ \t]+/g, " ")
    .trim();
  return SAYS_NOTHING.test(tidy) ? "" : tidy;
}
