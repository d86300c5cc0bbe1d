import type { MetaFunction } from "@remix-run/node";
import { type ShouldRevalidateFunction, useLoaderData, useSearchParams } from "@remix-run/react";
import { useDeferredValue, useMemo, useState } from "react";
import type { FilmPlan } from "#app/components/film/film-plan.ts";
import { SaveFilm } from "#app/components/film/save-film.tsx";
import { useFilmStage } from "#app/components/film/use-film-stage.ts";
import { ClockChoice, type ClockName } from "#app/components/known/clock-choice.tsx";
import { KnowledgeBar } from "#app/components/known/knowledge-bar.tsx";
import { KnownChoice } from "#app/components/known/known-choice.tsx";
import { KnownNotice } from "#app/components/known/known-notice.tsx";
import { type Clock, useClock } from "#app/components/known/use-clock.ts";
import { useDaysAt } from "#app/components/known/use-days-at.ts";
import { FilterBar } from "#app/components/linked/filter-bar.tsx";
import { isFilterMove } from "#app/components/linked/filter-move.ts";
import { TimeBar } from "#app/components/linked/time-bar.tsx";
import { useLinkedFilter } from "#app/components/linked/use-linked-filter.ts";
import { FactsMap } from "#app/components/map/facts-map.tsx";
import { LookedMap } from "#app/components/map/looked-map.tsx";
import type { MapSource } from "#app/components/map/map-data.ts";
import { LookAtOwn } from "#app/components/seizure/look-at-own.tsx";
import { FACTS_AHEAD } from "#app/components/shell/facts-ahead.tsx";
import { Coverage } from "#app/components/totals/coverage.tsx";
import { DroppedValues } from "#app/components/totals/dropped-values.tsx";
import { useFilterWords } from "#app/components/totals/filter-words.ts";
import { Headline } from "#app/components/totals/headline.tsx";
import { modesOf } from "#app/components/totals/modes-of.ts";
import { NewReports } from "#app/components/totals/new-reports.tsx";
import { SlotTotals } from "#app/components/totals/slot-totals.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { SavedViews } from "#app/components/views/saved-views.tsx";
import { useArrivedIds } from "#app/components/workspace/use-arrived-ids.ts";
import { useAsOf } from "#app/components/workspace/use-as-of.ts";
import { useCurrentFigures, useNewestFacts } from "#app/components/workspace/use-current.ts";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import { useMapPicture } from "#app/components/workspace/use-map-picture.ts";
import { useMapSource } from "#app/components/workspace/use-map-source.ts";
import { usePlaceNames, usePlaceWords } from "#app/components/workspace/use-place-names.ts";
import { useParticipants, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { type FactFilter, isFiltered, NO_FILTER, readFactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { KNOWN, writeKnown } from "#app/domain/known-moment.ts";
import { missingOf } from "#app/domain/tally/agency-days.ts";
import { forParticipant } from "#app/http.server.ts";
import { ShownMoment } from "#app/live/live-context.tsx";
import { lookedMap } from "#app/looked-map.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { lookAtOwn, mayLook } from "#app/records-look.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { knownMomentFor } from "#app/services/known-moments.server.ts";
import { mustReadFacts } from "#app/services/reading.server.ts";
import { read } from "#app/services/write.server.ts";
import { agencyDaysSoFar } from "#app/tally-page.server.ts";
import { viewsBeside } from "#app/views-page.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { listSeizures } from "#db/queries/seizures.server.ts";
import "#app/components/seizure/seizure.css";
import "#app/components/workspace/workspace.css";

export const handle = FACTS_AHEAD;

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.map") }];

export const loader = forParticipant(async ({ acting, operationId, request }) => {
  const params = new URL(request.url).searchParams;
  const { filter } = readFactFilter(params);
  return read(acting, async (tx, self) => {
    mustReadFacts(self);
    const seen = await lookAtOwn(tx, self, params);
    if (seen) return { looked: await lookedMap(tx, operationId, seen) };
    const known = await knownMomentFor(tx, { house: acting.house, self, params });
    const asked = { house: acting.house, self, known: known && new Date(known.at) };
    const all = await figuresFor(tx, asked, OF_ALL);
    const figures = await figuresFor(tx, { ...asked, filter }, OF_VIEW);
    const wanted = { filter, search: "", sort: "newest", cursor: null, limit: NEWEST } as const;
    // Of a moment the browser asks for the facts: the list is one of the present.
    const { facts } = known ? { facts: [] } : await listSeizures(tx, operationId, wanted);
    const places = await placeNamesOf(
      tx,
      facts.flatMap((fact) => fact.place.placeId ?? []),
    );
    // What the window over the days is cut out of.
    const everyDay = await figuresFor(tx, { ...asked, filter: { ...filter, from: null, to: null } }, OF_DAYS);
    const missing = known ? {} : missingOf(await agencyDaysSoFar(tx, self));
    const views = await viewsBeside(tx, self);
    const asOf = known?.at ?? self.now.toISOString();
    const looks = mayLook(self) && !known;
    return { looked: null, known, asOf, views, figures, all, everyDay, missing, facts, places, looks };
  });
});

const NEWEST = 12;

/** What the page shows of the view, of the whole operation, and of all days of the filter. */
const OF_VIEW = ["cases", "joint", "bySlot", "quantityBySlot", "coverage"] as const;
const OF_ALL = ["cases", "byMode"] as const;
const OF_DAYS = ["byDay"] as const;

/** Once the snapshot has come, a filter needs nothing of the server. */
export const shouldRevalidate: ShouldRevalidateFunction = (moved) =>
  moved.defaultShouldRevalidate && !isFilterMove(moved);

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** Corridors and seizures on the live map, with the totals of the view beside it; or the own ones as others see them. */
export default function MapRoute() {
  const loaded = useLoaderData<typeof loader>();
  return loaded.looked ? <LookedMap {...loaded.looked} /> : <ClockedMap loaded={loaded} />;
}

type Facts = Extract<Loaded, { looked: null }>;

/** As of now, or of the moment that the address or a film names: all below reads the facts of that. */
function ClockedMap({ loaded }: { loaded: Facts }) {
  const clock = useClock(loaded.known);
  return (
    <ShownMoment view={clock.view}>
      <LiveMap loaded={loaded} clock={clock} />
    </ShownMoment>
  );
}

function LiveMap({ loaded, clock }: { loaded: Facts; clock: Clock }) {
  const [params] = useSearchParams();
  const text = useText();
  const linked = useLinkedFilter();
  const { filter } = linked;
  const { day, today } = useDaysAt(clock.at);
  const [clockName, setClockName] = useState<ClockName>(loaded.known ? "known" : "happened");
  const participants = useParticipants();
  const { operation } = useWorkspace();
  const home = `/operations/${operation.id}`;
  const figures = useCurrentFigures(loaded.figures, filter, today);
  const all = useCurrentFigures(loaded.all, NO_FILTER, today);
  const everyDay = useCurrentFigures(loaded.everyDay, useEveryDay(filter), today);
  // Drawing many places takes longer than counting them: while a hand moves, figures go first and the map follows.
  const source = useMapSource(loaded.facts, useDeferredValue(filter));
  const newest = useNewestFacts(loaded.facts, filter, NEWEST);
  const places = usePlaceNames(usePlaceIds(source), loaded.places);
  const placeOf = usePlaceWords(places);
  const names = useFilterNames(filter, places);
  const filters = useFilterWords({ filter, participants, names }).map(([name]) => name);
  const asOf = useAsOf(loaded.asOf);
  const picture = useMapPicture({ cases: figures.cases, asOf, filters });
  const film = useFilmStage();
  // By days each picture says its own.
  const filmed = clockName === "known" ? filter : { ...filter, from: null, to: null };
  const beside = useFilterWords({ filter: filmed, participants, names }).map(([name]) => name);
  const saving = (plan: FilmPlan) =>
    film.stage && <SaveFilm plan={plan} stage={film.stage} filters={beside} asOf={asOf} today={today} />;
  const seizureHref = (id: string) => `${home}/seizures/${id}`;
  const { startsOn, endsOn } = operation.plan;
  const span = useMemo(() => ({ startsOn, endsOn, today: day }), [startsOn, endsOn, day]);
  const choice = <ClockChoice value={clockName} onChoose={setClockName} />;
  return (
    <div className={clock.at === null ? "map-page" : "map-page known-past"}>
      <h1 className="aside">{text("shell.place.map")}</h1>
      <FactsMap
        source={source}
        linked={linked}
        picture={picture}
        film={film.map}
        placeNames={places}
        arrivals={useArrivedIds()}
        seizureHref={seizureHref}
      >
        <FilterBar
          linked={linked}
          participants={participants}
          modes={modesOf(all, filter)}
          names={names}
          keep={loaded.known ? [[KNOWN, writeKnown(new Date(loaded.known.at))]] : []}
        />
        <KnownChoice at={clock.at} />
        <SavedViews page="map" beside={loaded.views} />
      </FactsMap>
      <aside className="map-side" aria-label={text("today.title")}>
        {loaded.known && <KnownNotice known={loaded.known} filtered={isFiltered(filter)} />}
        <DroppedValues dropped={linked.dropped} />
        <Headline cases={figures.cases} joint={figures.joint} all={all.cases.total} />
        <Coverage rows={figures.coverage} participants={participants} />
        <SlotTotals figures={figures} linkOf={(slot) => linked.addressOf({ ...filter, slots: [slot] })} />
        <NewReports
          // Another filter or moment is another list: what it lets in has not just come.
          key={`${writeFactFilter(filter)} ${clock.at} ${clock.view?.snapshot ? "facts" : ""}`}
          filtered={isFiltered(filter)}
          reports={newest}
          today={figures.coverage.reduce((sum, row) => sum + row.today, 0)}
          placeOf={(fact) => placeOf(fact.place)}
          linkOf={seizureHref}
        />
        {loaded.looks && <LookAtOwn params={params} />}
      </aside>
      {clockName === "known" ? (
        <KnowledgeBar
          clock={clock}
          cases={figures.cases.total}
          choice={choice}
          filter={filter}
          onPlaying={film.setPlaying}
          saving={saving}
        />
      ) : (
        <TimeBar
          linked={linked}
          byDay={everyDay.byDay}
          cases={figures.cases.total}
          span={span}
          missing={loaded.missing}
          choice={choice}
          onPlaying={film.setPlaying}
          saving={saving}
        />
      )}
    </div>
  );
}

/** The filter without its days: what the window over the days is cut out of. The same object while it says the same. */
function useEveryDay(filter: FactFilter): FactFilter {
  const address = writeFactFilter({ ...filter, from: null, to: null }).toString();
  return useMemo(() => readFactFilter(new URLSearchParams(address)).filter, [address]);
}

/** Ids of the places that the map may have to name. */
function usePlaceIds(source: MapSource): readonly string[] {
  const { routes } = source.facts;
  const size = routes.endPlaces.length + routes.places.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: places are only ever added, and the size tells.
  return useMemo(
    () => [...new Set([...routes.places, ...routes.endPlaces].flatMap(({ placeId }) => placeId ?? []))],
    [routes, size],
  );
}
