import type { ReactNode } from "react";
import type { Slot } from "#app/domain/commodity.ts";
import type { SeizureFact } from "#app/domain/fact.ts";
import type { MapParticipant } from "./base-layer.tsx";
import type { CountryNames, PlaceNames } from "./map-names.ts";

export type OperationMapProps = {
  /** The facts in view; those that do not count as cases are left out here. A new array is a new view. */
  facts: readonly SeizureFact[];
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
  /** Told when a mark or a line is opened, with the cases behind it; empty when it is closed. */
  onSelect?: (ids: readonly string[]) => void;
  /** Laid over the map, for example the chips of the filter. */
  children?: ReactNode;
};

export const NO_NAMES: Readonly<Record<string, string>> = {};

/** The operation's list: its participants, and whoever else the plan names. */
export function countryNames({ participants, names }: Pick<OperationMapProps, "participants" | "names">): CountryNames {
  return { ...names, ...Object.fromEntries(participants.map(({ iso2, name }) => [iso2, name])) };
}
