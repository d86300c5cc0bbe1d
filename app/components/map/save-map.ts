import type { Map as MapLibreMap } from "maplibre-gl";
import { onPaper, type PictureFile, saveSvg } from "../pictures/save-svg.ts";
import { shapesOf } from "./map-shapes.ts";
import { type MapWords, mapSvg } from "./map-svg.ts";
import { readTokens } from "./map-tokens.ts";

/** What the map shows now as a picture for paper, with the words that explain it. */
export async function saveMap(map: MapLibreMap, words: MapWords, file: PictureFile): Promise<void> {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const at = ([lon, lat]: readonly [number, number]) => {
    const { x, y } = map.project([lon, Math.max(-85, Math.min(85, lat))]);
    return [x, y] as const;
  };
  await saveSvg(mapSvg(await shapesOf(map), { width, height, at }, words, onPaper(readTokens)), file);
}
