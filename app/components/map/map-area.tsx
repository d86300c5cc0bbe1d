import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { type Box, boxOf } from "#app/domain/filter-box.ts";
import { useMap } from "./map-context.ts";

/** Less than this is a click and no rectangle. */
const LEAST_PX = 6;

/** The area that the filter names, as a rectangle on the map. */
export function AreaLayer({ box }: { box: FactFilter["box"] }) {
  const { map } = useMap();
  useEffect(() => {
    map.getSource<GeoJSONSource>("area")?.setData({ type: "FeatureCollection", features: box ? [outline(box)] : [] });
  }, [map, box]);
  return null;
}

function outline([west, south, east, north]: Box): GeoJSON.Feature {
  const right = east < west ? east + 360 : east;
  const corners = [
    [west, south],
    [right, south],
    [right, north],
    [west, north],
    [west, south],
  ];
  return { type: "Feature", properties: {}, geometry: { type: "LineString", coordinates: corners } };
}

type Corner = { x: number; y: number };

/** Over the map while an area is drawn: dragged by a hand, or all that is in view by Enter. */
export function DrawArea({ onDrawn, onLeave }: { onDrawn: (box: Box) => void; onLeave: () => void }) {
  const { map } = useMap();
  const text = useText();
  const surface = useRef<HTMLButtonElement>(null);
  const [corners, setCorners] = useState<[Corner, Corner] | null>(null);
  useEffect(() => surface.current?.focus(), []);
  const cornerAt = (event: React.PointerEvent): Corner => {
    const frame = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };
  const finish = () => {
    if (!corners) return;
    setCorners(null);
    const { left, top, width, height } = rectangle(corners);
    if (width >= LEAST_PX && height >= LEAST_PX) onDrawn(areaOf(map, left, top, left + width, top + height));
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") onLeave();
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    const { clientWidth, clientHeight } = map.getContainer();
    onDrawn(areaOf(map, 0, 0, clientWidth, clientHeight));
  };
  return (
    <>
      <button
        type="button"
        ref={surface}
        className="map-drawing"
        aria-label={text("linked.draw.how")}
        onKeyDown={keys}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const corner = cornerAt(event);
          setCorners([corner, corner]);
        }}
        onPointerMove={(event) => corners && setCorners([corners[0], cornerAt(event)])}
        onPointerUp={finish}
        onPointerCancel={() => setCorners(null)}
      >
        {corners && <span className="map-drawn" style={pixels(rectangle(corners))} />}
      </button>
      <p className="map-drawing-how" aria-hidden="true">
        {text("linked.draw.how")}
      </p>
    </>
  );
}

function rectangle([from, to]: [Corner, Corner]) {
  const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return { left, top, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
}

function pixels({ left, top, width, height }: ReturnType<typeof rectangle>) {
  return { insetInlineStart: left, insetBlockStart: top, inlineSize: width, blockSize: height };
}

function areaOf(map: MapLibreMap, left: number, top: number, right: number, bottom: number): Box {
  const [northWest, southEast] = [map.unproject([left, top]), map.unproject([right, bottom])];
  return boxOf(northWest.lng, southEast.lat, southEast.lng, northWest.lat);
}
