import type { Grain } from "../charts/spans.ts";
import { OPERATION, type StatisticsLook, usualGrain } from "../totals/statistics-address.ts";

/** Days of several years are too many to be seen. */
export const ACROSS_GRAINS: readonly Grain[] = ["year", "month", "week"];

/** How the page over several operations is looked at: which of them, in which order, in bars of which length. */
export function readAcrossLook(params: URLSearchParams): StatisticsLook & { operations: readonly string[] } {
  const operations = [...new Set(params.getAll(OPERATION))];
  const per = params.get("per");
  return {
    order: params.get("order") === "rank" ? "rank" : "name",
    per: ACROSS_GRAINS.find((grain) => grain === per) ?? usualGrain({ operations }),
    by: "cases",
    charts: [],
    operations,
  };
}
