import { escaped, wrapped } from "../pictures/svg-text.ts";
import { MARK_PATHS } from "../ui/mark-paths.ts";
import { FADE, HEAD_LENGTH } from "./corridor-features.ts";
import type { MapShapes, Position, Shape } from "./map-shapes.ts";
import { dottedCircle, surround } from "./map-svg-surround.ts";
import type { MapTokens } from "./map-tokens.ts";
import { readImageId, ringArcs } from "./seizure-features.ts";

/** Where a position lies in the picture, and the picture's size; the world is repeated to both sides. */
export type MapView = { width: number; height: number; at: (position: Position) => readonly [x: number, y: number] };

export type MapWords = {
  title: string;
  /** Lines under the map: what is counted, cut-off, handling code, the note on boundaries, what the records are. */
  under: readonly string[];
  /** Kinds of goods that occur, by slot. */
  goods: readonly { slot: keyof typeof MARK_PATHS; name: string }[];
  /** How wide a line stands for what; null where no intended legs are drawn. */
  corridors: { widths: readonly { width: number; name: string }[]; intended: string | null };
  certain: { confirmed: string; provisional: string };
};

/** Part of a picture, and how much of its height it takes. */
type Block = { drawn: string; height: number };

export const EDGE = 20;
const HEAD = 46;
const LINE = 16;
const KEY_ROW = 20;

/** The map as it lies before its reader, in one file that asks for nothing outside, with everything that explains it. */
export function mapSvg(shapes: MapShapes, view: MapView, words: MapWords, tokens: MapTokens): string {
  const { width } = view;
  const below = HEAD + view.height;
  const key = mapKey(below, width, words, tokens);
  const foot = mapFoot(below + key.height, width, words.under, tokens);
  const height = below + key.height + foot.height;
  return [
    opened(width, height, words.title),
    `<rect width="${width}" height="${height}" fill="${tokens.ground}"/>`,
    written(EDGE, 30, words.title, { size: 18, weight: 600, fill: tokens.text1 }),
    mapWindow(HEAD, view, [sea(view, tokens), ...groundOf(shapes, view, tokens), ...drawnOf(shapes, view, tokens)]),
    key.drawn,
    foot.drawn,
    "</svg>",
  ].join("\n");
}

