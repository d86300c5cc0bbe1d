import { useMemo } from "react";
import { useBoundariesUrl, useCountryNames, useParticipants } from "#app/components/workspace/use-workspace.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { PlaceNames } from "./map-names.ts";
import { OperationMap } from "./operation-map.tsx";

type FactsMapProps = {
  facts: readonly SeizureFact[];
  filter: FactFilter;
  placeNames: PlaceNames;
  arrivals?: readonly string[];
  seizureHref: (id: string) => string;
};

/** The operation's map with these facts on it. */
export function FactsMap({ facts, filter, placeNames, arrivals, seizureHref }: FactsMapProps) {
  const participants = useParticipants();
  return (
    <OperationMap
      facts={facts}
      participants={useMemo(() => participants.map(({ code, name }) => ({ iso2: code, name })), [participants])}
      names={useCountryNames()}
      boundariesUrl={useBoundariesUrl()}
      placeNames={placeNames}
      arrivals={arrivals}
      tint={filter.slots.length === 1 ? filter.slots[0] : null}
      seizureHref={seizureHref}
    />
  );
}
