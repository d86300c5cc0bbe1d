import type { CaseMark } from "./mapping.ts";

/** What was handed out of a case once: its cells under the headings of that time. */
export type Handed = { headings: readonly string[]; rows: readonly (readonly string[])[] };

/** How a case stands to what was handed out of it last, and under which headings it says something else now. */
export function markOf(before: Handed | null, now: Handed, silent: ReadonlySet<string>): Compared {
  if (before === null) return { mark: "new", changed: [] };
  const changed = now.headings.filter((heading) => !silent.has(heading) && differs(before, now, heading));
  return { mark: changed.length > 0 ? "changed" : "unchanged", changed };
}

export type Compared = { mark: Exclude<CaseMark, "withdrawn">; changed: string[] };

/** A column that one of the two lacks is empty there: a mapping that gets one more says so where it holds something. */
function differs(before: Handed, now: Handed, heading: string): boolean {
  const [was, is] = [before.headings.indexOf(heading), now.headings.indexOf(heading)];
  const length = Math.max(before.rows.length, now.rows.length);
  for (let row = 0; row < length; row++)
    if ((before.rows[row]?.[was] ?? "") !== (now.rows[row]?.[is] ?? "")) return true;
  return false;
}
