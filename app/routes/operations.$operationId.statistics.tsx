import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { KnownChoice } from "#app/components/known/known-choice.tsx";
import { KnownNotice } from "#app/components/known/known-notice.tsx";
import { useClock } from "#app/components/known/use-clock.ts";
import { useDaysAt } from "#app/components/known/use-days-at.ts";
import { isFilterMove } from "#app/components/linked/filter-move.ts";
import { useRenewalOfTotals } from "#app/components/tally/use-tallies-home.ts";
import { CompareChoice } from "#app/components/totals/compare-choice.tsx";
import { readStatisticsLook } from "#app/components/totals/statistics-address.ts";
import { StatisticsView } from "#app/components/totals/statistics-view.tsx";
import { readTotalsBy } from "#app/components/totals/totals-by-address.ts";
import { useComparing } from "#app/components/totals/use-comparing.ts";
import { SavedViews } from "#app/components/views/saved-views.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { useAsOf } from "#app/components/workspace/use-as-of.ts";
import { type ChosenCounts, useChosenCharts } from "#app/components/workspace/use-chosen-charts.ts";
import { useCurrentFigures } from "#app/components/workspace/use-current.ts";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import { useMarkingOfOperation, useParticipants, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { nameOf } from "#app/components/workspace/workspace.tsx";
import { comparisonOf, readThan } from "#app/domain/compared-periods.ts";
import { type FactFilter, isFiltered, NO_FILTER, readFactFilter } from "#app/domain/fact-filter.ts";
import { filterOfAmount } from "#app/domain/figures/amounts.ts";
import { pivotOf, readChoices } from "#app/domain/figures/chart-choice.ts";
import { type LocalDate, localDateIn } from "#app/domain/local-date.ts";
import { forParticipant } from "#app/http.server.ts";
import { ShownMoment } from "#app/live/live-context.tsx";
import { pageTitle } from "#app/page-title.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { knownMomentFor } from "#app/services/known-moments.server.ts";
import { mustReadFacts } from "#app/services/reading.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { agencyDaysSoFar } from "#app/tally-page.server.ts";
import { tallyTotalsBeside } from "#app/tally-totals.server.ts";
import { viewsBeside } from "#app/views-page.server.ts";
import { pivotInSql } from "#db/queries/pivot.server.ts";
import { publishedByEdition } from "#db/queries/published.server.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.figures") }];

export const loader = forParticipant(async ({ acting, request }) => {
  const params = new URL(request.url).searchParams;
  const { filter } = readFactFilter(params);
  return read(acting, async (tx, self) => {
    mustReadFacts(self);
    const known = await knownMomentFor(tx, { house: acting.house, self, params });
    const asked = { house: acting.house, self, known: known && new Date(known.at) };
    const [all, published] = await Promise.all([figuresFor(tx, asked), publishedByEdition(tx)]);
    const figures = isFiltered(filter) ? await figuresFor(tx, { ...asked, filter }) : all;
    const second = secondFilter(params, filter, { ...memberOf(self).operation, now: asked.known ?? self.now });
    const than = second && (await figuresFor(tx, { ...asked, filter: second }));
    const beside = { by: params.get("by"), cases: all.cases.total, filter };
    const agencyDays = known ? null : await agencyDaysSoFar(tx, self);
    const tallies = known ? { span: null, totals: null } : await tallyTotalsBeside(tx, self, beside);
    const views = await viewsBeside(tx, self);
    const asOf = known?.at ?? self.now.toISOString();
    const charts = known ? [] : readChoices(params);
    const { operationId } = memberOf(self);
    const chosen: ChosenCounts = {};
    for (const choice of charts)
      chosen[choice.figure] = await pivotInSql(
        tx,
        { operationId, filter: filterOfAmount(filter, choice.amount) },
        pivotOf(choice),
      );
    return { known, figures, chosen, than, all, published, agencyDays, tallies, views, asOf };
  });
});

type Ran = { startsOn: LocalDate; endsOn: LocalDate; zone: string; now: Date };

/** The filter of the period that the address compares with, where it asks for one. */
function secondFilter(params: URLSearchParams, filter: FactFilter, { startsOn, endsOn, zone, now }: Ran) {
  const { than } = readThan(params);
  return than && (comparisonOf(filter, than, { startsOn, endsOn, today: localDateIn(zone, now) })?.filter ?? null);
}

/** By tallies the server counts; by cases everything is here already. */
export const shouldRevalidate: ShouldRevalidateFunction = (moved) =>
  moved.defaultShouldRevalidate && !(isFilterMove(moved) && readTotalsBy(moved.nextUrl.searchParams) === "cases");

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** As of now, or of the moment that the address names: all below reads the facts of that. */
export default function StatisticsRoute() {
  const loaded = useLoaderData<typeof loader>();
  const clock = useClock(loaded.known);
  return (
    <ShownMoment view={clock.view}>
      <Statistics loaded={loaded} at={clock.at} />
    </ShownMoment>
  );
}

function Statistics({ loaded, at }: { loaded: Loaded; at: number | null }) {
  const { known, figures, than, all, published, agencyDays, tallies, views, asOf } = loaded;
  const [params] = useSearchParams();
  const { filter, dropped } = useAddressFilter();
  const { operation, me } = useWorkspace();
  const { day, today } = useDaysAt(at);
  useRenewalOfTotals();
  const { plan } = operation;
  const look = useMemo(() => readStatisticsLook(params), [params]);
  const comparing = useComparing({ than: look.than, filter, day, today }, { first: figures, second: than });
  return (
    <StatisticsView
      figures={useCurrentFigures(figures, filter, today)}
      filter={filter}
      dropped={[...dropped, ...readThan(params).dropped]}
      look={look}
      comparing={comparing}
      chosen={useChosenCharts(loaded.chosen, filter, look.charts)}
      operation={{ code: operation.code, name: nameOf(plan), phases: plan, marking: useMarkingOfOperation() }}
      participants={useParticipants()}
      own={me.administration}
      all={useCurrentFigures(all, NO_FILTER, today)}
      asOf={useAsOf(asOf)}
      today={day}
      views={
        <>
          <CompareChoice
            filter={filter}
            than={look.than}
            span={{ startsOn: plan.startsOn, endsOn: plan.endsOn, today: day }}
          />
          <KnownChoice at={at} />
          <SavedViews page="statistics" beside={views} />
        </>
      }
      past={known && <KnownNotice known={known} filtered={isFiltered(filter)} />}
      published={published}
      agencyDays={agencyDays}
      filterNames={useFilterNames(filter)}
      tallies={tallies}
      tallyDays={`/operations/${operation.id}/tallies?span=operation`}
    />
  );
}
