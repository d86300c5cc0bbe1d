import { StackIcon } from "@phosphor-icons/react/dist/ssr/Stack";
import { Form, Link } from "@remix-run/react";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { OPERATION_KINDS } from "#app/domain/operation.ts";
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

const isFilled = (list: readonly unknown[]) => list.length > 0;

/** Which operations are counted; a form of the address, so that it works without scripts. */
export function OperationsChoice({ offered, counted, filter, look }: OperationsChoiceProps) {
  const text = useText();
  const format = useFormat();
  const rest = [...new URLSearchParams(statisticsAddress(filter, { ...look, operations: [] }))];
  const isCounted = (id: string) => counted.some((one) => one.id === id);
  const isOfKind = ({ kind }: SaidOperation) => counted.some((one) => one.kind === kind);
  const [together, apart] = [offered.filter(isOfKind), offered.filter((one) => !isOfKind(one))];
  const otherKinds = OPERATION_KINDS.map((kind) => apart.filter((one) => one.kind === kind)).filter(isFilled);
  return (
    <Form method="get" className="across-choice chips-form screen-only" key={statisticsAddress(filter, look)}>
      {rest.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <details>
        <summary className="chip chip-add">
          <Icon of={StackIcon} />
          {text("across.chosen", { n: counted.length, of: offered.length })}
        </summary>
        <div className="filter-fields">
          <Field label={text("across.choose")} group>
            <div className="across-operations">
              {together.map(({ id, code, name, startsOn, endsOn }) => (
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
          {otherKinds.length > 0 && (
            <div>
              <p className="caption">{text("across.apart")}</p>
              <ul className="across-apart">
                {otherKinds.map((all) => (
                  <li key={all[0]?.kind}>
                    <Link to={statisticsAddress(filter, { ...look, operations: all.map(({ id }) => id) })}>
                      {format.list(all.map(({ name }) => name))}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      </details>
    </Form>
  );
}
