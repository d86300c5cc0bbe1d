import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useParticipants } from "#app/components/workspace/use-workspace.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";

/** What a filter lets through, in a few words; a field that is not known here stands as it is written in an address. */
export function useFilterWords(): (filter: FactFilter) => string {
  const text = useText();
  const format = useFormat();
  const participants = useParticipants();
  const nameOf = (code: string) => participants.find((participant) => participant.code === code)?.name ?? code;
  return ({ from, to, slots, groups, modes, states, reporters, ...further }) => {
    const words = [
      ...(from === null ? [] : [text("figure.filter.since", { day: format.day(from) })]),
      ...(to === null ? [] : [text("figure.filter.until", { day: format.day(to) })]),
      ...slots.map((slot) => text(`slot.${slot}`)),
      ...groups.map((group) => text.commodity(group)),
      ...modes.map((mode) => text.code("mode", mode)),
      ...states.map((state) => text(`figure.filter.state.${state}`)),
      ...reporters.map(nameOf),
      ...Object.entries(further).flatMap(([name, value]) => wordsOf(name, value)),
    ];
    return words.length === 0 ? text("views.all_cases") : words.join(" · ");
  };
}

function wordsOf(name: string, value: unknown): string[] {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return [];
  const said = Array.isArray(value) ? value.join(", ") : typeof value === "object" ? JSON.stringify(value) : value;
  return [`${name}: ${said}`];
}
