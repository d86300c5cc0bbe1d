import { arrowPath, corridorDrawing, HEIGHT, namedEnds, WIDTH } from "../corridor-picture/corridor-drawing.ts";
import { landPath } from "../corridor-picture/land-path.ts";
import type { Body, Sheet } from "./draw-parts.ts";
import { round, text } from "./draw-parts.ts";
import type { Drawing, Palette } from "./drawing.ts";

const LAND = 0.55;

/** Corridors between countries on a map without borders: the picture takes no side in where one runs. */
export function drawCorridors(
  drawing: Extract<Drawing, { kind: "corridors" }>,
  { top, left, width }: Sheet,
  palette: Palette,
): Body {
  const { legs, ends, place, scale } = corridorDrawing(drawing.bars, drawing.participants);
  const height = round((width * HEIGHT) / WIDTH);
  const land = drawing.land ? landPath(drawing.land, place, scale) : "";
  const lines = legs.map(({ path, width: thick, head, intended }) => {
    const dashes = intended ? ' stroke-dasharray="6 6"' : "";
    return `<path d="${path}" fill="none" stroke="${palette.heat}" stroke-width="${thick}" stroke-opacity="0.7" stroke-linecap="round"${dashes}/><path transform="${head}" d="${arrowPath(thick)}" fill="${palette.heat}"/>`;
  });
  const named = namedEnds(ends, (country) => drawing.names[country] ?? country);
  const points = named.map(({ x, y }) => `<circle cx="${x}" cy="${y}" r="3.5" fill="${palette.text1}"/>`);
  // With a rim, so that a name is read where a line crosses it.
  const names = named.map(
    ({ name, nameX, y }) =>
      `<g paint-order="stroke" stroke="${palette.ground}" stroke-width="3" stroke-linejoin="round">${text(nameX, y - 8, name, { size: 15, fill: palette.text1, anchor: "middle" })}</g>`,
  );
  return {
    svg: [
      `<svg x="${left}" y="${top}" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${HEIGHT}" overflow="hidden">`,
      land && `<path d="${land}" fill="${palette.line}" fill-opacity="${LAND}"/>`,
      `<rect width="${WIDTH}" height="${HEIGHT}" fill="none" stroke="${palette.line}" stroke-width="2"/>`,
      ...lines,
      ...points,
      ...names,
      "</svg>",
    ].join("\n"),
    bottom: top + height,
  };
}
