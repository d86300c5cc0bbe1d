import type { SeizureFact } from "../fact.ts";
import type { Id } from "../id.ts";
import { searchKey } from "../search-key.ts";
import type { Nominal, SeizureInput } from "../seizure.ts";
import { clueKey, quotedIn } from "./clue-key.ts";
import { WORD_FROM } from "./rule.ts";

/** The places of a way: where it began, and what came after that. */
export type Way = { from: Stop[]; on: Stop[] };
export type Stop = { country: string; placeId: string | null };

/** A seizure as it is put beside others: each tier as far as its reader may see it, and null where he may not. */
export type Linkable = {
  id: Id;
  /** Days since 1970 of the seizure; null where only month or year is known. */
  day: number | null;
  way: Way;
  commodities: readonly string[];
  /** Codes with their lists: how and where it was hidden. */
  hidden: readonly string[];
  case: CaseClues | null;
  names: NameClues | null;
};

/** From tier B. Marks are as they were written. */
export type CaseClues = { container: string; transport: string; marks: readonly string[]; words: readonly string[] };
/** From tier C. */
export type NameClues = { registration: string; waybill: string };

/** What of a case is read for it. */
export type LinkedInput = Pick<SeizureInput, "containerNo" | "transportNo" | "concealmentText"> & {
  items: readonly Pick<SeizureInput["items"][number], "brand" | "description">[];
};
export type LinkedNames = Pick<Nominal, "registration" | "waybill">;
type LinkedFact = Pick<
  SeizureFact,
  ("id" | "occurredOn" | "datePrecision" | "place" | "route" | "items") | ("concealmentMethods" | "concealmentPlaces")
>;

/** That neither is known, or nothing was hidden, is nothing in common. */
const isKnown = (code: string) => code !== "none" && code !== "unknown";

const DAY_MS = 86_400_000;

export function linkableOf(fact: LinkedFact, input: LinkedInput | null, names: LinkedNames | null): Linkable {
  const { id, occurredOn, datePrecision, items, concealmentMethods, concealmentPlaces } = fact;
  const dated = datePrecision === "day" || datePrecision === "range";
  return {
    id,
    day: dated ? Date.parse(occurredOn) / DAY_MS : null,
    way: wayOf(fact),
    commodities: [...new Set(items.map(({ commodity }) => commodity))],
    hidden: [
      ...concealmentMethods.filter(isKnown).map((code) => `concealment_method:${code}`),
      ...concealmentPlaces.filter(isKnown).map((code) => `concealment_place:${code}`),
    ],
    case: input && caseCluesOf(input),
    names: names && { registration: names.registration, waybill: names.waybill },
  };
}

function wayOf({ place, route }: Pick<LinkedFact, "place" | "route">): Way {
  const begins = ({ role }: { role: string }) => role === "origin" || role === "departure";
  const stop = ({ country, placeId }: Stop): Stop => ({ country, placeId });
  const later = route.filter((node) => !begins(node)).map((node) => stop(node.place));
  return { from: route.filter(begins).map((node) => stop(node.place)), on: [stop(place), ...later] };
}

function caseCluesOf({ containerNo, transportNo, concealmentText, items }: LinkedInput): CaseClues {
  const said = [concealmentText, ...items.map(({ description }) => description)];
  const marks = [...items.map(({ brand }) => brand), ...said.flatMap(quotedIn)];
  const words = said.flatMap((text) => searchKey(text).split(" ")).filter((word) => word.length >= WORD_FROM);
  return {
    container: containerNo,
    transport: transportNo,
    marks: marks.filter((mark) => clueKey(mark).length >= 3),
    words: [...new Set(words)],
  };
}
