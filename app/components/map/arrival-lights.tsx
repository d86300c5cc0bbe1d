import { Marker } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useFormat } from "#app/components/ui/text-context.tsx";
import type { LonLat } from "#app/domain/great-circle.ts";
import { useMap } from "./map-context.ts";

/** A seizure that came in while the map was open. */
export type Arrival = { id: string; at: LonLat | null; releasedAt: string };

/** The light goes out after this, moved or still. */
const STAYS = 8_000;
/** More at once are a crowd, not a wink. */
const MOST_AT_ONCE = 5;

type ArrivalLightsProps = {
  arrivals: readonly Arrival[];
  /** Where the mark stands that has taken the place in. */
  markAt: (at: LonLat) => LonLat;
};

/** A small light rises from the place and two rings open; who wants no motion sees a still ring. Each arrival once. */
export function ArrivalLights({ arrivals, markAt }: ArrivalLightsProps) {
  const lights = useLights(arrivals);
  return lights.map(
    (arrival) => arrival.at && <ArrivalLight key={arrival.id} at={markAt(arrival.at)} time={arrival.releasedAt} />,
  );
}

function useLights(arrivals: readonly Arrival[]): readonly Arrival[] {
  // What was there when the map opened is old news.
  const seen = useRef(new Set(arrivals.map(({ id }) => id)));
  const [lights, setLights] = useState<readonly Arrival[]>([]);
  useEffect(() => {
    const fresh = arrivals.filter(({ id }) => !seen.current.has(id));
    for (const { id } of fresh) seen.current.add(id);
    if (fresh.length === 0 || fresh.length > MOST_AT_ONCE) return;
    setLights((lit) => [...lit, ...fresh].slice(-MOST_AT_ONCE));
    const ids = new Set(fresh.map(({ id }) => id));
    // Not cleared when the next arrives: every light has its own time.
    setTimeout(() => setLights((lit) => lit.filter(({ id }) => !ids.has(id))), STAYS);
  }, [arrivals]);
  return lights;
}

function ArrivalLight({ at, time }: { at: LonLat; time: string }) {
  const { map } = useMap();
  const format = useFormat();
  const [element] = useState(() => document.createElement("div"));
  const [marker] = useState(() => new Marker({ element, anchor: "center" }));
  const [lon, lat] = at;
  marker.setLngLat([lon, lat]);
  useEffect(() => {
    element.classList.add("arrival");
    element.setAttribute("aria-hidden", "true");
    marker.addTo(map);
    return () => {
      marker.remove();
    };
  }, [map, element, marker]);
  return createPortal(
    <>
      <i className="arrival-ring" />
      <i className="arrival-ring arrival-ring-late" />
      <i className="arrival-stem" />
      <i className="arrival-light" />
      <span className="arrival-time">{format.time(time)}</span>
    </>,
    element,
  );
}
