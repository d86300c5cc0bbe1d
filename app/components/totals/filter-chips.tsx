import type { FactFilter } from "#app/domain/fact-filter.ts";
import type { Participant } from "../charts/participant.ts";
import { Chip } from "../ui/chip.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";

type FilterChipsProps = {
  filter: FactFilter;
  participants: readonly Participant[];
  /** The address of the page with another filter. */
  addressOf: (filter: FactFilter) => string;
};

/** What a filter lets through now, each value with the way to take it away. */
export function FilterChips({ filter, participants, addressOf }: FilterChipsProps) {
  const text = useText();
  const format = useFormat();
  const nameOf = (code: string) => participants.find((participant) => participant.code === code)?.name ?? code;
  const less = <T,>(values: readonly T[], gone: T) => values.filter((value) => value !== gone);
  const { from, to, slots, groups, modes, states, reporters } = filter;
  const chips: [name: string, rest: Partial<FactFilter>][] = [
    ...(from === null ? [] : [[text("figure.filter.since", { day: format.day(from) }), { from: null }] as const]),
    ...(to === null ? [] : [[text("figure.filter.until", { day: format.day(to) }), { to: null }] as const]),
    ...slots.map((slot) => [text(`slot.${slot}`), { slots: less(slots, slot) }] as const),
    ...groups.map((group) => [text.commodity(group), { groups: less(groups, group) }] as const),
    ...modes.map((mode) => [text.code("mode", mode), { modes: less(modes, mode) }] as const),
    ...states.map((state) => [text(`figure.filter.state.${state}`), { states: less(states, state) }] as const),
    ...reporters.map((code) => [nameOf(code), { reporters: less(reporters, code) }] as const),
  ].map(([name, rest]) => [name, rest]);
  return chips.map(([name, rest]) => <Chip key={name} name={name} removeTo={addressOf({ ...filter, ...rest })} />);
}
