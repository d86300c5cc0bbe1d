/** The rule by which cases are put beside each other, and its numbers. A change of any of them is another rule. */
export const RULE = "linked-v1";

/** So many points make a suggestion, where one of the reasons carries it. */
export const MINIMUM = 6;

/** What more cases than this share links nobody: a usual flight, a usual way. */
export const MOST_SHARING = 40;

/** Further apart than this, closeness in time is no reason; and a way that was gone again later is another one. */
export const DAYS_CLOSE = 30;

/** Identifiers of one thing: the same container, truck or consignment. */
export const IDENTITY = { container: 8, waybill: 7, registration: 7 } as const;

/** Where two cases alone share it; one point less each time twice as many do. */
export const SHARED = { mark: 5, transport: 4 } as const;
export const SHARED_LEAST = 0.5;
/** Of fewer points it still counts, and carries nothing: a flight of more than eight cases, a mark of more than sixteen. */
export const SHARED_CARRIES_FROM = 2;

/** Points for each halving of the part of cases that hide goods so, and the most that hiding gives. */
export const HIDDEN = { perBit: 0.6, most: 4, carriesFrom: 2.4 } as const;

/** From one country to another, and from one place to another. */
export const ROUTE = { countries: 1, places: 2 } as const;

export const COMMODITY = 1;

/** Points by how many days apart. */
export const CLOSE: readonly (readonly [days: number, points: number])[] = [
  [2, 2],
  [7, 1.5],
  [DAYS_CLOSE, 1],
];

/** Points by how many of the longer words on how it was packed are the same. */
export const PACKED: readonly (readonly [words: number, points: number])[] = [
  [8, 3],
  [5, 2],
  [3, 1],
];
/** Shorter words say nothing: articles, and what joins others. */
export const WORD_FROM = 4;
