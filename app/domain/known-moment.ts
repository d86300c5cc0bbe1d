import { instantAt, isLocalDate } from "./calendar.ts";
import type { CaseCount, EvaluatedFigures } from "./figures/result.ts";

/** The address parameter that says as of which moment a page shows what was known: without it, as of now. */
export const KNOWN = "known";
/** Its value where every version is asked for, to play them. */
export const EVER = "ever";

const UTC = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d))?(?:\.(\d{1,3}))?Z$/;
/** As a field for day and time sends it: by the wall clock of the operation. */
const LOCAL = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)$/;

/** What of a moment can be told no more. */
export type Missing = {
  /** Reports that counted then and were held back or withdrawn since: shown to nobody one by one. */
  takenBack: number;
  /** Records that were destroyed since: whether they counted then is not known any more. */
  erased: number;
};

/** A moment in the past, the figures of the whole operation as everybody had them then, and how many cases there are now. */
export type KnownMoment = { at: string; figures: EvaluatedFigures; missing: Missing; now: CaseCount };

/** The moment an address asks for; null for the present, which every moment is that has not come yet. */
export function readKnown(params: URLSearchParams, { now, zone }: { now: Date; zone: string }): Date | null {
  const at = momentIn(params.get(KNOWN) ?? "", zone);
  return at && at < now ? at : null;
}

function momentIn(written: string, zone: string): Date | null {
  const [, minute, seconds = "00", milliseconds = ""] = UTC.exec(written) ?? [];
  const [, day, time] = LOCAL.exec(written) ?? [];
  const at =
    minute !== undefined
      ? new Date(`${minute}:${seconds}.${milliseconds.padEnd(3, "0")}Z`)
      : day !== undefined && time !== undefined && isLocalDate(day) && isTime(time)
        ? instantAt(zone, day, time)
        : null;
  return at && !Number.isNaN(at.getTime()) ? at : null;
}

const isTime = (time: string) => time < "24:00" && time.slice(3) < "60";

/** As it stands in addresses: to the minute where nothing is lost by it. */
export function writeKnown(at: Date): string {
  return at.toISOString().replace(/(:00)?\.000Z$/, "Z");
}
