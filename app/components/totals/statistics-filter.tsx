import { FunnelIcon } from "@phosphor-icons/react/dist/ssr/Funnel";
import { Form, Link } from "@remix-run/react";
import { thanParams } from "#app/domain/compared-periods.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { choiceParams } from "#app/domain/figures/chart-choice.ts";
import { isFiltered, NO_FILTER } from "#app/domain/filter-address.ts";
import { KNOWN } from "#app/domain/known-moment.ts";
import type { Participant } from "../charts/participant.ts";
import { Icon } from "../ui/icon.tsx";
import { useText } from "../ui/text-context.tsx";
import type { FilterNames } from "../workspace/use-filter-names.ts";
import { FilterChips } from "./filter-chips.tsx";
import { FilterFields } from "./filter-fields.tsx";
import { OPERATION, type StatisticsLook, statisticsAddress, usualGrain } from "./statistics-address.ts";

type StatisticsFilterProps = {
  filter: FactFilter;
  look: StatisticsLook;
  participants: readonly Participant[];
  modes: readonly string[];
  names?: FilterNames;
};

/** Which cases the page speaks of: what holds now as chips to take away, and a form of its address to change it. */
export function StatisticsFilter({ filter, look, participants, modes, names }: StatisticsFilterProps) {
  const text = useText();
  const addressOf = (other: FactFilter) => statisticsAddress(other, look);
  return (
    // Another address is another form: what stands in it is then drawn anew.
    <Form method="get" className="statistics-filter chips-form screen-only" key={addressOf(filter)}>
      {look.order !== "name" && <input type="hidden" name="order" value={look.order} />}
      {look.by !== "cases" && <input type="hidden" name="by" value={look.by} />}
      {look.known && <input type="hidden" name={KNOWN} value={look.known} />}
      {thanParams(look.than ?? null).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {choiceParams(look.charts).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {look.operations?.map((id) => (
        <input key={id} type="hidden" name={OPERATION} value={id} />
      ))}
      {look.per !== usualGrain(look) && <input type="hidden" name="per" value={look.per} />}
      <FilterChips filter={filter} participants={participants} names={names} addressOf={addressOf} />
      {isFiltered(filter) && (
        <Link to={addressOf(NO_FILTER)} className="button button-quiet button-small" preventScrollReset>
          {text("figure.filter.clear")}
        </Link>
      )}
      <details>
        <summary className="chip chip-add">
          <Icon of={FunnelIcon} />
          {text("figure.filter")}
        </summary>
        <FilterFields filter={filter} participants={participants} modes={modes} />
      </details>
    </Form>
  );
}
