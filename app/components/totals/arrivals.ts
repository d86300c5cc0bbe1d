import type { Id } from "#app/domain/id.ts";

/** What a list of newest reports shows, what waits until its reader looks up, and which rows are lit. */
export type Arrivals = {
  shown: readonly Id[];
  waiting: readonly Id[];
  lit: readonly Id[];
  /** When the reports of the last second came. */
  recent: readonly number[];
  /** Reports of a burst, told as one number. */
  burst: number;
};

export type ArrivalEvent =
  | { type: "arrived"; newest: readonly Id[]; at: number; busy: boolean }
  | { type: "released"; newest: readonly Id[] }
  | { type: "faded"; ids: readonly Id[] };

/** More than these in a second become one count, without lights. */
const MOST_A_SECOND = 5;

export function startWith(newest: readonly Id[]): Arrivals {
  return { shown: newest, waiting: [], lit: [], recent: [], burst: 0 };
}

export function arrivals(state: Arrivals, event: ArrivalEvent): Arrivals {
  if (event.type === "released") return { ...state, shown: event.newest, waiting: [], lit: state.waiting, burst: 0 };
  if (event.type === "faded") {
    const lit = state.lit.filter((id) => !event.ids.includes(id));
    return { ...state, lit, burst: lit.length === 0 ? 0 : state.burst };
  }
  return arrived(state, event);
}

function arrived(state: Arrivals, { newest, at, busy }: Extract<ArrivalEvent, { type: "arrived" }>): Arrivals {
  const known = new Set([...state.shown, ...state.waiting]);
  const fresh = newest.filter((id) => !known.has(id));
  const recent = [...state.recent.filter((time) => at - time < 1000), ...fresh.map(() => at)];
  if (busy) {
    const shown = state.shown.filter((id) => newest.includes(id));
    return { ...state, shown, waiting: newest.filter((id) => !shown.includes(id)), recent };
  }
  const came = newest.filter((id) => !state.shown.includes(id));
  if (came.length === 0) return { ...state, shown: newest, waiting: [], recent };
  if (recent.length > MOST_A_SECOND) return { shown: newest, waiting: [], lit: [], recent, burst: recent.length };
  return { shown: newest, waiting: [], lit: [...state.lit, ...came], recent, burst: 0 };
}
