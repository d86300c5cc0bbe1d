import type { FactFilter } from "#app/domain/fact-filter.ts";
import { Chip } from "../ui/chip.tsx";
import { type SaidFilter, useFilterWords } from "./filter-words.ts";

/** `addressOf`: the address of the page with another filter. */
type FilterChipsProps = SaidFilter & { addressOf: (filter: FactFilter) => string };

/** What a filter lets through now, each value with the way to take it away. */
export function FilterChips({ addressOf, ...said }: FilterChipsProps) {
  const { filter } = said;
  return useFilterWords(said).map(([name, rest]) => (
    <Chip key={name} name={name} removeTo={addressOf({ ...filter, ...rest })} />
  ));
}
