import { useEffect, useRef } from "react";
import { onPaper } from "../pictures/save-svg.ts";
import { useMap } from "./map-context.ts";
import type { MapData } from "./map-data.ts";
import { drawnNow, filesOf, type MapFiles } from "./map-shapes.ts";
import { mapSvg } from "./map-svg.ts";
import { readTokens } from "./map-tokens.ts";
import type { MapPicture } from "./operation-map-props.ts";
import { usePictureOf } from "./use-picture-of.ts";

/** After the map has come to rest; land and borders come from the browser's own store. */
const PATIENCE_MS = 3_000;

/**
 * The map on paper: lines in the colours of print in place of the screen's canvas, drawn when the page is printed from what
 * lies on the map then. Printing waits for nothing, so land and borders have to be there before.
 */
export function PrintedMap({ data, picture }: { data: MapData; picture: MapPicture }) {
  const { map } = useMap();
  const words = usePictureOf(data, picture);
  const paper = useRef<HTMLDivElement>(null);
  const latest = useRef(words);
  latest.current = words;
  useEffect(() => {
    let files: MapFiles | null = null;
    const load = () => {
      void filesOf(map)
        .then((loaded) => {
          files = loaded;
        })
        // Without them the corridors are printed on plain ground.
        .catch(() => {});
    };
    const timer = setTimeout(() => map.once("idle", load).triggerRepaint(), PATIENCE_MS);
    const draw = () => {
      if (!paper.current) return;
      const { clientWidth: width, clientHeight: height } = map.getContainer();
      const at = ([lon, lat]: readonly [number, number]) => {
        const { x, y } = map.project([lon, Math.max(-85, Math.min(85, lat))]);
        return [x, y] as const;
      };
      const shapes = drawnNow(map, files);
      paper.current.innerHTML = mapSvg(shapes, { width, height, at }, latest.current, onPaper(readTokens));
    };
    const clear = () => paper.current?.replaceChildren();
    window.addEventListener("beforeprint", draw);
    window.addEventListener("afterprint", clear);
    return () => {
      clearTimeout(timer);
      map.off("idle", load);
      window.removeEventListener("beforeprint", draw);
      window.removeEventListener("afterprint", clear);
    };
  }, [map]);
  return <div ref={paper} className="map-printed" />;
}
