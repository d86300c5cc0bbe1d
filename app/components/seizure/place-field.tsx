import { useRef } from "react";
import { Combobox } from "#app/components/ui/combobox.tsx";
import { Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { ComboOption } from "#app/components/ui/use-combobox.ts";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { precisionOfPlace } from "#app/domain/place-precision.ts";
import type { PlaceOption } from "#app/domain/seizure-form/choices.ts";
import { AskedField } from "./asked-field.tsx";
import { FoundPlaces } from "./found-places.tsx";
import { PickOnMap } from "./pick-on-map.tsx";
import { PlaceHere } from "./place-here.tsx";
import { useGeneration, useReport, useSet, useTyped } from "./report-context.ts";

type PlaceFieldProps = {
  path: string;
  label: string;
  hint?: string;
  /** Tells its map from those of other places. */
  mapName?: string;
  /** The officer may stand there: then the phone's own position is one of the ways. */
  here?: boolean;
};

/** Where: found by what people call it, clicked on the map, or its country alone. */
export function PlaceField({ path, label, hint, mapName = label, here = false }: PlaceFieldProps) {
  const text = useText();
  const placeId = useTyped(`${path}.placeId`);
  const typed = useTyped(`${path}.name`);
  const country = useTyped(`${path}.country`);
  const open = placeId === "" && (country !== "" || typed !== "");
  return (
    <AskedField
      name={`${path}.name`}
      also={[`${path}.country`, `${path}.lat`, `${path}.placeId`]}
      label={label}
      hint={hint}
    >
      <PlaceSearch path={path} />
      <FoundPlaces path={path} />
      {here && <PlaceHere path={path} />}
      <div className="place-ways">
        <PickOnMap path={path} name={mapName} />
        <details className="more-tiles place-country" open={open || undefined}>
          <summary className="tile">{text("report.place.country_only")}</summary>
          <CountrySelect name={`${path}.country`} />
        </details>
      </div>
    </AskedField>
  );
}

function PlaceSearch({ path }: { path: string }) {
  const text = useText();
  const set = useSet();
  const { choices, store } = useReport();
  const generation = useGeneration();
  const found = useRef(new Map<string, PlaceOption>());
  const countryName = (code: string) => choices.countries.find((country) => country.code === code)?.name ?? code;
  const [placeId, name] = [store.text(`${path}.placeId`), store.text(`${path}.name`)];
  const precision = store.text(`${path}.precision`);

  async function search(query: string, signal: AbortSignal): Promise<ComboOption[]> {
    const address = `/operations/${choices.operation.id}/places?q=${encodeURIComponent(query)}`;
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`places answered ${response.status}`);
    const { places }: { places: PlaceOption[] } = await response.json();
    for (const place of places) found.current.set(place.id, place);
    return places.map((place) => ({
      value: place.id,
      label: place.name,
      note: [place.iata, text.label(`gazetteer.${place.kind}`), countryName(place.country), acrossFrom(place)]
        .filter(Boolean)
        .join(" · "),
    }));
  }

  function acrossFrom({ acrossName, acrossCountry }: PlaceOption): string {
    if (acrossName === null || acrossCountry === null) return "";
    return text("report.place.across", { name: acrossName, country: countryName(acrossCountry) });
  }

  function choose(option: ComboOption | null) {
    const place = option && found.current.get(option.value);
    if (!place) return set({ [`${path}.placeId`]: "", [`${path}.precision`]: "" });
    set({
      ...fieldsOfPlace(path, place),
      ...(path === "place" && place.zone ? { occurredZone: place.zone } : {}),
    });
  }

  const initial = placeId === "" && name === "" ? null : { value: placeId, label: name, note: noteOf(precision) };
  function noteOf(code: string): string | undefined {
    return code === "" || placeId === "" ? undefined : text.code("geo_precision", code);
  }
  return (
    // What is typed and not chosen is kept too: a place need not be in any list.
    <div
      onFocusCapture={(event) => {
        // On a phone the list of matches needs the room that the keyboard leaves.
        if (matchMedia("(pointer: coarse)").matches) event.currentTarget.closest(".report-field")?.scrollIntoView();
      }}
      onChange={(event) => {
        if (event.target instanceof HTMLInputElement && event.target.name === `${path}.name`) {
          set({ [`${path}.name`]: event.target.value });
        }
      }}
    >
      <Combobox
        key={generation}
        name={`${path}.placeId`}
        textName={`${path}.name`}
        initial={initial}
        search={search}
        onChoose={choose}
        placeholder={text("report.place.placeholder")}
      />
    </div>
  );
}

export function fieldsOfPlace(path: string, place: PlaceOption) {
  return {
    [`${path}.placeId`]: place.id,
    [`${path}.name`]: place.name,
    [`${path}.country`]: place.country,
    [`${path}.precision`]: precisionOfPlace(place),
    [`${path}.lat`]: "",
    [`${path}.lon`]: "",
  };
}

/** Countries by name; what names no country, 'not known' among it, stands at the end. */
export function CountrySelect({ name }: { name: string }) {
  const text = useText();
  const { countries, participants } = useReport().choices;
  const value = useTyped(name);
  const set = useSet();
  // The page comes with those of the operation; all others are drawn from what it was told anyway.
  const near = new Set(participants.map(({ officialName }) => officialName));
  const all = useHydrated();
  return (
    <Select
      name={name}
      aria-label={text("report.place.country")}
      none={text("report.place.choose_country")}
      value={value}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
      options={countries
        .filter(({ code, name: label }) => all || code === value || near.has(label))
        .map(({ code, name: label }) => ({ value: code, label }))}
    />
  );
}
