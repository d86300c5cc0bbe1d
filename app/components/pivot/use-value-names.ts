import type { PivotKey } from "#app/domain/figures/pivot.ts";
import type { Participant } from "../charts/participant.ts";
import { useValueWords } from "../totals/filter-words.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import type { FilterNames } from "../workspace/use-filter-names.ts";

type Names = { participants: readonly Participant[]; names: FilterNames };

/** How the values of each key are called; what nobody has stated is said so. */
export function useValueNames({ participants, names }: Names): (key: PivotKey, value: string | null) => string {
  const text = useText();
  const format = useFormat();
  const words = useValueWords({ participants, names });
  const of: Record<PivotKey, (value: string) => string> = {
    reporter: words.reporters,
    country: names.place,
    slot: words.slots,
    group: words.groups,
    commodity: words.commodities,
    corridor: words.corridors,
    mode: words.modes,
    placeKind: words.placeKinds,
    direction: words.directions,
    detection: words.detections,
    concealment: words.concealments,
    day: format.dayShort,
  };
  return (key, value) => (value === null ? text("figure.not_stated") : of[key](value));
}
