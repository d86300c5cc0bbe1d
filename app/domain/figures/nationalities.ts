import { isMark, markUnder, type Sum, suppressed } from "../operation-report/suppression.ts";
import type { CaseCount } from "./result.ts";

/** Fewer persons than this are not said: what leaves the page must point at nobody. */
export const LEAST_SAID = 3;

/** Persons with a nationality; those whose nationality no report states stand under null. */
export type NationalityRow = { country: string | null } & CaseCount;

/**
 * Persons of the cases that the reader may open. `cases`: all of the view; `readable`: of these, those that are open to the
 * reader; `stating`: of these again, those that say anything of persons.
 */
export type Nationalities = { rows: NationalityRow[]; cases: number; readable: number; stating: number };

const COLUMNS = ["total", "confirmed", "provisional"] as const;
type Said = Record<(typeof COLUMNS)[number], string>;

/** The same numbers as they are said: those under the limit, and as many more as would give them away, are a mark. */
export type SaidNationality = { country: string | null } & Said;
export type SaidNationalities = Omit<Nationalities, "rows"> & { rows: SaidNationality[]; all: Said; withheld: boolean };

const ALL = "all";

export function saidNationalities({ rows, ...counts }: Nationalities, under: number = LEAST_SAID): SaidNationalities {
  const sum = (column: keyof Said) => rows.reduce((so, row) => so + row[column], 0);
  const all = { total: sum("total"), confirmed: sum("confirmed"), provisional: sum("provisional") };
  const numbers = new Map<string, number>();
  const put = (name: string, row: CaseCount) => {
    for (const column of COLUMNS) numbers.set(`${name}/${column}`, row[column]);
  };
  put(ALL, all);
  for (const row of rows) put(nameOf(row), row);
  const hidden = suppressed(numbers, sumsOf(rows.map(nameOf)), under);
  const said = (name: string): Said => {
    const one = (column: keyof Said) =>
      hidden.has(`${name}/${column}`) ? markUnder(under) : String(numbers.get(`${name}/${column}`) ?? 0);
    return { total: one("total"), confirmed: one("confirmed"), provisional: one("provisional") };
  };
  return {
    ...counts,
    rows: rows.map((row) => ({ country: row.country, ...said(nameOf(row)) })),
    all: said(ALL),
    withheld: hidden.size > 0,
  };
}

/** A number that is said; null for a mark. */
export function numberSaid(said: string): number | null {
  return isMark(said) ? null : Number(said);
}

const nameOf = ({ country }: Pick<NationalityRow, "country">) => country ?? "none";

/** Each row is confirmed and provisional; each column adds up over all nationalities. */
function sumsOf(names: readonly string[]): Sum[] {
  const across = [ALL, ...names].map((name) => ({
    whole: `${name}/total`,
    parts: [`${name}/confirmed`, `${name}/provisional`],
  }));
  const down = COLUMNS.map((column) => ({
    whole: `${ALL}/${column}`,
    parts: names.map((name) => `${name}/${column}`),
  }));
  return [...across, ...down];
}
