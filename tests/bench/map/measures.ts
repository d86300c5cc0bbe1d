import type { CDPSession, Page } from "@playwright/test";
import { z } from "zod";

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Milliseconds that the page's own thread has worked in all: scripts, style, layout and paint. */
export async function workedMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN);
}

export async function heapMb(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 1e6;
}

/**
 * One move of the window's end by keyboard, marked in the page's timeline: when it begins, once every view has its figures,
 * and once the map is drawn. The event is sent from inside, so that nothing of the driver is counted.
 */
export async function brushStep(page: Page, key: "ArrowLeft" | "ArrowRight"): Promise<void> {
  await page.evaluate(async (pressed) => {
    const handle = document.querySelector<HTMLElement>("[data-end=last]");
    const headline = document.querySelector(".map-side .headline-number");
    const canvas = document.querySelector(".map-canvas");
    if (!handle || !headline || !canvas) throw new Error("The page has no window over the days");
    const before = headline.textContent;
    const began = performance.now();
    performance.mark("brush");
    handle.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
    while (headline.textContent === before && performance.now() - began < 5_000)
      await new Promise((done) => setTimeout(done, 0));
    performance.mark("figures");
    await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    while (canvas.getAttribute("data-state") !== "idle" && performance.now() - began < 20_000)
      await new Promise((done) => setTimeout(done, 0));
    performance.mark("drawn");
  }, key);
}

const TraceEvent = z.object({
  name: z.string(),
  ts: z.number(),
  tid: z.number(),
  /** Microseconds that the thread itself has run. */
  tdur: z.number().optional(),
});
type TraceEvent = z.infer<typeof TraceEvent>;

/**
 * What the page's own thread worked for each step of a trace until the figures stood in every view, and from there on for
 * drawing; in milliseconds of that thread alone, whatever else the machine does.
 */
export function stepsOf(trace: Buffer): { figures: number; drawn: number }[] {
  const { traceEvents } = z.object({ traceEvents: z.array(z.unknown()) }).parse(JSON.parse(trace.toString("utf8")));
  const events = traceEvents.flatMap((event) => TraceEvent.safeParse(event).data ?? []);
  const marks = events.filter(({ name }) => ["brush", "figures", "drawn"].includes(name)).sort(byTime);
  const thread = marks[0]?.tid;
  const tasks = events.filter(({ name, tid, tdur }) => name === "RunTask" && tid === thread && tdur !== undefined);
  const worked = (from: number, to: number) =>
    tasks.reduce((sum, { ts, tdur = 0 }) => sum + (ts >= from && ts < to ? tdur : 0), 0) / 1000;
  return marks.flatMap((mark, at) => {
    const [figures, drawn] = [marks[at + 1], marks[at + 2]];
    if (mark.name !== "brush" || !figures || !drawn) return [];
    // The task in which the step begins has begun before its mark.
    const begun =
      tasks
        .filter(({ ts }) => ts <= mark.ts)
        .sort(byTime)
        .at(-1)?.ts ?? mark.ts;
    return [{ figures: worked(begun, figures.ts), drawn: worked(figures.ts, drawn.ts) }];
  });
}

const byTime = (left: TraceEvent, right: TraceEvent) => left.ts - right.ts;

/** What is written into the trace of a page for this. */
export const TRACED = ["blink.user_timing", "disabled-by-default-devtools.timeline"];

/** Milliseconds between pictures while the film plays. */
export async function frames(page: Page, ms: number): Promise<number[]> {
  return page.evaluate(async (long) => {
    const gaps: number[] = [];
    const began = performance.now();
    let last = began;
    while (last - began < long) {
      const at = await new Promise<number>((done) => requestAnimationFrame(done));
      gaps.push(at - last);
      last = at;
    }
    return gaps.slice(1);
  }, ms);
}
