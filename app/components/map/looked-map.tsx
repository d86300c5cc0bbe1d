import { useNavigate, useSearchParams } from "@remix-run/react";
import { useMemo } from "react";
import { RecordsLookBanner } from "#app/components/seizure/look-at-own.tsx";
import { DroppedValues } from "#app/components/totals/dropped-values.tsx";
import { Headline } from "#app/components/totals/headline.tsx";
import { NewReports } from "#app/components/totals/new-reports.tsx";
import { SlotTotals } from "#app/components/totals/slot-totals.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useAddressFilter } from "#app/components/workspace/use-address-filter.ts";
import { newestFirst, sourceOfSnapshot } from "#app/components/workspace/use-current.ts";
import { usePlaceNamesOf, usePlaceWords } from "#app/components/workspace/use-place-names.ts";
import { useToday, useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { FactBlock } from "#app/domain/fact-block.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { NO_FILTER, writeFactFilter } from "#app/domain/filter-address.ts";
import { lookAddress, type RecordsLook } from "#app/domain/look.ts";
import { Snapshot } from "#app/live/snapshot.ts";
import { FactsMap } from "./facts-map.tsx";

type LookedMapProps = { look: RecordsLook; block: FactBlock; places: Record<string, string> };

const NEWEST = 12;

/**
 * The map of the own records as another agency sees them. It reads what was loaded for this look and nothing of the live
 * snapshot: what comes in is the reader's own, and would say more than they see.
 */
export function LookedMap({ look, block, places: loaded }: LookedMapProps) {
  const text = useText();
  const [params] = useSearchParams();
  const { filter, dropped } = useAddressFilter();
  const navigate = useNavigate();
  const today = useToday();
  const home = `/operations/${useWorkspace().operation.id}`;
  const seen = useMemo(() => new Snapshot("look", 0, [block]), [block]);
  const facts = useMemo(() => newestFirst(seen.facts(filter)), [seen, filter]);
  const source = useMemo(() => sourceOfSnapshot(seen, filter), [seen, filter]);
  const places = usePlaceNamesOf(facts, loaded);
  const placeOf = usePlaceWords(places);
  const asSeen = lookAddress(params);
  const addressOf = (other: FactFilter) => `?${writeFactFilter(other, asSeen)}`;
  const linked = { filter, addressOf, commit: (other: FactFilter) => navigate(addressOf(other)) };
  const seizureHref = (id: string) => `${home}/seizures/${id}?${asSeen}`;
  const figures = seen.figures(filter, today);
  return (
    <div className="map-page">
      <h1 className="aside">{text("shell.place.map")}</h1>
      <FactsMap source={source} linked={linked} placeNames={places} seizureHref={seizureHref} />
      <aside className="map-side" aria-label={text("today.title")}>
        <RecordsLookBanner look={look} params={params} />
        <DroppedValues dropped={dropped} />
        <Headline cases={figures.cases} all={seen.figures(NO_FILTER, today).cases.total} />
        <SlotTotals figures={figures} linkOf={(slot) => addressOf({ ...filter, slots: [slot] })} />
        <NewReports
          reports={facts.slice(0, NEWEST)}
          today={figures.coverage.reduce((sum, row) => sum + row.today, 0)}
          placeOf={(fact) => placeOf(fact.place)}
          linkOf={seizureHref}
        />
      </aside>
    </div>
  );
}
