import type { Mask } from "#app/domain/media.ts";

export type Size = { width: number; height: number };
export type DrawnMask = Mask & { id: number };
export type Point = { x: number; y: number };

/** So far one press of an arrow moves or stretches a mask: the squares that are burnt in. */
const STEP = 8;
const LEAST = 4;

/** Between two corners, inside of the picture; null where it is too small to cover anything. */
export function between(one: Point, other: Point, size: Size): Omit<Mask, "kind"> | null {
  const [left, right] = [one.x, other.x].map((x) => within(x, size.width)).sort((a, b) => a - b) as [number, number];
  const [top, bottom] = [one.y, other.y].map((y) => within(y, size.height)).sort((a, b) => a - b) as [number, number];
  const [width, height] = [right - left, bottom - top];
  return width < LEAST || height < LEAST ? null : { x: left, y: top, width, height };
}

/** A fifth of the picture in its middle: to be moved from there by keys and numbers. */
export function inTheMiddle({ width, height }: Size): Omit<Mask, "kind"> {
  const [wide, high] = [Math.max(LEAST, Math.round(width / 5)), Math.max(LEAST, Math.round(height / 5))];
  return { x: Math.round((width - wide) / 2), y: Math.round((height - high) / 2), width: wide, height: high };
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** A mask after this key: moved, or with shift stretched; null for keys that mean nothing here. */
export function byKey<M extends Mask>(mask: M, key: string, shift: boolean, size: Size): M | null {
  const by = ARROWS[key];
  if (!by) return null;
  if (shift) {
    const width = Math.min(size.width - mask.x, Math.max(LEAST, mask.width + by.x));
    return { ...mask, width, height: Math.min(size.height - mask.y, Math.max(LEAST, mask.height + by.y)) };
  }
  const x = Math.max(0, Math.min(size.width - mask.width, mask.x + by.x));
  return { ...mask, x, y: Math.max(0, Math.min(size.height - mask.height, mask.y + by.y)) };
}

const within = (at: number, edge: number) => Math.max(0, Math.min(edge, Math.round(at)));
