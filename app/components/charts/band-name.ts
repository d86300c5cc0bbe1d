import type { DelayBand } from "#app/domain/figures/delays.ts";
import { useText } from "../ui/text-context.tsx";

/** How a band is called: the same day, the next day, after so many. */
export function useBandName(): (band: DelayBand) => string {
  const text = useText();
  return ({ from, to }) => {
    if (to === null) return text("figure.delay.over", { n: from - 1 });
    return from === to
      ? text(from === 0 ? "figure.delay.0" : "figure.delay.1")
      : text("figure.delay.between", { from, to });
  };
}

/** The cases of a band, in words. */
export function useDelayWords(): (band: DelayBand) => string {
  const text = useText();
  const nameOf = useBandName();
  return (band) => text("figure.delay.released", { when: nameOf(band) });
}