export function opened(width: number, height: number, title: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="'Source Sans 3','Noto Sans',sans-serif"><title>${escaped(title)}</title>`;
}

/** The map's own part of a picture; what reaches beyond it is cut off. */
export function mapWindow(y: number, { width, height }: MapView, drawn: readonly string[]): string {
  return `<svg x="0" y="${y}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" overflow="hidden">${drawn.join("\n")}</svg>`;
}

export function sea({ width, height }: MapView, tokens: MapTokens): string {
  return `<rect width="${width}" height="${height}" fill="${tokens.sea}"/>`;
}

/** Lines under the map. */
export function mapFoot(y: number, width: number, under: readonly string[], tokens: MapTokens): Block {
  const lines = under.flatMap((line) => wrapped(line, Math.floor((width - 2 * EDGE) / 6.2)));
  const look = { size: 11.5, fill: tokens.text2 };
  return {
    drawn: lines.map((line, at) => written(EDGE, y + 14 + at * LINE, line, look)).join(""),
    height: lines.length * LINE + EDGE,
  };
}

/** What is the same whatever is counted: land and borders. */
export function groundOf(shapes: MapShapes, view: MapView, tokens: MapTokens): string[] {
  const isParticipant = ({ properties }: Shape) => shapes.participants.has(String(properties.iso2));
  const fill = (some: readonly Shape[], colour: string) =>
    `<path d="${some.map((shape) => outline(shape, view, "Z")).join("")}" fill="${colour}" fill-rule="evenodd"/>`;
  const stroke = (some: readonly Shape[], look: string) =>
    `<path d="${some.map((shape) => outline(shape, view, "")).join("")}" fill="none" ${look}/>`;
  return [
    fill(shapes.land, tokens.land),
    fill(shapes.land.filter(isParticipant), tokens.landIn),
    fill(shapes.disputed, tokens.land),
    stroke(shapes.borders, `stroke="${tokens.border}" stroke-width="0.8"`),
  ];
}

/** What lies on the land: corridors, names, marks, and the area that is drawn. */
export function drawnOf(shapes: MapShapes, view: MapView, tokens: MapTokens): string[] {
  return [
    ...shapes.lines
      .filter(({ properties }) => properties.intended !== true)
      .map((shape) => fading(shape, view, tokens)),
    ...shapes.dashes.map((shape) => dash(shape, view, tokens)),
    ...shapes.heads.map((shape) => head(shape, view, tokens)),
    ...labels(shapes, view, tokens),
    ...shapes.rings.map((shape) => dotted(shape, view, tokens)),
    ...[...shapes.marks]
      .sort((left, right) => numberOf(left, "order") - numberOf(right, "order"))
      .map((shape) => mark(shape, view, tokens)),
    `<path d="${shapes.area.map((shape) => outline(shape, view, "")).join("")}" fill="none" stroke="${tokens.accent}" stroke-width="1.6" stroke-dasharray="5 3"/>`,
  ];
}

/** Parts of a shape that are in the picture, wherever the world is repeated. */
export function outline({ parts }: Shape, view: MapView, end: "Z" | ""): string {
  let path = "";
  for (const part of parts)
    for (const turn of [-360, 0, 360]) {
      const points = part.map(([lon, lat]) => view.at([lon + turn, lat]));
      if (isOutside(points, view)) continue;
      path += `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}${end}`;
    }
  return path;
}

function isOutside(points: readonly (readonly [number, number])[], { width, height }: MapView): boolean {
  const all = (test: (x: number, y: number) => boolean) => points.every(([x, y]) => test(x, y));
  return all((x) => x < 0) || all((x) => x > width) || all((_, y) => y < 0) || all((_, y) => y > height);
}

/** Direction is seen in a still picture: a line fades in towards its end. */
function fading(shape: Shape, view: MapView, { river }: MapTokens): string {
  const rest = shape.properties.rest === true;
  const [least, most] = rest ? FADE.rest : FADE.main;
  const [line = []] = shape.parts;
  const steps = Math.max(1, line.length - 1);
  const width = rest ? 0.9 : numberOf(shape, "width");
  return line
    .slice(1)
    .map((to, at) => {
      const piece = outline({ properties: {}, parts: [[line[at] ?? to, to]] }, view, "");
      const opacity = round(least + ((most - least) * (at + 0.5)) / steps);
      return (
        piece &&
        `<path d="${piece}" fill="none" stroke="${river}" stroke-width="${round(width)}" stroke-opacity="${opacity}"/>`
      );
    })
    .join("");
}

function dash(shape: Shape, view: MapView, { river }: MapTokens): string {
  const dashes = shape.properties.rest === true ? ' stroke-dasharray="4 4"' : "";
  return `<path d="${outline(shape, view, "")}" fill="none" stroke="${river}" stroke-width="${round(numberOf(shape, "width"))}" stroke-opacity="${round(numberOf(shape, "opacity"))}"${dashes}/>`;
}

function head(shape: Shape, view: MapView, { river }: MapTokens): string {
  const size = numberOf(shape, "size") * HEAD_LENGTH;
  const path = `M0 0L${round(-size * 0.34)} ${round(size)}L0 ${round(size * 0.72)}L${round(size * 0.34)} ${round(size)}Z`;
  return everywhere(
    shape,
    view,
    (x, y) =>
      `<path transform="translate(${x} ${y}) rotate(${round(numberOf(shape, "bearing"))})" d="${path}" fill="${river}" fill-opacity="${round(numberOf(shape, "opacity"))}"/>`,
  );
}

/** Names by their importance; one that would lie on a mark or on another name is left out, as on the screen. */
function labels(shapes: MapShapes, view: MapView, { text3 }: MapTokens): string[] {
  const taken = [...shapes.marks, ...shapes.rings].flatMap(({ parts }) =>
    parts[0]?.[0] ? [{ at: view.at(parts[0][0]), half: 12 }] : [],
  );
  const sorted = [...shapes.labels].sort((left, right) => numberOf(left, "order") - numberOf(right, "order"));
  return sorted.map((shape) => {
    const name = String(shape.properties.name ?? "");
    const half = name.length * 3;
    return everywhere(shape, view, (x, y) => {
      const meets = taken.some(({ at, half: other }) => Math.abs(at[0] - x) < half + other && Math.abs(at[1] - y) < 14);
      if (meets) return "";
      taken.push({ at: [x, y], half });
      return written(x, y + 4, name, { size: 11, fill: text3, anchor: "middle" });
    });
  });
}

function dotted(shape: Shape, view: MapView, { text2 }: MapTokens): string {
  return everywhere(shape, view, (x, y) => dottedCircle(x, y, 8, text2));
}

function mark(shape: Shape, view: MapView, tokens: MapTokens): string {
  const image = readImageId(String(shape.properties.image ?? ""));
  if (image === null) return "";
  return everywhere(shape, view, (x, y) => {
    if ("shares" in image) {
      const arcs = ringArcs(image.shares).map(({ slot, hollow, from, to }) =>
        arcOf({ x, y, r: image.radius, from, to }, tokens.slots[slot], hollow),
      );
      const around = image.countryOnly ? dottedCircle(x, y, image.radius + 4.5, tokens.text2) : "";
      return `${around}<circle cx="${x}" cy="${y}" r="${round(image.radius + 2.2)}" fill="${tokens.ground}"/>${arcs.join("")}${written(x, y + 4, image.count, { size: 12, weight: 600, fill: tokens.text1, anchor: "middle" })}`;
    }
    const colour = tokens.slots[image.slot];
    const paint = image.hollow ? `fill="${tokens.ground}" stroke="${colour}" stroke-width="1.7"` : `fill="${colour}"`;
    return `${surround(image.precision, x, y, tokens)}<circle cx="${x}" cy="${y}" r="9.5" fill="${tokens.ground}"/><path transform="translate(${x} ${y})" d="${MARK_PATHS[image.slot]}" ${paint}/>`;
  });
}

type Arc = { x: number; y: number; r: number; from: number; to: number };

function arcOf({ x, y, r, from, to }: Arc, colour: string, hollow: boolean): string {
  const look = `fill="none" stroke="${colour}" stroke-width="${hollow ? 1.3 : 3.4}"`;
  if (to - from > 2 * Math.PI - 0.01) return `<circle cx="${x}" cy="${y}" r="${round(r)}" ${look}/>`;
  const point = (angle: number) => `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`;
  return `<path d="M${point(from)}A${round(r)} ${round(r)} 0 ${to - from > Math.PI ? 1 : 0} 1 ${point(to)}" ${look}/>`;
}

function everywhere({ parts }: Shape, view: MapView, draw: (x: number, y: number) => string): string {
  const [[position] = []] = parts;
  if (!position) return "";
  return [-360, 0, 360]
    .map((turn) => view.at([position[0] + turn, position[1]]))
    .filter((point) => !isOutside([point], view))
    .map(([x, y]) => draw(round(x), round(y)))
    .join("");
}

/** Kinds of goods, what is sure, and how wide a corridor of how many cases is; in as many rows as there is room for. */
export function mapKey(
  y: number,
  width: number,
  { goods, corridors, certain }: Pick<MapWords, "goods" | "corridors" | "certain">,
  tokens: MapTokens,
): Block {
  const look = { size: 12, fill: tokens.text1 };
  let [x, row] = [EDGE, 0];
  const entry = (drawing: string, name: string) => {
    const takes = 34 + name.length * 6.6;
    if (x > EDGE && x + takes > width - EDGE) [x, row] = [EDGE, row + 1];
    const at = y + 20 + row * KEY_ROW;
    const drawn = `<g transform="translate(${x + 8} ${at - 4})">${drawing}</g>${written(x + 20, at, name, look)}`;
    x += takes;
    return drawn;
  };
  const line = (width: number, dashes = "") =>
    `<path d="M-8 0H8" stroke="${tokens.river}" stroke-width="${width}"${dashes && ` stroke-dasharray="${dashes}"`}/>`;
  const drawn = [
    ...goods.map(({ slot, name }) =>
      entry(`<path transform="scale(0.85)" d="${MARK_PATHS[slot]}" fill="${tokens.slots[slot]}"/>`, name),
    ),
    entry(`<circle r="5" fill="${tokens.text2}"/>`, certain.confirmed),
    entry(`<circle r="5" fill="none" stroke="${tokens.text2}" stroke-width="1.7"/>`, certain.provisional),
    ...corridors.widths.map(({ width, name }) => entry(line(round(width)), name)),
    ...(corridors.intended === null ? [] : [entry(line(1.6, "4 3"), corridors.intended)]),
  ];
  return { drawn: drawn.join(""), height: 30 + row * KEY_ROW };
}

type Look = { size: number; fill: string; weight?: number; anchor?: "middle" | "end" };

export function written(x: number, y: number, words: string, { size, fill, weight = 400, anchor }: Look): string {
  const at = anchor ? ` text-anchor="${anchor}"` : "";
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}"${at}>${escaped(words)}</text>`;
}

function numberOf({ properties }: Shape, name: string): number {
  const value = properties[name];
  return typeof value === "number" ? value : 0;
}

const round = (value: number) => Math.round(value * 10) / 10;
