import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { ManyField } from "#app/domain/filter-address.ts";
import type { Participant } from "../charts/participant.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import type { FilterNames } from "../workspace/use-filter-names.ts";

export type SaidFilter = {
  filter: FactFilter;
  participants: readonly Participant[];
  /** Words for places and corridors; where they are not at hand, these stand as their codes. */
  names?: FilterNames;
};

/** Where nobody knows the names of places. */
export const AS_CODES: FilterNames = { place: (value) => value, corridor: (key) => key, box: (box) => box.join(", ") };

/** Each value of a filter in words, with what the filter says without it. */
export function useFilterWords(said: SaidFilter): [name: string, rest: Partial<FactFilter>][] {
  const { filter, participants, names = AS_CODES } = said;
  const text = useText();
  const format = useFormat();
  const { from, to, box } = filter;
  const words = useValueWords({ participants, names });
  const of = (field: ManyField) =>
    filter[field].map((value) => {
      const rest = filter[field].filter((other) => other !== value);
      return [words[field](value), { [field]: rest }] as const;
    });
  const chips: (readonly [name: string, rest: Partial<FactFilter>])[] = [
    ...(from === null ? [] : [[text("figure.filter.since", { day: format.day(from) }), { from: null }] as const]),
    ...(to === null ? [] : [[text("figure.filter.until", { day: format.day(to) }), { to: null }] as const]),
    ...FIELDS.flatMap(of),
    ...(box === null ? [] : [[names.box(box), { box: null }] as const]),
  ];
  return chips.map(([name, rest]) => [name, rest]);
}

const FIELDS: readonly ManyField[] = [
  ...(["slots", "groups", "commodities", "modes", "placeKinds", "directions", "detections", "concealments"] as const),
  ...(["states", "reporters", "seizedIn", "through", "corridors"] as const),
];

type Naming = { participants: readonly Participant[]; names: FilterNames };

/** How each value of a filter is called. */
export function useValueWords({ participants, names }: Naming): Record<ManyField, (value: string) => string> {
  const text = useText();
  return {
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
    seizedIn: (value) => text("linked.seized_in", { place: names.place(value) }),
    through: (value) => text("linked.through", { place: names.place(value) }),
    corridors: names.corridor,
  };
}
