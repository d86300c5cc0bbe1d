import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { Form, Link } from "@remix-run/react";
import { isFiltered, NO_FILTER } from "#app/domain/filter-address.ts";
import type { Participant } from "../charts/participant.ts";
import { FilterChips } from "../totals/filter-chips.tsx";
import { FilterFields } from "../totals/filter-fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { Menu } from "../ui/menu.tsx";
import { useText } from "../ui/text-context.tsx";
import type { FilterNames } from "../workspace/use-filter-names.ts";
import type { LinkedFilter } from "./use-linked-filter.ts";
import "./filter-bar.css";

type FilterBarProps = {
  linked: Pick<LinkedFilter, "filter" | "addressOf">;
  participants: readonly Participant[];
  modes: readonly string[];
  names: FilterNames;
  /** What else the address says and the form keeps. */
  keep?: readonly (readonly [name: string, value: string])[];
};

/** What holds now as chips to take away, and a form of the address to change it. */
export function FilterBar({ linked, participants, modes, names, keep = [] }: FilterBarProps) {
  const { filter, addressOf } = linked;
  const text = useText();
  return (
    // Another address is another form: what stands in it is then drawn anew.
    <Form method="get" className="filter-bar screen-only" key={addressOf(filter)}>
      {keep.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterChips filter={filter} participants={participants} names={names} addressOf={addressOf} />
      {isFiltered(filter) && (
        <Link to={addressOf(NO_FILTER)} className="chip" preventScrollReset>
          {text("figure.filter.clear")}
        </Link>
      )}
      <Menu
        summaryClass="chip chip-add"
        summary={
          <>
            <Icon of={FunnelIcon} />
            {text("figure.filter")}
          </>
        }
      >
        <FilterFields filter={filter} participants={participants} modes={modes} />
      </Menu>
    </Form>
  );
}
