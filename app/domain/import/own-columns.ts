/** What Naga adds to a table that it hands back: columns that say why a row was refused are no words of the record. */
const OWN = "Naga: ";

export const ownHeading = (name: string) => `${OWN}${name}`;

export const isOwnHeading = (heading: string) => heading.trimStart().startsWith(OWN);

/** What stands at columns that the sender made: by these a file is known again, with or without ours. */
export function ofSender<T>(headings: readonly string[], values: readonly T[]): T[] {
  return values.filter((_, at) => !isOwnHeading(headings[at] ?? ""));
}

/** The same for all columns of a file, with nothing at ours; null where it does not fit. */
export function atAll<T>(headings: readonly string[], values: readonly T[]): (T | null)[] | null {
  const left = [...values];
  const all = headings.map((heading) => (isOwnHeading(heading) ? null : (left.shift() ?? null)));
  const fits = values.length === headings.filter((heading) => !isOwnHeading(heading)).length;
  return fits ? all : null;
}
