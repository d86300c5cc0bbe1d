import { SlidersHorizontalIcon } from "@phosphor-icons/react/dist/ssr/SlidersHorizontal";
import { Form } from "@remix-run/react";
import { writeAmount } from "#app/domain/figures/amounts.ts";
import {
  CHOSEN_KEYS,
  type ChartChoice,
  type ChosenFigure,
  measureName,
  splitName,
} from "#app/domain/figures/chart-choice.ts";
import { canCross, PIVOT_KEYS } from "#app/domain/figures/pivot.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { Select } from "../ui/inputs.tsx";
import { useText } from "../ui/text-context.tsx";
import { type Measured, useMeasureOptions } from "./amount-words.ts";
import "./chart-choice.css";

type ChartChoiceProps = {
  figure: ChosenFigure;
  title: string;
  choice: ChartChoice | undefined;
  quantities: readonly Measured[];
  /** The address of the page without what is chosen for this chart. */
  rest: URLSearchParams;
};

/** What one chart adds up and is split by: a form of the address, so that it works without scripts and is kept in views. */
export function ChartChoiceForm({ figure, title, choice, quantities, rest }: ChartChoiceProps) {
  const text = useText();
  const measures = useMeasureOptions(quantities, choice?.amount ?? null);
  const splits = PIVOT_KEYS.filter((key) => canCross(CHOSEN_KEYS[figure], key));
  const hidden = [...rest];
  return (
    <details
      className="chart-choice screen-only"
      key={`${choice?.split} ${choice?.amount && writeAmount(choice.amount)}`}
    >
      <summary className="button button-quiet button-small">
        <Icon of={SlidersHorizontalIcon} />
        <span className="aside">{text("choice.of", { title })}</span>
        <span aria-hidden="true">{text("choice.short")}</span>
      </summary>
      <Form method="get" className="chart-choice-form" preventScrollReset>
        {hidden.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <Field label={text("choice.measure")}>
          <Select
            name={measureName(figure)}
            options={[{ value: "", label: text("choice.cases") }, ...measures]}
            defaultValue={choice?.amount ? writeAmount(choice.amount) : ""}
          />
        </Field>
        <Field label={text("choice.split")}>
          <Select
            name={splitName(figure)}
            options={[
              { value: "", label: text("choice.split.none") },
              ...splits.map((value) => ({ value, label: text(`pivot.key.${value}`) })),
            ]}
            defaultValue={choice?.split ?? ""}
          />
        </Field>
        <Button type="submit" kind="primary" size="small">
          {text("figure.filter.go")}
        </Button>
      </Form>
    </details>
  );
}
