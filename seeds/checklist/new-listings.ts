import type { LocalDate } from "#app/domain/local-date.ts";
import type { Entry } from "./entries.ts";

/** A listing as the database holds it, and whether its source still speaks on the day of the new version. */
export type Held = {
  no: number;
  appendix: string;
  populations: readonly string[];
  mark: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  sourceSpeaks: boolean;
};

/** What a version brings to a taxon: a change of appendix, the first source for what was from memory, or nothing. */
export type Brought = { what: "changed" | "confirmed"; validTo: LocalDate | null } | { what: "same" };

/**
 * Compares what a version of the checklist says of a taxon with what holds on its day. A listing is never rewritten:
 * what differs begins anew on the day of the version, and so does what nobody vouched for on that day until now.
 */
export function broughtBy(entry: Pick<Entry, "appendix">, listings: readonly Held[], on: LocalDate): Brought {
  const then = listings.filter(
    ({ validFrom, validTo }) => (validFrom ?? "0001-01-01") <= on && on <= (validTo ?? "9999-12-31"),
  );
  const alike = stated(then).includes(entry.appendix);
  // Which populations are meant no checklist says: that is known better here.
  if (alike && then.some(({ populations }) => populations.length > 0)) return { what: "same" };
  if (alike && then.every(({ mark, sourceSpeaks }) => mark !== "memory" && sourceSpeaks)) return { what: "same" };
  return { what: alike ? "confirmed" : "changed", validTo: endOf(then) };
}

/** All appendices in which it stands, as the checklist writes a split listing; it may name the populations in none. */
function stated(then: readonly Held[]): string[] {
  const parts = [...new Set(then.map(({ appendix }) => appendix))].sort().join("/");
  const some = then.every(({ populations }) => populations.length > 0);
  return some ? [parts, `${parts}/none`] : [parts];
}

/** What ended on a known day ends on it by the new word too: the version speaks of its own day. */
function endOf(then: readonly Held[]): LocalDate | null {
  const ends = then.map(({ validTo }) => validTo).filter((day) => day !== null);
  return ends.length === then.length ? (ends.sort().at(-1) ?? null) : null;
}
