import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { StatisticsView, type StatisticsViewProps } from "#app/components/totals/statistics-view.tsx";
import { TextProvider } from "#app/components/ui/text-context.tsx";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type FactFilter, NO_FILTER } from "#app/domain/fact-filter.ts";
import { evaluateFigures } from "#app/domain/figures/evaluate.ts";
import { tableOf } from "#app/domain/figures/fact-table.ts";
import { en } from "#app/messages/en.ts";
import { registerCatalogue } from "#app/messages/index.ts";
import { TODAY } from "../../domain/figures/arbitrary-fact.ts";

registerCatalogue("en", en);

/** The page of statistics of these facts, as the server writes it. */
export async function pageOf(
  facts: SeizureFact[],
  filter: FactFilter = NO_FILTER,
  marking: StatisticsViewProps["operation"]["marking"] = { kind: "live" },
  beside: Partial<Pick<StatisticsViewProps, "dropped" | "comparing" | "agencyDays" | "look" | "chosen">> = {},
) {
  const columns = tableOf(facts);
  const view = (
    <StatisticsView
      figures={evaluateFigures(columns, filter, TODAY)}
      filter={filter}
      dropped={[]}
      look={{ order: "name", per: "week", by: "cases", charts: [] }}
      chosen={{}}
      operation={{
        code: "DEMO",
        name: "Mekong Dragon",
        phases: { startsOn: "2026-04-15", endsOn: "2026-09-15", followUpEndsOn: "2026-11-15" },
        marking,
      }}
      participants={[
        { code: "VN", name: "Viet Nam" },
        { code: "HK", name: "Hong Kong, China" },
        { code: "LA", name: "Lao PDR" },
      ]}
      own="VN"
      all={evaluateFigures(columns, NO_FILTER, TODAY)}
      asOf="2026-05-01T07:02:00.000Z"
      today="2026-05-01"
      tallies={{ span: null, totals: null }}
      tallyDays="/tallies"
      agencyDays={{
        "2026-04-16": { onRecord: 18, nil: 12, missing: 2, awaited: 0 },
        "2026-04-30": { onRecord: 19, nil: 16, missing: 1, awaited: 0 },
      }}
      published={[
        {
          id: "omd-3",
          name: "OMD III",
          from: "2021-04-15",
          to: "2021-09",
          figures: [
            { line: "cases", value: "868", unit: "cases", qualifier: "at_least", definition: "cases", source: "S1" },
          ],
        },
      ]}
      {...beside}
    />
  );
  const { dataRoutes, query } = createStaticHandler([{ path: "*", element: view }]);
  const context = await query(new Request("http://localhost/"));
  if (context instanceof Response) throw new Error("The page answered with a response of its own");
  const router = createStaticRouter(dataRoutes, context);
  return renderToString(
    <TextProvider locale="en" zone="Asia/Ho_Chi_Minh" now="2026-05-01T07:02:00.000Z">
      <StaticRouterProvider router={router} context={context} hydrate={false} />
    </TextProvider>,
  ).replaceAll("<!-- -->", "");
}

/** The text of each table row whose head says so. */
export function rowOf(page: string, head: string): string[] {
  return [...page.matchAll(/<tr.*?<\/tr>/gs)]
    .map(([row]) =>
      row
        .replaceAll(/<svg.*?<\/svg>/gs, "")
        .replaceAll(/<[^>]+>/g, "|")
        .replaceAll(/\|[|\s]*/g, "|"),
    )
    .filter((row) => row.startsWith(`|${head}`));
}

/** The files that the page offers. */
export function filesOf(page: string): string[] {
  return [...page.matchAll(/href="data:text\/csv;charset=utf-8,([^"]+)"/g)].map(([, text]) =>
    decodeURIComponent(text ?? ""),
  );
}
