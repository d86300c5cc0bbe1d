import type { PivotKey } from "#app/domain/figures/pivot.ts";
import type { Participant } from "../charts/participant.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import type { FilterNames } from "../workspace/use-filter-names.ts";

type Names = { participants: readonly Participant[]; names: FilterNames };

/** How the values of each key are called; what nobody has stated is said so. */
export function useValueNames({ participants, names }: Names): (key: PivotKey, value: string | null) => string {
  const text = useText();
  const format = useFormat();
  const of: Record<PivotKey, (value: string) => string> = {
    reporter: (code) => participants.find((participant) => participant.code === code)?.name ?? code,
    country: names.place,
    slot: (slot) => text.label(`slot.${slot}`),
    group: text.commodity,
    commodity: text.commodity,
    corridor: names.corridor,
    mode: (code) => text.code("mode", code),
    placeKind: (code) => text.code("place_kind", code),
    direction: (code) => text.code("direction", code),
    detection: (code) => text.code("detection", code),
    concealment: (code) => text.code("concealment_method", code),
    day: format.dayShort,
  };
  return (key, value) => (value === null ? text("figure.not_stated") : of[key](value));
}
