import type { MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { FactsMap } from "#app/components/map/facts-map.tsx";
import { LookedMap } from "#app/components/map/looked-map.tsx";
import { LookAtOwn } from "#app/components/seizure/look-at-own.tsx";
import { Coverage } from "#app/components/totals/coverage.tsx";
import { DroppedValues } from "#app/components/totals/dropped-values.tsx";
import { Headline } from "#app/components/totals/headline.tsx";
import { NewReports } from "#app/components/totals/new-reports.tsx";
import { SlotTotals } from "#app/components/totals/slot-totals.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { useArrivedIds } from "#app/components/workspace/use-arrived-ids.ts";
import { useCurrentFacts, useCurrentFigures } from "#app/components/workspace/use-current.ts";
import { usePlaceNames, usePlaceWords } from "#app/components/workspace/use-place-names.ts";
import { useParticipants, useToday, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { isFiltered, NO_FILTER, readFactFilter, writeFactFilter } from "#app/domain/fact-filter.ts";
import { forParticipant } from "#app/http.server.ts";
import { lookedMap } from "#app/looked-map.server.ts";
import { pageTitle } from "#app/page-title.ts";
import { lookAtOwn, mayLook } from "#app/records-look.server.ts";
import { figuresFor } from "#app/services/kept-figures.server.ts";
import { mustReadFacts } from "#app/services/reading.server.ts";
import { read } from "#app/services/write.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { listSeizures } from "#db/queries/seizures.server.ts";
import "#app/components/seizure/seizure.css";
import "#app/components/workspace/workspace.css";

export const meta: MetaFunction = ({ matches }) => [{ title: pageTitle(matches, "shell.place.map") }];

export const loader = forParticipant(async ({ acting, operationId, request }) => {
  const params = new URL(request.url).searchParams;
  const { filter } = readFactFilter(params);
  return read(acting, async (tx, self) => {
    mustReadFacts(self);
    const seen = await lookAtOwn(tx, self, params);
    if (seen) return { looked: await lookedMap(tx, operationId, seen) };
    const all = await figuresFor(tx, { house: acting.house, self });
    const figures = isFiltered(filter) ? await figuresFor(tx, { house: acting.house, self, filter }) : all;
    const wanted = { filter, search: "", sort: "newest", cursor: null, limit: NEWEST } as const;
    const { facts } = await listSeizures(tx, operationId, wanted);
    const places = await placeNamesOf(
      tx,
      facts.flatMap((fact) => fact.place.placeId ?? []),
    );
    return { looked: null, figures, all, facts, places, looks: mayLook(self) };
  });
});

const NEWEST = 12;

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

/** Corridors and seizures on the live map, with the totals of the view beside it; or the own ones as others see them. */
export default function MapRoute() {
  const loaded = useLoaderData<typeof loader>();
  return loaded.looked ? <LookedMap {...loaded.looked} /> : <LiveMap loaded={loaded} />;
}

function LiveMap({ loaded }: { loaded: Extract<Loaded, { looked: null }> }) {
  const [params] = useSearchParams();
  const text = useText();
  const { filter, dropped } = useAddressFilter();
  const today = useToday();
  const participants = useParticipants();
  const home = `/operations/${useWorkspace().operation.id}`;
  const facts = useCurrentFacts(loaded.facts, filter);
  const figures = useCurrentFigures(loaded.figures, filter, today);
  const all = useCurrentFigures(loaded.all, NO_FILTER, today);
  const places = usePlaceNames(facts, loaded.places);
  const placeOf = usePlaceWords(places);
  const seizureHref = (id: string) => `${home}/seizures/${id}`;
  return (
    <div className="map-page">
      <h1 className="aside">{text("shell.place.map")}</h1>
      <FactsMap
        facts={facts}
        filter={filter}
        placeNames={places}
        arrivals={useArrivedIds()}
        seizureHref={seizureHref}
      />
      <aside className="map-side" aria-label={text("today.title")}>
        <DroppedValues dropped={dropped} />
        <Headline cases={figures.cases} joint={figures.joint} all={all.cases.total} />
        <Coverage rows={figures.coverage} participants={participants} />
        <SlotTotals figures={figures} linkOf={(slot) => `?${writeFactFilter({ ...filter, slots: [slot] })}`} />
        <NewReports
          reports={facts.slice(0, NEWEST)}
          today={figures.coverage.reduce((sum, row) => sum + row.today, 0)}
          placeOf={(fact) => placeOf(fact.place)}
          linkOf={seizureHref}
        />
        {loaded.looks && <LookAtOwn params={params} />}
      </aside>
    </div>
  );
}
