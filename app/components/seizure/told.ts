import type { SeizureFact } from "#app/domain/fact.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";

type Shared =
  | "eventKind"
  | "occurredOn"
  | "occurredTo"
  | "datePrecision"
  | "placeKind"
  | "direction"
  | "mode"
  | "detections"
  | "controlReasons"
  | "concealmentPlaces"
  | "concealmentMethods"
  | "offences";

export type ToldPlace = {
  country: string;
  placeId: string | null;
  name: string;
  lat: number | null;
  lon: number | null;
  precision: string;
};

export type ToldNode = {
  role: string;
  place: ToldPlace;
  sharePercent: string | null;
  opportunity: boolean | null;
  modeToNext: string | null;
  evidence: string;
};

/** A report as it is shown: what everybody may count by, and the case itself where the reader may read it. */
export type Told = Pick<SeizureFact, Shared> & {
  place: ToldPlace;
  route: readonly ToldNode[];
  arrested: number | null;
  detail: SeizureInput | null;
};

/** Of a released seizure; names of places come from the gazetteer where the case is not the reader's. */
export function toldOf(fact: SeizureFact, detail: SeizureInput | null, places: Readonly<Record<string, string>>): Told {
  const named = (place: SeizureFact["place"], written: string | undefined): ToldPlace => ({
    ...place,
    name: written || (place.placeId === null ? "" : (places[place.placeId] ?? "")),
  });
  return {
    ...fact,
    place: named(fact.place, detail?.place.name),
    route: fact.route.map((node, index) => ({ ...node, place: named(node.place, detail?.route[index]?.place.name) })),
    detail,
  };
}

/** Of a report that is inside its agency still. */
export function toldOfInput(detail: SeizureInput): Told {
  return { ...detail, arrested: detail.persons.arrested, detail };
}
