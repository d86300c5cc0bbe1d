import type { ReactNode } from "react";
import type { Slot } from "#app/domain/commodity.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { MapParticipant } from "./base-layer.tsx";
import type { MapSource } from "./map-data.ts";
import type { CountryNames, PlaceNames } from "./map-names.ts";
import type { MapStage } from "./stage.ts";

export type OperationMapProps = {
  source: MapSource;
  participants: readonly MapParticipant[];
  /** Official names of other countries and territories that the plan lists. No other name is ever written. */
  names?: CountryNames;
  placeNames?: PlaceNames;
  /** Ids of facts that came in while this page was open, newest last. */
  arrivals?: readonly string[];
  /** The one kind of goods that the view is filtered by, if it is one. */
  tint?: Slot | null;
  /** Where the operation's own boundary files are served (profile `national`). */
  boundariesUrl?: string | null;
  seizureHref?: (id: string) => string;
  /** The filter that the map shares with the views beside it; left out where it stands alone. */
  linked?: MapLink;
  /** What a picture of the map says of itself; left out where none can be taken away. */
  picture?: MapPicture;
  /** For a page that plays a film on its map and draws pictures of it. */
  film?: MapFilm;
  /** Laid over the map, for example the chips of the filter. */
  children?: ReactNode;
};

/** Above and under a picture of the map, and what its file is called. */
export type MapPicture = { title: string; under: readonly string[]; name: string };

export type MapFilm = { playing: boolean; onStage: (stage: MapStage | null) => void };

/** What the map needs of the filter of its page. */
export type MapLink = {
  filter: FactFilter;
  commit: (filter: FactFilter) => void;
  addressOf: (filter: FactFilter) => string;
};

export const NO_NAMES: Readonly<Record<string, string>> = {};

/** The operation's list: its participants, and whoever else the plan names. */
export function countryNames({ participants, names }: Pick<OperationMapProps, "participants" | "names">): CountryNames {
  return { ...names, ...Object.fromEntries(participants.map(({ iso2, name }) => [iso2, name])) };
}
