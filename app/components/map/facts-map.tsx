import { type ReactNode, useMemo } from "react";
import { useBoundariesUrl, useCountryNames, useParticipants } from "#app/components/workspace/use-workspace.ts";
import type { MapSource } from "./map-data.ts";
import type { PlaceNames } from "./map-names.ts";
import { OperationMap } from "./operation-map.tsx";
import type { MapFilm, MapLink, MapPicture } from "./operation-map-props.ts";

type FactsMapProps = {
  source: MapSource;
  linked: MapLink;
  picture?: MapPicture;
  film?: MapFilm;
  placeNames: PlaceNames;
  arrivals?: readonly string[];
  seizureHref: (id: string) => string;
  children?: ReactNode;
};

/** The operation's map with the facts of a filter on it. */
export function FactsMap({
  source,
  linked,
  picture,
  film,
  placeNames,
  arrivals,
  seizureHref,
  children,
}: FactsMapProps) {
  const participants = useParticipants();
  const { slots } = linked.filter;
  return (
    <OperationMap
      source={source}
      participants={useMemo(() => participants.map(({ code, name }) => ({ iso2: code, name })), [participants])}
      names={useCountryNames()}
      boundariesUrl={useBoundariesUrl()}
      placeNames={placeNames}
      arrivals={arrivals}
      tint={slots.length === 1 ? slots[0] : null}
      seizureHref={seizureHref}
      linked={linked}
      picture={picture}
      film={film}
    >
      {children}
    </OperationMap>
  );
}
