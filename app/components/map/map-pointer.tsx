import type { Map as MapLibreMap, MapMouseEvent, Point } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { useMap } from "./map-context.ts";

/** What lies under the pointer: a mark before a line, a line before the land. */
export type Target = { kind: "cluster" | "corridor" | "country"; key: string };

type MapPointerProps = {
  /** The words beside the pointer; null where there is nothing to say. */
  say: (target: Target) => string | null;
  onChoose: (target: Target | null) => void;
};

const SEIZURES = ["seizures"];
const CORRIDORS = ["corridor-touch"];
const LAND = ["disputed", "land"];
/** A finger is not a needle. */
const REACH = 4;

/** Clicks and hovering. The keyboard has its own way to the same things. */
export function MapPointer({ say, onChoose }: MapPointerProps) {
  const { map } = useMap();
  const [tip, setTip] = useState<{ words: string; x: number; y: number } | null>(null);
  const latest = useRef({ say, onChoose });
  latest.current = { say, onChoose };

  useEffect(() => {
    const move = ({ point }: MapMouseEvent) => {
      const target = targetAt(map, point, false);
      map.getCanvas().style.cursor = target ? "pointer" : "";
      const words = target && latest.current.say(target);
      setTip(words ? { words, x: point.x, y: point.y } : null);
    };
    const leave = () => setTip(null);
    const click = ({ point }: MapMouseEvent) => {
      setTip(null);
      latest.current.onChoose(targetAt(map, point, true));
    };
    map.on("mousemove", move);
    map.on("mouseout", leave);
    map.on("movestart", leave);
    map.on("click", click);
    return () => {
      map.off("mousemove", move);
      map.off("mouseout", leave);
      map.off("movestart", leave);
      map.off("click", click);
    };
  }, [map]);

  if (!tip) return null;
  return (
    <div className="map-tip" aria-hidden="true" style={{ transform: `translate(${tip.x}px, ${tip.y}px)` }}>
      <span>{tip.words}</span>
    </div>
  );
}

function targetAt(map: MapLibreMap, { x, y }: Point, land: boolean): Target | null {
  const box: [[number, number], [number, number]] = [
    [x - REACH, y - REACH],
    [x + REACH, y + REACH],
  ];
  const [mark] = map.queryRenderedFeatures(box, { layers: SEIZURES });
  if (mark) return { kind: "cluster", key: String(mark.properties.key) };
  const [line] = map.queryRenderedFeatures([x, y], { layers: CORRIDORS });
  if (line) return { kind: "corridor", key: String(line.properties.key) };
  // Of disputed land the map says no country.
  const [below] = land ? map.queryRenderedFeatures([x, y], { layers: LAND }) : [];
  const country = below?.layer.id === "land" ? below.properties.iso2 : null;
  return typeof country === "string" ? { kind: "country", key: country } : null;
}
