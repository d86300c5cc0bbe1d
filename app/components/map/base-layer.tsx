import type { FilterSpecification, GeoJSONSource } from "maplibre-gl";
import { useEffect, useState } from "react";
import type { NationalBoundaries } from "#app/domain/boundary-profile.ts";
import type { LonLat } from "#app/domain/great-circle.ts";
import { labelPointOf } from "./map-anchors.ts";
import { useMap } from "./map-context.ts";

/** A country or territory that takes part, by the name that the operation gives it. */
export type MapParticipant = { iso2: string; name: string; missingToday?: boolean };
export type MapLabel = { iso2: string; name: string /** Lower is more important. */; order: number };

type BaseLayerProps = {
  participants: readonly MapParticipant[];
  labels: readonly MapLabel[];
  /** Where the operation's own boundary files are served, with the profile `national`. */
  boundariesUrl?: string | null;
};

/** The operation lights its own countries, hatches those that have not reported today, and writes names it knows. */
export function BaseLayer({ participants, labels, boundariesUrl = null }: BaseLayerProps) {
  const { map } = useMap();
  const national = useBoundaries(boundariesUrl);

  useEffect(() => {
    const all = oneOf(participants.map(({ iso2 }) => iso2));
    const missing = oneOf(participants.filter(({ missingToday }) => missingToday).map(({ iso2 }) => iso2));
    for (const prefix of ["", "national-"]) {
      map.setFilter(`${prefix}participants`, all);
      map.setFilter(`${prefix}missing`, missing);
    }
  }, [map, participants]);

  useEffect(() => {
    const visibility = boundariesUrl ? "none" : "visible";
    for (const layer of ["participants", "missing", "disputed", "borders"]) {
      map.setLayoutProperty(layer, "visibility", visibility);
    }
    map.getSource<GeoJSONSource>("national-borders")?.setData(bordersOf(national));
    map.getSource<GeoJSONSource>("national-countries")?.setData(countriesOf(national));
  }, [map, boundariesUrl, national]);

  useEffect(() => {
    map.getSource<GeoJSONSource>("labels")?.setData(labelFeatures(labels, national));
  }, [map, labels, national]);

  return null;
}

function oneOf(codes: string[]): FilterSpecification {
  return ["in", ["get", "iso2"], ["literal", codes]];
}

/** From this origin only; while it has not come, nothing is drawn in its place. */
function useBoundaries(url: string | null): NationalBoundaries | null {
  const [boundaries, setBoundaries] = useState<NationalBoundaries | null>(null);
  useEffect(() => {
    if (!url) return setBoundaries(null);
    const stop = new AbortController();
    fetch(url, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then(setBoundaries)
      .catch(() => setBoundaries(null));
    return () => stop.abort();
  }, [url]);
  return boundaries;
}

/** Only names in the list, and only where the base map, or the national file, has a place for them. */
function labelFeatures(labels: readonly MapLabel[], national: NationalBoundaries | null): GeoJSON.FeatureCollection {
  return collection(
    labels.flatMap(({ iso2, name, order }) => {
      const at: LonLat | null = national ? (national.labels[iso2] ?? null) : labelPointOf(iso2);
      return at ? [feature({ type: "Point", coordinates: [...at] }, { name, order })] : [];
    }),
  );
}

function bordersOf(national: NationalBoundaries | null): GeoJSON.FeatureCollection {
  return collection(national ? [feature({ type: "MultiLineString", coordinates: national.borders })] : []);
}

function countriesOf(national: NationalBoundaries | null): GeoJSON.FeatureCollection {
  const countries = national?.countries ?? [];
  return collection(
    countries.map(({ iso2, polygons }) => feature({ type: "MultiPolygon", coordinates: polygons }, { iso2 })),
  );
}

function feature(geometry: GeoJSON.Geometry, properties: GeoJSON.GeoJsonProperties = {}): GeoJSON.Feature {
  return { type: "Feature", properties, geometry };
}

function collection(features: GeoJSON.Feature[]): GeoJSON.FeatureCollection {
  return { type: "FeatureCollection", features };
}
