import type { Dictionary } from "./dictionary.ts";
import type { RouteColumns } from "./route-table.ts";

/** Nobody has said, or only a month is known. */
export const NO_DAY = -0x8000_0000;
export const NO_NUMBER = -1;
export const NO_MEASURE = 0xffff;

/** The goods of the cases; those of one case stand together, from its `itemStart` on. */
export type ItemColumns = {
  commodity: Uint16Array;
  /** The unit in which the quantity adds up, `NO_MEASURE` where it is not known. */
  measure: Uint16Array;
  /** The quantity: whole units and millionths, both with its sign, so that sums stay exact. */
  whole: Float64Array;
  micro: Int32Array;
  /** Place in `CERTAINTIES`. */
  certainty: Uint8Array;
  /** 1 for live goods, 0 for dead ones and where nobody has said. */
  live: Uint8Array;
};

/** What views filter and count by, one entry per fact, in no particular order. */
export type FactColumns = {
  readonly size: number;
  /** Place in `STANDINGS`; 0 is a case. */
  standing: Uint8Array;
  /** Place in `SEIZURE_STATES`. */
  state: Uint8Array;
  confirmed: Uint8Array;
  late: Uint8Array;
  /** Days since 1970-01-01, or `NO_DAY`. */
  day: Int32Array;
  reporter: Uint16Array;
  mode: Uint16Array;
  country: Uint16Array;
  placeKind: Uint16Array;
  direction: Uint16Array;
  /** Number of a set of codes: which repeat, so that each set is named once. */
  detections: Uint32Array;
  concealments: Uint32Array;
  /** Persons, or `NO_NUMBER`. */
  arrested: Int32Array;
  /** Milliseconds since 1970 began in UTC. */
  releasedAt: Float64Array;
  /** Number of the joint case, or `NO_NUMBER`, and the place in it. */
  joint: Int32Array;
  jointPlace: Uint16Array;
  itemStart: Uint32Array;
  itemCount: Uint16Array;
  items: ItemColumns;
  routes: RouteColumns;
  names: {
    reporter: Dictionary;
    mode: Dictionary;
    country: Dictionary;
    placeKind: Dictionary;
    direction: Dictionary;
    /** Codes of a set, with a blank between them. */
    detections: Dictionary;
    concealments: Dictionary;
    joint: Dictionary;
    commodity: Dictionary;
    measure: Dictionary;
  };
};
