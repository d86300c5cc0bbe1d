import { readThan, type Than, writeThan } from "#app/domain/compared-periods.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { type Behind, writeBehind } from "#app/domain/figures/behind.ts";
import { type ChartChoice, readChoices, writeChoices } from "#app/domain/figures/chart-choice.ts";
import { writeFactFilter } from "#app/domain/filter-address.ts";
import { KNOWN } from "#app/domain/known-moment.ts";
import type { Order } from "../charts/reporter-panel.tsx";
import type { Grain } from "../charts/spans.ts";
import { readTotalsBy, type TotalsBy } from "./totals-by-address.ts";

/** Which operations the page over several counts. */
export const OPERATION = "operation";

/** How the statistics page is looked at; kept in its address, so that it works without scripts and can be passed on. */
/** `known`: as of which moment of the past, as the address says it. `than`: with which other days it is compared. */
/** `charts`: what readers chose for single charts. `operations`: those of the page over several, where some are chosen. */
export type StatisticsLook = {
  order: Order;
  per: Grain;
  by: TotalsBy;
  charts: readonly ChartChoice[];
  known?: string | null;
  than?: Than | null;
  operations?: readonly string[];
};

/** The length of bars that no address has to say. */
export const usualGrain = ({ operations }: Pick<StatisticsLook, "operations">): Grain =>
  operations ? "month" : "week";

export function readStatisticsLook(params: URLSearchParams): StatisticsLook {
  return {
    order: params.get("order") === "rank" ? "rank" : "name",
    per: params.get("per") === "day" ? "day" : "week",
    by: readTotalsBy(params),
    charts: readChoices(params),
    known: params.get(KNOWN),
    than: readThan(params).than,
  };
}

/** The address of the page with one thing changed. */
export function statisticsAddress(filter: FactFilter, look: StatisticsLook): string {
  const params = writeChoices(look.charts, writeThan(look.than ?? null, writeFactFilter(filter)));
  if (look.order !== "name") params.set("order", look.order);
  for (const id of look.operations ?? []) params.append(OPERATION, id);
  if (look.per !== usualGrain(look)) params.set("per", look.per);
  if (look.by !== "cases") params.set("by", look.by);
  if (look.known) params.set(KNOWN, look.known);
  const query = params.toString();
  return query === "" ? "?" : `?${query}`;
}

/** The list of the reports behind a number of the page. */
export function reportsAddress(filter: FactFilter, behind: Behind): string {
  const params = writeFactFilter(filter);
  params.set("counted", "yes");
  params.set("behind", writeBehind(behind));
  return `../seizures?${params}`;
}
