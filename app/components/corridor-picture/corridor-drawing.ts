import { bowed, greatCircle, type LonLat, mercatorOf } from "#app/domain/great-circle.ts";
import type { Bar } from "../charts/stack.ts";
import { anchorOf } from "../map/map-anchors.ts";

export const WIDTH = 960;
export const HEIGHT = 540;
const EDGE = 36;
/** Of the world's width: a picture of one short leg still shows where it lies. */
const LEAST_SPAN = 0.09;
const WIDEST = 7;
/** More lines are no picture any more; the table has all of them. */
const MOST_LINES = 60;

export type DrawnLeg = { key: string; path: string; width: number; head: string; intended: boolean };
export type DrawnEnd = { country: string; x: number; y: number };

/** Where a position lies in the picture, on whichever turn of the world is the nearest to its middle. */
export type Place = (position: LonLat) => readonly [x: number, y: number];
export type CorridorDrawing = { legs: DrawnLeg[]; ends: DrawnEnd[]; place: Place; scale: number };

type Line = { bar: Bar; intended: boolean; points: (readonly [number, number])[] };

/** The busiest corridors from country to country on a plane that is as large as they need, thin ones first. */
export function corridorDrawing(bars: readonly Bar[], participants: readonly string[]): CorridorDrawing {
  const home = middleOf(participants);
  const lines = bars.slice(0, MOST_LINES).flatMap((bar) => lineOf(bar, home));
  const anchors = anchorsOf(participants).map((at) => nearest(mercatorOf(at), home));
  const { scale, shift } = frameOf([...lines.flatMap(({ points }) => points), ...anchors]);
  const on = ([x, y]: readonly [number, number]) => [round(x * scale + shift[0]), round(y * scale + shift[1])] as const;
  const place: Place = (position) => on(nearest(mercatorOf(position), home));
  const most = Math.max(1, ...lines.map(({ bar }) => bar.total));
  const legs = lines.map(({ bar, intended, points }) => ({
    key: bar.key,
    path: `M${points.map((point) => on(point).join(" ")).join("L")}`,
    width: round(1 + (WIDEST - 1) * Math.sqrt(bar.total / most)),
    head: headOf(points.map(on)),
    intended,
  }));
  const ends = busiestFirst(lines, participants).flatMap((country) => {
    const at = anchorOf(country);
    if (!at) return [];
    const [x, y] = place(at);
    return [{ country, x, y }];
  });
  return { legs: legs.reverse(), ends, place, scale };
}

/** Countries by how many cases touched them: where names would lie on each other, the first is written. */
function busiestFirst(lines: readonly Line[], participants: readonly string[]): string[] {
  const cases = new Map(participants.map((code) => [code, 0]));
  for (const { bar } of lines)
    for (const country of bar.key.split(/[>~]/)) cases.set(country, (cases.get(country) ?? 0) + bar.total);
  return [...cases].sort(([left, a], [right, b]) => b - a || (left < right ? -1 : 1)).map(([country]) => country);
}

/** Names that have room, above their points; the others are in the table. */
export function namedEnds(ends: readonly DrawnEnd[], nameOf: (country: string) => string) {
  const taken: { x: number; y: number; half: number }[] = [];
  return ends.map((end) => {
    const name = nameOf(end.country);
    const half = name.length * 4.2;
    const x = Math.min(WIDTH - half - 4, Math.max(half + 4, end.x));
    const meets = taken.some((other) => Math.abs(other.x - x) < half + other.half && Math.abs(other.y - end.y) < 18);
    if (meets) return { ...end, name: "", nameX: x };
    taken.push({ x, y: end.y, half });
    return { ...end, name, nameX: x };
  });
}

function lineOf(bar: Bar, home: number): Line[] {
  const [from = "", to = ""] = bar.key.split(/[>~]/);
  const [start, end] = [anchorOf(from), anchorOf(to)];
  if (!start || !end) return [];
  const plane = bowed(greatCircle(start, end), { share: 0.14, most: 0.02 }).map(mercatorOf);
  const [first = [0, 0]] = plane;
  const turn = nearest(first, home)[0] - first[0];
  return [{ bar, intended: bar.key.includes("~"), points: plane.map(([x, y]) => [x + turn, y] as const) }];
}

/** The arrow on a line of that width, pointing along it. */
export function arrowPath(width: number): string {
  return `M${3 + width} 0L${-3 - width / 2} ${2.5 + width / 2}V${-2.5 - width / 2}Z`;
}

/** The longitude, on the plane, around which the participants lie. */
function middleOf(participants: readonly string[]): number {
  const angles = anchorsOf(participants).map(([lon]) => (lon * Math.PI) / 180);
  const sum = (of: (angle: number) => number) => angles.reduce((total, angle) => total + of(angle), 0);
  return angles.length === 0 ? 0.5 : Math.atan2(sum(Math.sin), sum(Math.cos)) / (2 * Math.PI) + 0.5;
}

function anchorsOf(countries: readonly string[]): LonLat[] {
  return countries.map(anchorOf).filter((at) => at !== null);
}

/** Moved by whole worlds until it is within half a world of the middle. */
function nearest([x, y]: readonly [number, number], home: number): readonly [number, number] {
  return [x - Math.round(x - home), y];
}

function frameOf(points: readonly (readonly [number, number])[]) {
  const along = (axis: 0 | 1) => {
    const values = points.map((point) => point[axis]);
    const [least, most] = points.length === 0 ? [0.5, 0.5] : [Math.min(...values), Math.max(...values)];
    return { middle: (least + most) / 2, span: Math.max(LEAST_SPAN, most - least) };
  };
  const [x, y] = [along(0), along(1)];
  const scale = Math.min((WIDTH - 2 * EDGE) / x.span, (HEIGHT - 2 * EDGE) / y.span);
  return { scale, shift: [WIDTH / 2 - x.middle * scale, HEIGHT / 2 - y.middle * scale] as const };
}

/** A small arrow three fifths of the way along, so that a still picture says the direction. */
function headOf(points: readonly (readonly [number, number])[]): string {
  const at = Math.floor((points.length - 1) * 0.6);
  const [here, next] = [points[at], points[at + 1]];
  if (!here || !next) return "";
  const turn = (Math.atan2(next[1] - here[1], next[0] - here[0]) * 180) / Math.PI;
  return `translate(${here[0]} ${here[1]}) rotate(${round(turn)})`;
}

const round = (value: number) => Math.round(value * 10) / 10;
