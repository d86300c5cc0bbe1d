import { z } from "zod";
import { type Behind, readBehind } from "#app/domain/figures/behind.ts";

export const LIST_SORTS = ["newest", "oldest", "latest_day", "earliest_day"] as const;
export type ListSort = (typeof LIST_SORTS)[number];

/** The same order from the other end: how the page before is found. */
export const OPPOSITE: Record<ListSort, ListSort> = {
  newest: "oldest",
  oldest: "newest",
  latest_day: "earliest_day",
  earliest_day: "latest_day",
};

/** How a list of seizures is looked at, beside its filter: searched, sorted, and from where on. */
export type ListLook = {
  search: string;
  sort: ListSort;
  /** Only what stands behind a figure. */
  counted: boolean;
  /** Of these only what stands behind one number that no filter says. */
  behind: Behind | null;
  after: string | null;
  before: string | null;
  at: number;
};

const Position = z
  .string()
  .regex(/^[1-9]\d{0,7}$/)
  .transform(Number)
  .catch(1);

export function readListLook(params: URLSearchParams): ListLook {
  return {
    search: (params.get("q") ?? "").slice(0, 200),
    sort: z.enum(LIST_SORTS).catch("newest").parse(params.get("sort")),
    counted: params.get("counted") === "yes",
    behind: readBehind(params.get("behind")),
    after: params.get("after"),
    before: params.get("before"),
    at: Position.parse(params.get("at") ?? "1"),
  };
}

/** What of an address belongs to one page of the list alone. */
export const TURNS = ["after", "before", "at"];

type Turn = { after?: string | null; before?: string | null; at?: number; sort?: ListSort };

/** The address of another page or order of the same list. Another order begins at its first page. */
export function listAddress(params: URLSearchParams, turn: Turn): string {
  const next = new URLSearchParams(params);
  for (const name of TURNS) next.delete(name);
  if (turn.sort) next.set("sort", turn.sort);
  if (turn.after) next.set("after", turn.after);
  if (turn.before) next.set("before", turn.before);
  if (turn.at && turn.at > 1) next.set("at", String(turn.at));
  const text = next.toString();
  return text === "" ? "." : `?${text}`;
}
