import { CrosshairIcon } from "@phosphor-icons/react/dist/ssr/Crosshair";
import { type MapMouseEvent, Marker } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { BaseLayer, type MapLabel, type MapParticipant } from "./base-layer.tsx";
import { anchorOf } from "./map-anchors.ts";
import type { Bounds } from "./map-bounds.ts";
import { useMap } from "./map-context.ts";
import { MapControls } from "./map-controls.tsx";
import { MapFrame } from "./map-frame.client.tsx";
import type { PickedPlace, PlacePickerProps } from "./place-picker.tsx";
import "./map.css";

const NOBODY: readonly MapParticipant[] = [];
const NO_LABELS: readonly MapLabel[] = [];
/** Around the first view, in degrees. */
const AROUND = 6;

export function PlacePickerView({ name, value, onPick, country = null, boundariesUrl = null }: PlacePickerProps) {
  const text = useText();
  const [failed, setFailed] = useState(false);
  const title = `${name}: ${text("map.picker.title")}`;
  if (failed) return <p className="caption">{text("map.failed_small")}</p>;
  return (
    <section className="map map-small map-picker" aria-label={title}>
      <MapFrame
        label={`${title}. ${text("map.picker.keys")}`}
        bounds={firstBounds(value, country)}
        padding={0}
        onFail={() => setFailed(true)}
      >
        <BaseLayer participants={NOBODY} labels={NO_LABELS} boundariesUrl={boundariesUrl} />
        <Picking value={value} onPick={onPick} />
      </MapFrame>
      <p className="map-disclaimer">{text("map.disclaimer")}</p>
    </section>
  );
}

function Picking({ value, onPick }: Pick<PlacePickerProps, "value" | "onPick">) {
  const { map } = useMap();
  const text = useText();
  const latest = useRef(onPick);
  latest.current = onPick;
  const takeMiddle = () => latest.current(rounded(map.getCenter()));

  useEffect(() => {
    const canvas = map.getCanvas();
    const click = ({ lngLat }: MapMouseEvent) => latest.current(rounded(lngLat));
    const enter = (event: KeyboardEvent) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      latest.current(rounded(map.getCenter()));
    };
    canvas.style.cursor = "crosshair";
    map.on("click", click);
    canvas.addEventListener("keydown", enter);
    return () => {
      map.off("click", click);
      canvas.removeEventListener("keydown", enter);
    };
  }, [map]);

  usePin(value);
  return (
    <>
      <span className="map-crosshair" aria-hidden="true" />
      <MapControls onZoom={(way) => (way > 0 ? map.zoomIn() : map.zoomOut())} />
      <div className="map-picker-act">
        <Button type="button" size="small" icon={CrosshairIcon} onClick={takeMiddle}>
          {text("map.picker.here")}
        </Button>
      </div>
    </>
  );
}

function usePin(value: PickedPlace | null): void {
  const { map } = useMap();
  const [lat, lon] = [value?.lat ?? null, value?.lon ?? null];
  useEffect(() => {
    if (lat === null || lon === null) return;
    const element = document.createElement("div");
    element.className = "map-pin";
    element.setAttribute("aria-hidden", "true");
    const marker = new Marker({ element, anchor: "center" }).setLngLat([lon, lat]).addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, lat, lon]);
}

function firstBounds(value: PickedPlace | null, country: string | null): Bounds | null {
  const anchor = country === null ? null : anchorOf(country);
  const [lon, lat] = value ? [value.lon, value.lat] : (anchor ?? []);
  if (lon === undefined || lat === undefined) return null;
  const reach = value ? AROUND / 4 : AROUND;
  return { west: lon - reach, east: lon + reach, south: Math.max(-85, lat - reach), north: Math.min(85, lat + reach) };
}

/** The map goes round; a position does not. */
function rounded({ lng, lat }: { lng: number; lat: number }): PickedPlace {
  const lon = lng - 360 * Math.floor((lng + 180) / 360);
  return { lat: Number(lat.toFixed(4)), lon: Number(lon.toFixed(4)) };
}
