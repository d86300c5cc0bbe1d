import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { isFilterMove } from "#app/components/linked/filter-move.ts";
import { useRenewalOfTotals } from "#app/components/tally/use-tallies-home.ts";
import { readStatisticsLook, readTotalsBy } from "#app/components/totals/statistics-address.ts";
import { StatisticsView } from "#app/components/totals/statistics-view.tsx";
import { SavedViews } from "#app/components/views/saved-views.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { useAsOf } from "#app/components/workspace/use-as-of.ts";
import { useCurrentFigures } from "#app/components/workspace/use-current.ts";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import {
  useMarkingOfOperation,
  useParticipants,
  useToday,
  useWorkspace,
} from "#app/components/workspace/use-workspace.ts";
import { nameOf } from "#app/components/workspace/workspace.tsx";
import { isFiltered, NO_FILTER, readFactFilter } from "#app/domain/fact-filter.ts";
import { forParticipant } from "#app/http.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { mustReadFacts } from "#app/services/reading.server.ts";
import { read } from "#app/services/write.server.ts";
import { agencyDaysSoFar } from "#app/tally-page.server.ts";
import { tallyTotalsBeside } from "#app/tally-totals.server.ts";
import { viewsBeside } from "#app/views-page.server.ts";
import { publishedByEdition } from "#db/queries/published.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.figures") }];

export const loader = forParticipant(async ({ acting, request }) => {
  const params = new URL(request.url).searchParams;
  const { filter } = readFactFilter(params);
  return read(acting, async (tx, self) => {
    mustReadFacts(self);
    const [all, published] = await Promise.all([figuresFor(tx, { house: acting.house, self }), publishedByEdition(tx)]);
    const figures = isFiltered(filter) ? await figuresFor(tx, { house: acting.house, self, filter }) : all;
    const beside = { by: params.get("by"), cases: all.cases.total, filter };
    const [agencyDays, tallies] = [await agencyDaysSoFar(tx, self), await tallyTotalsBeside(tx, self, beside)];
    const views = await viewsBeside(tx, self);
    return { figures, all, published, agencyDays, tallies, views, asOf: self.now.toISOString() };
  });
});

/** By tallies the server counts; by cases everything is here already. */
export const shouldRevalidate: ShouldRevalidateFunction = (moved) =>
  moved.defaultShouldRevalidate && !(isFilterMove(moved) && readTotalsBy(moved.nextUrl.searchParams) === "cases");

export default function StatisticsRoute() {
  const { figures, all, published, agencyDays, tallies, views, asOf } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  const { filter, dropped } = useAddressFilter();
  const { operation, box, me } = useWorkspace();
  const today = useToday();
  useRenewalOfTotals();
  const { plan } = operation;
  return (
    <StatisticsView
      figures={useCurrentFigures(figures, filter, today)}
      filter={filter}
      dropped={dropped}
      look={readStatisticsLook(params)}
      operation={{ code: operation.code, name: nameOf(plan), phases: plan, marking: useMarkingOfOperation() }}
      participants={useParticipants()}
      own={me.administration}
      all={useCurrentFigures(all, NO_FILTER, today)}
      asOf={useAsOf(asOf)}
      today={box.today}
      views={<SavedViews page="statistics" beside={views} />}
      published={published}
      agencyDays={agencyDays}
      filterNames={useFilterNames(filter)}
      tallies={tallies}
      tallyDays={`/operations/${operation.id}/tallies?span=operation`}
    />
  );
}
