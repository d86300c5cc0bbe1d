import { CHOICES_OF, type PanelKind, panelQuery } from "#app/domain/dashboard.ts";
import { writeFactFilter } from "#app/domain/filter-address.ts";
import { filterOf } from "#app/domain/saved-view.ts";
import { AskChoice } from "../form/ask.tsx";
import { FormState } from "../form/form-context.tsx";
import { useText } from "../ui/text-context.tsx";
import type { FilterToChoose } from "./dashboard-types.ts";

type PanelLookProps = { kind: PanelKind; query: string; filters: readonly FilterToChoose[] };

/** With which filter a panel counts, and how it is looked at where there is a choice. */
export function PanelLook({ kind, query, filters }: PanelLookProps) {
  const text = useText();
  const choice = CHOICES_OF[kind];
  const now = writeFactFilter(filterOf(query).filter).toString();
  const others = filters.filter((one) => one.query !== "" && one.query !== now);
  const options = [
    ...(now === "" ? [] : [{ value: now, label: text("dashboards.filter.keep") }]),
    ...[...new Map(others.map((one) => [one.query, one])).values()].map(({ name, query: value }) => ({
      value,
      label: text("dashboards.filter.of_view", { name }),
    })),
  ];
  const look = new URLSearchParams(panelQuery(kind, query)).get(choice?.name ?? "");
  return (
    <FormState initial={{ query: now, look: look && choice ? `${choice.name}=${look}` : "" }}>
      <AskChoice
        name="query"
        label={text("dashboards.filter")}
        hint={text("dashboards.filter.hint")}
        options={options}
        none={text("views.all_cases")}
      />
      {choice && (
        <AskChoice
          name="look"
          label={text(choice.name === "order" ? "figure.order" : "figure.per")}
          options={choice.values.slice(1).map((value) => ({
            value: `${choice.name}=${value}`,
            label: text(value === "rank" ? "figure.order.rank" : "figure.per.day"),
          }))}
          none={text(choice.name === "order" ? "figure.order.name" : "figure.per.week")}
        />
      )}
    </FormState>
  );
}
