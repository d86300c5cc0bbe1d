import type { CDPSession, Page } from "@playwright/test";

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
 * One move of the window's end by keyboard, told apart in what the page does until every view has its figures and what
 * drawing takes beyond it. The event is sent from inside, so that nothing of the driver is counted.
 */
export async function brushStep(
  page: Page,
  key: "ArrowLeft" | "ArrowRight",
): Promise<{ figures: number; drawn: number }> {
  return page.evaluate(async (pressed) => {
    const handle = document.querySelector<HTMLElement>("[data-end=last]");
    const headline = document.querySelector(".map-side .headline-number");
    const canvas = document.querySelector(".map-canvas");
    if (!handle || !headline || !canvas) throw new Error("The page has no window over the days");
    const before = headline.textContent;
    const began = performance.now();
    handle.dispatchEvent(new KeyboardEvent("keydown", { key: pressed, bubbles: true }));
    const turn = () => new Promise<void>((done) => setTimeout(done, 0));
    while (headline.textContent === before && performance.now() - began < 5_000) await turn();
    const figures = performance.now() - began;
    await new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
    while (canvas.getAttribute("data-state") !== "idle" && performance.now() - began < 20_000) await turn();
    return { figures, drawn: performance.now() - began };
  }, key);
}

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
