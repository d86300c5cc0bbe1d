import type { Map as MapLibreMap } from "maplibre-gl";
import { MARK_PATHS } from "#app/components/ui/mark-paths.ts";
import type { Precision } from "#app/domain/place-mark.ts";
import { HEAD_LENGTH } from "./corridor-features.ts";
import {
  COUNTRY_RING,
  HATCH,
  HEAD,
  PLACE_LAYERS,
  PLACE_SHAPES,
  type PlaceLayer,
  placeImage,
} from "./map-image-names.ts";
import type { MapTokens } from "./map-tokens.ts";
import { type MarkImage, type RingArc, type RingImage, readImageId, ringArcs } from "./seizure-features.ts";

type Pen = CanvasRenderingContext2D;

const HATCH_TILE = 6;
/** As much room as the surround takes: labels keep clear of it and of no more. */
const MARK_BOX: Record<Precision, number> = { facility: 20, city: 30, exact: 34, country: 38, area: 42 };
const MARK_SCALE = 0.95;
const RING_WIDTH = 3.4;
const HOLLOW_LINE = 1;

/** Draws every image that is asked for and not there yet. Numbers in rings need the page's font to be loaded. */
export function ensureImages(map: MapLibreMap, ids: Iterable<string>, tokens: MapTokens): void {
  for (const id of ids) if (!map.hasImage(id)) addImage(map, id, tokens);
}

/** After a change of theme: all images again, in place. */
export function redrawImages(map: MapLibreMap, tokens: MapTokens): void {
  for (const id of map.listImages()) {
    map.removeImage(id);
    addImage(map, id, tokens);
  }
}

function addImage(map: MapLibreMap, id: string, tokens: MapTokens): void {
  const ratio = Math.max(1, Math.min(3, window.devicePixelRatio));
  const image = drawImage(id, tokens, ratio);
  if (image) map.addImage(id, image, { pixelRatio: ratio });
}

function drawImage(id: string, tokens: MapTokens, ratio: number): ImageData | null {
  if (id === HATCH) return onCanvas(HATCH_TILE, ratio, 0, (pen) => drawHatch(pen, tokens));
  if (id === COUNTRY_RING) return onCanvas(20, ratio, 10, (pen) => dottedRing(pen, 7, tokens.text2));
  if (id === HEAD.river)
    return onCanvas(2 * HEAD_LENGTH + 4, ratio, HEAD_LENGTH + 2, (pen) => drawHead(pen, tokens, tokens.river));
  if (id === HEAD.accent) {
    return onCanvas(2 * HEAD_LENGTH + 4, ratio, HEAD_LENGTH + 2, (pen) => drawHead(pen, tokens, tokens.accent));
  }
  const place = PLACE_LAYERS.find((layer) => placeImage(layer) === id);
  if (place) return onCanvas(14, ratio, 7, (pen) => drawPlace(pen, tokens, place));
  const told = readImageId(id);
  if (!told) return null;
  if ("slot" in told) {
    const room = MARK_BOX[told.precision];
    return onCanvas(room, ratio, room / 2, (pen) => drawMark(pen, tokens, told));
  }
  const box = 2 * Math.ceil(told.radius + 6);
  return onCanvas(box, ratio, box / 2, (pen) => drawRing(pen, tokens, told));
}

function onCanvas(size: number, ratio: number, origin: number, draw: (pen: Pen) => void): ImageData | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.round(size * ratio);
  // Kept where it can be read: to fetch each from where pictures are drawn costs more than drawing it.
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return null;
  pen.scale(ratio, ratio);
  pen.translate(origin, origin);
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

/** Missing: 45° lines that join from tile to tile. */
function drawHatch(pen: Pen, { hatch }: MapTokens): void {
  pen.strokeStyle = hatch;
  pen.lineWidth = 1.2;
  pen.beginPath();
  for (const shift of [-HATCH_TILE, 0, HATCH_TILE]) {
    pen.moveTo(shift - 1, HATCH_TILE + 1);
    pen.lineTo(shift + HATCH_TILE + 1, -1);
  }
  pen.stroke();
}

