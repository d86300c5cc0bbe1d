import { z } from "zod";
import { readFactFilter, writeFactFilter } from "./fact-filter.ts";
import { Id } from "./id.ts";
import { RequiredText } from "./text.ts";
import { VIEW_PAGES } from "./view-address.ts";

/** So many views one member keeps in an operation, and so many of them are watched. */
export const MOST_VIEWS = 100;
export const MOST_WATCHES = 20;
/** What fits already when a watch begins: a watch is for what is rare. */
export const MOST_KNOWN_CASES = 5_000;
const LONGEST_QUERY = 4_000;

/** What of an address is of the moment: where in a list one stands, what was searched, as whom one looks. */
const OF_THE_MOMENT = ["q", "after", "before", "at", "as", "role"];

/** The query of an address as it is kept: its filter in one form, its look, and nothing of the moment. */
export function keptQuery(query: string): string {
  const params = new URLSearchParams(query);
  for (const name of OF_THE_MOMENT) params.delete(name);
  return writeFactFilter(readFactFilter(params).filter, params).toString();
}

/** The filter of a kept query as it is understood today, and what of it is not any more. */
export function filterOf(query: string) {
  return readFactFilter(new URLSearchParams(query));
}

const Name = RequiredText(80, "views.name.missing");

export const ViewInput = z.object({
  id: Id,
  page: z.enum(VIEW_PAGES),
  name: Name,
  query: z.string().max(LONGEST_QUERY, "views.query.long").transform(keptQuery),
  shared: z.boolean(),
});
export type ViewInput = z.infer<typeof ViewInput>;

/** Another name, other readers, and where it is given another filter. */
export const ViewChange = z.object({
  view: Id,
  /** The version that its maker saw. */
  base: z.number().int().min(1),
  name: Name,
  shared: z.boolean(),
  query: ViewInput.shape.query.nullable(),
});
export type ViewChange = z.infer<typeof ViewChange>;

export const WatchInput = z.object({
  view: Id,
  threshold: z
    .number("views.threshold.wrong")
    .int()
    .min(1, "views.threshold.wrong")
    .max(1_000, "views.threshold.wrong"),
  days: z.number("views.days.wrong").int().min(1, "views.days.wrong").max(366, "views.days.wrong").nullable(),
});
export type WatchInput = z.infer<typeof WatchInput>;
