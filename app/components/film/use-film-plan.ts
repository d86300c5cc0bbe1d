import { useFormat } from "#app/components/ui/text-context.tsx";
import { addDays } from "#app/domain/calendar.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { useLive } from "#app/live/live-context.tsx";
import type { Strip, Window } from "../linked/strip-days.ts";
import type { FilmPlan } from "./film-plan.ts";

/** The film by the days on which things happened, window by window; null until the facts have come. */
export function useFilmPlan(strip: Strip, filterOf: (window: Window) => FactFilter) {
  const { snapshot } = useLive();
  const format = useFormat();
  if (!snapshot) return null;
  const saidOf = ({ first, last }: Window) =>
    format.dayRange(addDays(strip.startsOn, first), addDays(strip.startsOn, last));
  return (windows: readonly Window[]): FilmPlan => ({
    clock: "happened",
    steps: windows.length,
    notes: [],
    async begin() {
      const { Snapshot } = await import("#app/live/snapshot.ts");
      // What comes in meanwhile would be in the last pictures alone.
      const facts = new Snapshot("film", 0, snapshot.facts(NO_FILTER), snapshot.whole);
      const stepOf = (window: Window) => ({ snapshot: facts, filter: filterOf(window), said: saidOf(window) });
      return {
        whole: stepOf({ first: 0, last: strip.days - 1 }),
        at(step) {
          const window = windows[step];
          if (!window) throw new RangeError(`No picture ${step}`);
          return stepOf(window);
        },
      };
    },
  });
}
