import { GAP, segmentClass } from "./figure-svg.tsx";
import { type Bar, KINDS, type Segment } from "./stack.ts";

type Part = Pick<Segment, "kind" | "confirmed">;

/** Every kind in both certainties in the order in which bars are stacked. */
export const PARTS: readonly Part[] = [true, false].flatMap((confirmed) => KINDS.map((kind) => ({ kind, confirmed })));

export function partKey({ kind, confirmed }: Part): string {
  return `${kind}-${confirmed}`;
}

/** How many cases of a bar are of this part. */
export function partCount(bar: Bar, part: Part): number {
  return bar.segments.find(({ kind, confirmed }) => kind === part.kind && confirmed === part.confirmed)?.count ?? 0;
}

/** Those parts that any bar has. */
export function partsIn(bars: readonly Bar[]): Part[] {
  return PARTS.filter((part) => bars.some((bar) => partCount(bar, part) > 0));
}

type Box = { x?: number; y?: number; width?: number; height?: number };

/** The rectangle that the server has drawn, in the place that the chart library gives it. */
export function PartShape({ part, lying, x = 0, y = 0, width = 0, height = 0 }: Box & { part: Part; lying: boolean }) {
  if (width <= 0 || height <= 0) return null;
  const gap = lying ? 1.4 : GAP;
  const box = lying
    ? { x: x + gap / 2, y: y + gap / 2, width: Math.max(0.5, width - gap), height: height - gap }
    : { x: x, y: y + gap / 2, width, height: Math.max(0.5, height - gap) };
  return <rect className={segmentClass(part)} {...box} />;
}
