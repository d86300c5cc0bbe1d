import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { LonLat } from "#app/domain/great-circle.ts";
import type { Cluster } from "./map-clusters.ts";
import { useMap } from "./map-context.ts";

/** The busiest in view; the table has all of them. */
const MOST_BUTTONS = 60;

type PlaceButtonsProps = {
  clusters: readonly Cluster[];
  say: (cluster: Cluster) => string;
  onOpen: (cluster: Cluster) => void;
};

/**
 * The marks in view as buttons that lie over them: seen only by their focus ring, met by keyboard and screen reader.
 * One of them is in the order of Tab; arrow keys lead on to the others, west to east.
 */
export function PlaceButtons({ clusters, say, onOpen }: PlaceButtonsProps) {
  const { map } = useMap();
  const text = useText();
  const hint = useId();
  const list = useRef<HTMLUListElement>(null);
  const inView = useClustersInView(clusters);
  const [chosen, setChosen] = useState<string | null>(null);
  const active = inView.find((cluster) => cluster.key === chosen) ?? inView[0];

  useEffect(() => {
    const place = () => {
      for (const [index, item] of [...(list.current?.children ?? [])].entries()) {
        const cluster = inView[index];
        if (!cluster || !(item instanceof HTMLElement)) continue;
        const { x, y } = map.project(nearestCopy(cluster.at, map.getCenter().lng));
        item.style.transform = `translate(${x}px, ${y}px)`;
      }
    };
    place();
    map.on("move", place);
    return () => {
      map.off("move", place);
    };
  }, [map, inView]);

  const steer = (event: KeyboardEvent<HTMLUListElement>) => {
    const step = stepOf(event.key);
    if (step === 0 || !active) return;
    event.preventDefault();
    const index = (inView.indexOf(active) + step + inView.length) % inView.length;
    setChosen(inView[index]?.key ?? null);
    list.current?.children[index]?.querySelector("button")?.focus();
  };

  return (
    <div className="map-places">
      <p id={hint} className="aside">
        {text("map.places.keys")}
      </p>
      <ul ref={list} aria-label={text("map.places")} aria-describedby={hint} onKeyDown={steer}>
        {inView.map((cluster) => (
          <li key={cluster.key}>
            <button
              type="button"
              className="map-place"
              tabIndex={cluster === active ? 0 : -1}
              aria-label={say(cluster)}
              style={{ inlineSize: 2 * cluster.radius + 6, blockSize: 2 * cluster.radius + 6 }}
              onFocus={() => setChosen(cluster.key)}
              onClick={() => onOpen(cluster)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function stepOf(key: string): number {
  if (key === "ArrowRight" || key === "ArrowDown") return 1;
  return key === "ArrowLeft" || key === "ArrowUp" ? -1 : 0;
}

/** West to east, as the eye reads them. */
function useClustersInView(clusters: readonly Cluster[]): readonly Cluster[] {
  const { map } = useMap();
  const [inView, setInView] = useState<readonly Cluster[]>([]);
  useEffect(() => {
    const look = () => {
      const [bounds, centre] = [map.getBounds(), map.getCenter().lng];
      const seen = clusters.filter((cluster) => bounds.contains(nearestCopy(cluster.at, centre)));
      const busiest = [...seen].sort((left, right) => right.cases - left.cases).slice(0, MOST_BUTTONS);
      setInView(busiest.sort((left, right) => nearestCopy(left.at, centre)[0] - nearestCopy(right.at, centre)[0]));
    };
    look();
    map.on("moveend", look);
    return () => {
      map.off("moveend", look);
    };
  }, [map, clusters]);
  return inView;
}

/** The map goes round: of all the copies of a place, the one next to the middle. */
function nearestCopy([lon, lat]: LonLat, centre: number): [number, number] {
  return [lon + 360 * Math.round((centre - lon) / 360), lat];
}
