import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useFilterNames } from "#app/components/workspace/use-filter-names.ts";
import { useParticipants } from "#app/components/workspace/use-workspace.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { ManyField } from "#app/domain/filter-address.ts";

/** What a filter lets through, in a few words. `places` are the names of those that it speaks of. */
export function useFilterWords(filter: FactFilter, places: Readonly<Record<string, string>>): string {
  const text = useText();
  const format = useFormat();
  const words = useValueWords(filter, places);
  const { from, to, box } = filter;
  const said = [
    ...(from === null ? [] : [text("figure.filter.since", { day: format.day(from) })]),
    ...(to === null ? [] : [text("figure.filter.until", { day: format.day(to) })]),
    ...FIELDS.flatMap((field) => filter[field].map(words.of[field])),
    ...(box === null ? [] : [words.box(box)]),
  ];
  return said.length === 0 ? text("views.all_cases") : said.join(" · ");
}

const FIELDS: readonly ManyField[] = [
  ...(["slots", "groups", "commodities", "modes", "placeKinds", "directions", "detections", "concealments"] as const),
  ...(["states", "reporters", "seizedIn", "through", "corridors"] as const),
];

function useValueWords(filter: FactFilter, places: Readonly<Record<string, string>>) {
  const text = useText();
  const participants = useParticipants();
  const { place, corridor, box } = useFilterNames(filter, places);
  const of: Record<ManyField, (value: string) => string> = {
    slots: (slot) => text.label(`slot.${slot}`),
    groups: text.commodity,
    commodities: text.commodity,
    modes: (mode) => text.code("mode", mode),
    placeKinds: (kind) => text.code("place_kind", kind),
    directions: (direction) => text.code("direction", direction),
    detections: (code) => text.code("detection", code),
    concealments: (code) => text.code("concealment_method", code),
    states: (state) => text.label(`figure.filter.state.${state}`),
    reporters: (code) => participants.find((participant) => participant.code === code)?.name ?? code,
    seizedIn: (value) => text("linked.seized_in", { place: place(value) }),
    through: (value) => text("linked.through", { place: place(value) }),
    corridors: corridor,
  };
  return { of, box };
}
