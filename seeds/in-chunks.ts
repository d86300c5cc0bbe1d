/** PostgreSQL takes 65,535 parameters in a statement; a row of the widest table has about thirty. */
const ROWS = 500;

export async function inChunks<T>(rows: readonly T[], work: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) await work(rows.slice(from, from + ROWS));
}
