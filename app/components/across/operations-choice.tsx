import { StackIcon } from "@phosphor-icons/react/dist/ssr/Stack";
import { Form } from "@remix-run/react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { OPERATION, type StatisticsLook, statisticsAddress } from "../totals/statistics-address.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/choices.tsx";
import { Field } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import type { SaidOperation } from "./across-view.tsx";

type OperationsChoiceProps = {
  offered: readonly SaidOperation[];
  counted: readonly SaidOperation[];
  filter: FactFilter;
  look: StatisticsLook;
};

/** Which operations are counted; a form of the address, so that it works without scripts. */
export function OperationsChoice({ offered, counted, filter, look }: OperationsChoiceProps) {
  const text = useText();
  const format = useFormat();
  const rest = [...new URLSearchParams(statisticsAddress(filter, { ...look, operations: [] }))];
  const isCounted = (id: string) => counted.some((one) => one.id === id);
  const leavesOut = offered.some(({ kind }) => kind === "live") && offered.some(({ kind }) => kind !== "live");
  return (
    <Form method="get" className="across-choice screen-only" key={statisticsAddress(filter, look)}>
      {rest.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <details>
        <summary className="chip chip-add">
          <Icon of={StackIcon} />
          {text("across.chosen", { n: counted.length, of: offered.length })}
        </summary>
        <div className="filter-fields">
          <Field label={text("across.choose")} hint={leavesOut ? text("across.others_real") : undefined} group>
            <div className="across-operations">
              {offered.map(({ id, code, name, startsOn, endsOn }) => (
                <Checkbox key={id} name={OPERATION} value={id} defaultChecked={isCounted(id)}>
                  {name}{" "}
                  <span className="caption">
                    {code} · {format.dayRange(startsOn, endsOn)}
                  </span>
                </Checkbox>
              ))}
            </div>
          </Field>
          <Button type="submit" kind="primary">
            {text("across.go")}
          </Button>
        </div>
      </details>
    </Form>
  );
}
