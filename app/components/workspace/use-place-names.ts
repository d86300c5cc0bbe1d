import { useEffect, useMemo, useState } from "react";
import type { CountryNames } from "#app/components/map/map-names.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FactPlace, SeizureFact } from "#app/domain/fact.ts";
import { useCountryNames, useWorkspace } from "./use-workspace.ts";

const MOST_AT_ONCE = 200;

/** Names of places by their ids: those loaded with the page, and those of later facts as they are asked for. */
export function usePlaceNames(ids: readonly string[], loaded: Readonly<Record<string, string>>) {
  const [later, setLater] = useState<Record<string, string>>({});
  const { operation } = useWorkspace();
  const names = useMemo(() => ({ ...loaded, ...later }), [loaded, later]);
  const missing = useMemo(() => ids.filter((id) => !(id in names)).slice(0, MOST_AT_ONCE), [ids, names]);
  const wanted = missing.map((id) => `id=${encodeURIComponent(id)}`).join("&");
  useEffect(() => {
    if (wanted === "") return;
    const ended = new AbortController();
    fetch(`/operations/${operation.id}/place-names?${wanted}`, { signal: ended.signal })
      .then((answer) => (answer.ok ? answer.json() : {}))
      .then((told: unknown) => setLater((known) => ({ ...known, ...namesIn(told) })))
      .catch(() => {}); // Without a line the country's name stands in, and the next fact asks again.
    return () => ended.abort();
  }, [wanted, operation.id]);
  return names;
}

/** By hand, as the page that shows them has to come over a slow line: a schema would bring its whole library. */
function namesIn(told: unknown): Record<string, string> {
  const pairs = Object.entries(typeof told === "object" && told !== null ? told : {});
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}

/** The same for the places that facts name. */
export function usePlaceNamesOf(facts: readonly SeizureFact[], loaded: Readonly<Record<string, string>>) {
  return usePlaceNames(
    useMemo(() => placesIn(facts), [facts]),
    loaded,
  );
}

function placesIn(facts: readonly SeizureFact[]): string[] {
  const places = facts.flatMap((fact) => [fact.place, ...fact.route.map((node) => node.place)]);
  return [...new Set(places.flatMap((place) => place.placeId ?? []))];
}

/** "Noi Bai, Viet Nam": a place as far as it is known, in the names of the operation's list. */
export function usePlaceWords(names: Readonly<Record<string, string>>) {
  return usePlaceWordsOf(useCountryNames(), names);
}

/** The same where no list of an operation is around. */
export function usePlaceWordsOf(countries: CountryNames, names: Readonly<Record<string, string>>) {
  const text = useText();
  return (place: FactPlace) => {
    const country = countries[place.country] ?? place.country;
    const name = place.placeId === null ? undefined : names[place.placeId];
    return name ? text("map.place.in", { place: name, country }) : country;
  };
}
