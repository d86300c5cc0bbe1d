import { CheckIcon } from "@phosphor-icons/react/dist/ssr/Check";
import { useState } from "react";
import { anchorOf, useFieldErrors, useTyped } from "#app/components/form/form-context.tsx";
import { useNumberWords } from "#app/components/form/use-number-words.ts";
import { Checkbox } from "#app/components/ui/choices.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { NumberInput, Select } from "#app/components/ui/inputs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { readTypedDecimal } from "#app/domain/exact-decimal.ts";
import "./tally-amount.css";

type TallyAmountProps = {
  /** "tallies.0.groups.0.quantities.0" */
  name: string;
  group: string;
  usual: string;
  units: readonly string[];
};

/**
 * How much, and in what, said back in words; the unit follows the goods until somebody chooses one. What the server asked
 * back is confirmed here, and asked anew once its number or unit is changed.
 */
export function TallyAmount({ name, group, usual, units }: TallyAmountProps) {
  const text = useText();
  const format = useFormat();
  const [typed, setTyped] = useState(useTyped(`${name}.quantity`));
  const [chosen, setChosen] = useState(useTyped(`${name}.unit`));
  const unit = chosen || usual;
  const read = readTypedDecimal(typed, format.mark === "," ? "," : ".");
  const errors = [...useFieldErrors(`${name}.quantity`), ...useFieldErrors(`${name}.unit`)];
  return (
    <div id={anchorOf(`${name}.quantity`)} className="ask">
      <Field label={text("tally.quantity")} errors={errors}>
        <div className="tally-amount">
          <NumberInput
            name={`${name}.quantity`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div id={anchorOf(`${name}.unit`)}>
            <Select
              name={`${name}.unit`}
              aria-label={text("tally.unit")}
              value={unit}
              onChange={(event) => setChosen(event.currentTarget.value)}
              none={text("tally.unit.none")}
              options={units.map((code) => ({ value: code, label: format.unit(code, "2") }))}
            />
          </div>
        </div>
        {read !== null && unit !== "" && <SaidBack quantity={read} unit={unit} />}
      </Field>
      {read !== null && <AskedBack name={name} group={group} quantity={read} unit={unit} />}
    </div>
  );
}

type Said = { quantity: string; unit: string };

/** So that a slipped mark or unit is heard. */
function SaidBack({ quantity, unit }: Said) {
  const text = useText();
  const format = useFormat();
  const say = useNumberWords();
  const number = say?.(quantity, format.locale) ?? format.decimal(quantity);
  const named = text.label(`report.unit.${unit}`, { n: Number(quantity) }, "") || format.unit(unit, quantity);
  return (
    <span className="message tally-heard">
      <Icon of={CheckIcon} />
      <output>{text("report.amount.said", { words: `${number} ${named}` })}</output>
    </span>
  );
}

/** "1,200 kg of opiates in one day is right": what stands in the field, and nothing else, is confirmed by it. */
function AskedBack({ name, group, quantity, unit }: Said & { name: string; group: string }) {
  const text = useText();
  const format = useFormat();
  const what = `${quantity} ${unit}`;
  const confirmed = useTyped(`${name}.confirmed`);
  const asked = useFieldErrors(`${name}.quantity`).includes("tally.quantity.implausible");
  if (!asked && confirmed !== what) return null;
  return (
    <Checkbox key={what} name={`${name}.confirmed`} value={what} defaultChecked={confirmed === what}>
      {text("tally.quantity.confirm", { amount: format.quantity(quantity, unit), goods: text.commodity(group) })}
    </Checkbox>
  );
}
