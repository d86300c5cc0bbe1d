/** Plane geometry on longitude and latitude, as far as the base map is built with it. */
export type Point = readonly [number, number];
/** A polygon's edge; the last point is joined to the first. */
export type Ring = readonly Point[];
export type Line = readonly Point[];

/** Twice the signed area: positive where the ring runs anticlockwise. */
export function signedArea(ring: Ring): number {
  let area = 0;
  forEachEdge(ring, (a, b) => {
    area += a[0] * b[1] - b[0] * a[1];
  });
  return area;
}

export function isConvex(ring: Ring): boolean {
  let left = 0;
  let right = 0;
  for (let index = 0; index < ring.length; index++) {
    const turn = cross(at(ring, index), at(ring, index + 1), at(ring, index + 2));
    if (turn > 0) left++;
    if (turn < 0) right++;
  }
  return left === 0 || right === 0;
}

/** Inside or on the edge of a convex polygon. */
export function isInConvex(ring: Ring, point: Point): boolean {
  const sign = Math.sign(signedArea(ring));
  let inside = true;
  forEachEdge(ring, (a, b) => {
    if (sign * cross(a, b, point) < 0) inside = false;
  });
  return inside;
}

/** The polygon with its corners moved away from its middle, or towards it. */
export function grown(ring: Ring, degrees: number): Point[] {
  const middle: Point = [mean(ring.map((point) => point[0])), mean(ring.map((point) => point[1]))];
  return ring.map((point) => {
    const away = Math.hypot(point[0] - middle[0], point[1] - middle[1]);
    return between(middle, point, (away + degrees) / away);
  });
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The part of a ring that lies in a convex polygon (Sutherland–Hodgman); empty where they do not meet. */
export function clipRing(subject: Ring, convex: Ring): Point[] {
  const sign = Math.sign(signedArea(convex));
  let result: Point[] = [...subject];
  forEachEdge(convex, (a, b) => {
    const input = result;
    result = [];
    forEachEdge(input, (from, to) => {
      const [before, after] = [sign * cross(a, b, from), sign * cross(a, b, to)];
      if (before >= 0) result.push(from);
      if (before >= 0 !== after >= 0) result.push(between(from, to, before / (before - after)));
    });
  });
  return result;
}

/** The parts of a line that lie outside of every one of the convex polygons. */
export function cutLine(line: Line, zones: readonly Ring[]): Point[][] {
  let pieces: Point[][] = [[...line]];
  for (const zone of zones) pieces = pieces.flatMap((piece) => outsideOf(piece, zone));
  return pieces;
}

function outsideOf(line: Line, zone: Ring): Point[][] {
  const pieces: Point[][] = [];
  let current: Point[] = [];
  const close = () => {
    if (current.length > 1) pieces.push(current);
    current = [];
  };
  for (let index = 0; index + 1 < line.length; index++) {
    const [from, to] = [at(line, index), at(line, index + 1)];
    const inside = insideSpan(from, to, zone);
    if (current.length === 0 && (!inside || inside[0] > 0)) current.push(from);
    if (!inside) {
      current.push(to);
      continue;
    }
    if (inside[0] > 0) current.push(between(from, to, inside[0]));
    close();
    if (inside[1] < 1) current.push(between(from, to, inside[1]), to);
  }
  close();
  return pieces;
}

/** From where to where (0 to 1) a segment runs inside a convex polygon (Cyrus–Beck); null if never. */
function insideSpan(from: Point, to: Point, zone: Ring): [number, number] | null {
  const sign = Math.sign(signedArea(zone));
  let [enter, leave] = [0, 1];
  let outside = false;
  forEachEdge(zone, (a, b) => {
    const [before, after] = [sign * cross(a, b, from), sign * cross(a, b, to)];
    if (before < 0 && after < 0) outside = true;
    else if (before < 0) enter = Math.max(enter, before / (before - after));
    else if (after < 0) leave = Math.min(leave, before / (before - after));
  });
  if (outside || enter >= leave) return null;
  return [enter, leave];
}

/** Fewer points, none of the dropped ones farther than `tolerance` degrees from the line (Douglas–Peucker). */
export function simplify(line: Line, tolerance: number): Point[] {
  const keep = new Uint8Array(line.length).fill(0);
  keep[0] = keep[line.length - 1] = 1;
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let span = stack.pop(); span; span = stack.pop()) {
    const [first, last] = span;
    let [worst, distance] = [-1, tolerance];
    for (let index = first + 1; index < last; index++) {
      const away = distanceToSegment(at(line, index), at(line, first), at(line, last));
      if (away > distance) [worst, distance] = [index, away];
    }
    if (worst < 0) continue;
    keep[worst] = 1;
    stack.push([first, worst], [worst, last]);
  }
  return line.filter((_, index) => keep[index]);
}

export function distanceToSegment(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length;
  const [x, y] = between(from, to, Math.min(1, Math.max(0, along)));
  return Math.hypot(point[0] - x, point[1] - y);
}

/** Even–odd rule over all rings of a polygon. */
export function isInPolygon(rings: readonly Ring[], point: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    forEachEdge(ring, (a, b) => {
      const crosses = a[1] > point[1] !== b[1] > point[1];
      if (crosses && point[0] < ((b[0] - a[0]) * (point[1] - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
    });
  }
  return inside;
}

export function forEachEdge(ring: Ring, visit: (from: Point, to: Point) => void): void {
  for (let index = 0; index < ring.length; index++) visit(at(ring, index), at(ring, index + 1));
}

function at(ring: readonly Point[], index: number): Point {
  const point = ring[index % ring.length];
  if (!point) throw new RangeError("A ring without points");
  return point;
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/** Positive where `point` lies to the left of the line from `a` to `b`. */
function cross(a: Point, b: Point, point: Point): number {
  return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
}
