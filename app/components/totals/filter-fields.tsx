import { SLOTS } from "#app/domain/commodity-groups.ts";
import type { FactFilter } from "#app/domain/fact-filter.ts";
import { NAME_OF } from "#app/domain/filter-address.ts";
import type { Participant } from "../charts/participant.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox, Tiles } from "../ui/choices.tsx";
import { Field } from "../ui/field.tsx";
import { Select, TextInput } from "../ui/inputs.tsx";
import { CommodityMark } from "../ui/marks.tsx";
import { useText } from "../ui/text-context.tsx";
import "./totals.css";

type FilterFieldsProps = {
  filter: FactFilter;
  participants: readonly Participant[];
  modes: readonly string[];
  /** Figures never count what was withdrawn; a list may show it. */
  states?: readonly FactFilter["states"][number][];
};

/** What the form has no field for stays as it is. */
const KEPT = [
  ...(["groups", "commodities", "placeKinds", "directions", "detections", "concealments"] as const),
  ...(["seizedIn", "through", "corridors"] as const),
] as const;

const COUNTED = ["verified", "submitted"] as const;

/** The fields of a filter inside a form of the address; works without scripts. */
export function FilterFields({ filter, participants, modes, states = COUNTED }: FilterFieldsProps) {
  const text = useText();
  return (
    <div className="filter-fields">
      {KEPT.flatMap((field) =>
        filter[field].map((value) => (
          <input key={`${field} ${value}`} type="hidden" name={NAME_OF[field]} value={value} />
        )),
      )}
      {filter.box && <input type="hidden" name="box" value={filter.box.join(",")} />}
      <Field label={text("figure.filter.goods")} group>
        <Tiles
          name="slot"
          several
          shape="row"
          initial={filter.slots}
          choices={SLOTS.map((slot) => ({
            value: slot,
            label: text(`slot.${slot}`),
            mark: <CommodityMark slot={slot} />,
          }))}
        />
      </Field>
      <div className="filter-line">
        <Field label={text("figure.filter.from")}>
          <TextInput type="date" name="from" defaultValue={filter.from ?? ""} />
        </Field>
        <Field label={text("figure.filter.to")}>
          <TextInput type="date" name="to" defaultValue={filter.to ?? ""} />
        </Field>
        <Field label={text("figure.filter.mode")}>
          <Select
            name="mode"
            none={text("figure.filter.any")}
            options={modes.map((mode) => ({ value: mode, label: text.code("mode", mode) }))}
            defaultValue={filter.modes[0] ?? ""}
          />
        </Field>
        <Field label={text("figure.filter.state")} group>
          <div className="row wrap gap-4">
            {states.map((state) => (
              <Checkbox key={state} name="state" value={state} defaultChecked={filter.states.includes(state)}>
                {text(`figure.filter.state.${state}`)}
              </Checkbox>
            ))}
          </div>
        </Field>
      </div>
      <Field label={text("figure.filter.reporter")} group>
        <div className="filter-reporters">
          {participants.map(({ code, name }) => (
            <Checkbox key={code} name="reporter" value={code} defaultChecked={filter.reporters.includes(code)}>
              {name}
            </Checkbox>
          ))}
        </div>
      </Field>
      <Button type="submit" kind="primary">
        {text("figure.filter.go")}
      </Button>
    </div>
  );
}