/** A swallow's tail that looks north, its tip in the middle of the image. */
function drawHead(pen: Pen, { sea }: MapTokens, colour: string): void {
  const half = HEAD_LENGTH * 0.515;
  pen.beginPath();
  pen.moveTo(0, 0);
  pen.lineTo(half, HEAD_LENGTH);
  pen.lineTo(0, HEAD_LENGTH * 0.72);
  pen.lineTo(-half, HEAD_LENGTH);
  pen.closePath();
  pen.fillStyle = colour;
  pen.strokeStyle = sea;
  pen.lineWidth = 1.2;
  pen.stroke();
  pen.fill();
}

function drawPlace(pen: Pen, { ground, text3 }: MapTokens, layer: PlaceLayer): void {
  pen.beginPath();
  for (const [x, y] of PLACE_SHAPES[layer]) pen.lineTo(x, y);
  pen.closePath();
  pen.lineJoin = "round";
  pen.strokeStyle = ground;
  pen.lineWidth = 3;
  pen.stroke();
  pen.fillStyle = ground;
  pen.fill();
  pen.strokeStyle = text3;
  pen.lineWidth = 1;
  pen.stroke();
}

function drawMark(pen: Pen, tokens: MapTokens, { slot, hollow, precision }: MarkImage): void {
  drawSurround(pen, tokens, precision);
  disc(pen, 8, tokens.ground, 0.88);
  pen.scale(MARK_SCALE, MARK_SCALE);
  const path = new Path2D(MARK_PATHS[slot]);
  pen.lineJoin = "round";
  pen.strokeStyle = tokens.slots[slot];
  pen.fillStyle = hollow ? tokens.ground : tokens.slots[slot];
  pen.lineWidth = hollow ? 1.7 : 1;
  pen.fill(path);
  pen.stroke(path);
}

function drawSurround(pen: Pen, { text1, text2 }: MapTokens, precision: Precision): void {
  if (precision === "area") disc(pen, 19, text2, 0.2);
  if (precision === "country") dottedRing(pen, 17, text2);
  if (precision === "city") ring(pen, 13, text2, 1);
  if (precision !== "exact") return;
  pen.strokeStyle = text1;
  pen.lineWidth = 1.4;
  pen.beginPath();
  for (const [x, y] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    pen.moveTo(10 * x, 10 * y);
    pen.lineTo(15 * x, 15 * y);
  }
  pen.stroke();
}

function drawRing(pen: Pen, tokens: MapTokens, { count, radius, shares, countryOnly }: RingImage): void {
  disc(pen, radius + RING_WIDTH / 2 + 0.5, tokens.ground, 0.94);
  if (countryOnly) dottedRing(pen, radius + 4.5, tokens.text2);
  const arcs = ringArcs(shares);
  for (const { slot, ...arc } of arcs) {
    drawArc(pen, { ...arc, radius, colour: tokens.slots[slot], whole: arcs.length === 1 });
  }
  pen.fillStyle = tokens.text1;
  pen.font = `600 12px ${tokens.fonts.join(", ")}, sans-serif`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(count, 0, 0.8);
}

type Arc = Omit<RingArc, "slot"> & { radius: number; colour: string; whole: boolean };

/** Hollow: the outline of the same band. */
function drawArc(pen: Pen, { radius, from, to, colour, hollow, whole }: Arc): void {
  pen.strokeStyle = colour;
  pen.lineWidth = hollow ? HOLLOW_LINE : RING_WIDTH;
  pen.beginPath();
  if (hollow) {
    const reach = (RING_WIDTH - HOLLOW_LINE) / 2;
    pen.arc(0, 0, radius + reach, from, to);
    if (whole) pen.moveTo((radius - reach) * Math.cos(to), (radius - reach) * Math.sin(to));
    pen.arc(0, 0, radius - reach, to, from, true);
    if (!whole) pen.closePath();
  } else pen.arc(0, 0, radius, from, to);
  pen.stroke();
}

function dottedRing(pen: Pen, radius: number, colour: string): void {
  pen.setLineDash([1.5, 2.5]);
  ring(pen, radius, colour, 1.1);
  pen.setLineDash([]);
}

function ring(pen: Pen, radius: number, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.stroke();
}

function disc(pen: Pen, radius: number, colour: string, opacity: number): void {
  pen.globalAlpha = opacity;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.globalAlpha = 1;
}
