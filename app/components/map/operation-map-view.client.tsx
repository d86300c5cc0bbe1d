import { useMemo, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { isFiltered } from "#app/domain/filter-address.ts";
import type { LonLat } from "#app/domain/great-circle.ts";
import type { Arrival } from "./arrival-lights.tsx";
import type { MapLabel } from "./base-layer.tsx";
import { MOST_DRAWN } from "./corridor-features.ts";
import { ALL_BY_CASES, type CorridorLook } from "./corridor-look.ts";
import { labelPointOf } from "./map-anchors.ts";
import { boundsOf } from "./map-bounds.ts";
import type { Choice } from "./map-choice.ts";
import type { MapLayer } from "./map-controls.tsx";
import { type MapData, type MapSource, mapData } from "./map-data.ts";
import { MapFrame } from "./map-frame.client.tsx";
import { PLACE_LAYERS } from "./map-image-names.ts";
import { MapKeys } from "./map-keys.tsx";
import { type CountryNames, useMapNames } from "./map-names.ts";
import { positionOf } from "./map-places.ts";
import { TellStage } from "./map-stage.tsx";
import { MapTable } from "./map-table.tsx";
import { OperationLayers } from "./operation-layers.tsx";
import { countryNames, NO_NAMES, type OperationMapProps } from "./operation-map-props.ts";
import { OperationOverlay } from "./operation-overlay.tsx";

/** Drawn, as a table by choice, or as a table because this browser draws no map. */
type Form = "map" | "table" | "failed";

export function OperationMapView(props: OperationMapProps) {
  const { participants, names: otherNames, placeNames = NO_NAMES } = props;
  const { source } = props;
  const [look, setLook] = useState<CorridorLook>(ALL_BY_CASES);
  const data = useMemo(() => mapData(source, look), [source, look]);
  const countries = useMemo(() => countryNames({ participants, names: otherNames }), [participants, otherNames]);
  const names = useMapNames(countries, placeNames);
  const [form, setForm] = useState<Form>("map");
  const [choice, choose] = useState<Choice | null>(null);
  const drawn = { ...props, data, countries, names, choice, onChoose: choose, onLook: setLook };
  if (form === "map") return <DrawnMap {...drawn} onForm={setForm} />;
  const open = (next: Choice) => {
    choose(next);
    setForm("map");
  };
  return (
    <TableInstead failed={form === "failed"} onMap={() => setForm("map")}>
      <MapTable
        data={data}
        names={names}
        {...(form === "table" && {
          onPlace: ({ key }) => open({ kind: "places", keys: [key] }),
          onCorridor: ({ key }) => open({ kind: "corridor", key }),
        })}
      />
    </TableInstead>
  );
}

type DrawnMapProps = Omit<OperationMapProps, "names"> & {
  data: MapData;
  countries: CountryNames;
  names: ReturnType<typeof useMapNames>;
  choice: Choice | null;
  onChoose: (choice: Choice | null) => void;
  onForm: (form: Form) => void;
  onLook: (look: CorridorLook) => void;
};

function DrawnMap(props: DrawnMapProps) {
  const { source, participants, data, countries, names, choice, onChoose, onForm, children } = props;
  const text = useText();
  const [hidden, setHidden] = useState<ReadonlySet<MapLayer>>(new Set(PLACE_LAYERS));
  const arrivals = useMemo(() => arrivalsOf(source, props.arrivals ?? []), [source, props.arrivals]);
  const labels = useMemo(
    () =>
      labelsOf(
        data,
        countries,
        participants.map(({ iso2 }) => iso2),
      ),
    [data, countries, participants],
  );
  const toggle = (layer: MapLayer) => setHidden(toggled(hidden, layer));
  return (
    <section className="map" aria-label={text("map.title")}>
      <MapFrame label={text("map.title")} bounds={firstBounds(props)} tint={props.tint} onFail={() => onForm("failed")}>
        <OperationLayers
          {...{ data, participants, labels, names, arrivals, hidden, choice, onChoose }}
          boundariesUrl={props.boundariesUrl ?? null}
          playing={props.film?.playing ?? false}
        />
        {props.film && <TellStage look={data.look} hidden={hidden} onStage={props.film.onStage} />}
        <OperationOverlay
          {...{
            data,
            names,
            hidden,
            choice,
            onChoose,
            seizureHref: props.seizureHref,
            linked: props.linked,
            picture: props.picture,
            onLook: props.onLook,
          }}
          onToggle={toggle}
          onTable={() => onForm("table")}
        />
      </MapFrame>
      {children && <div className="map-over">{children}</div>}
      {data.knowledge.total === 0 && (
        <p className="map-empty">
          {text(props.linked && isFiltered(props.linked.filter) ? "linked.none" : "map.empty")}
        </p>
      )}
      <MapKeys
        data={data}
        missing={participants.some(({ missingToday }) => missingToday)}
        quietCorridors={Math.max(0, data.corridors.length - MOST_DRAWN)}
      />
      <p className="map-disclaimer">{text("map.disclaimer")}</p>
    </section>
  );
}

function TableInstead({ failed, onMap, children }: { failed: boolean; onMap: () => void; children: React.ReactNode }) {
  const text = useText();
  return (
    <section className="map map-as-table" aria-label={text("map.title")}>
      <div className="map-as-table-head">
        {failed ? (
          <p role="status">{text("map.failed")}</p>
        ) : (
          <Button type="button" size="small" onClick={onMap}>
            {text("map.control.map")}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}

/** All participants and all cases: the same frame whether the cases came with the page or come a moment later. */
function firstBounds({ data, participants }: Pick<DrawnMapProps, "data" | "participants">) {
  const members = participants.flatMap(({ iso2 }) => [labelPointOf(iso2)].filter(isPlace));
  return boundsOf([...members, ...data.places.points()]);
}

function isPlace(point: LonLat | null): point is LonLat {
  return point !== null;
}

function toggled(layers: ReadonlySet<MapLayer>, layer: MapLayer): ReadonlySet<MapLayer> {
  const next = new Set(layers);
  if (!next.delete(layer)) next.add(layer);
  return next;
}

function arrivalsOf(source: MapSource, ids: readonly string[]): Arrival[] {
  return ids.flatMap((id) => {
    const fact = source.find(id);
    return fact ? [{ id, at: positionOf(fact.place), releasedAt: fact.releasedAt }] : [];
  });
}

/** Participants first, then other countries that cases or corridors touch, all by the operation's names. */
function labelsOf(data: MapData, countries: CountryNames, participants: readonly string[]): MapLabel[] {
  const touched = [...data.places.countries(), ...data.corridors.flatMap(({ from, to }) => [from.country, to.country])];
  return [...new Set([...participants, ...touched])].flatMap((iso2, order) => {
    const name = countries[iso2];
    return name ? [{ iso2, name, order }] : [];
  });
}
