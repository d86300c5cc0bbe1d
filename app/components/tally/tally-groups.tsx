import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { useState } from "react";
import { Ask } from "#app/components/form/ask.tsx";
import { anchorOf, useFieldErrors, useTyped, useTypedValues } from "#app/components/form/form-context.tsx";
import { Button, IconButton } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { NumberInput, Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { TallyAmount } from "./tally-amount.tsx";
import type { TallyChoices } from "./tally-fields.tsx";
import { rowsOf } from "./tally-values.ts";

type TallyGroupsProps = { name: string; choices: TallyChoices };

/** Kinds of goods with their cases and quantities: as many lines as hold something, and an empty one. */
export function TallyGroups({ name, choices }: TallyGroupsProps) {
  const text = useText();
  const hydrated = useHydrated();
  const filled = rowsOf(useTypedValues(), name);
  const next = (filled.at(-1) ?? -1) + 1;
  const [rows, setRows] = useState<readonly number[]>(filled.length > 0 ? filled : [next]);
  const add = () => setRows((now) => [...now, (now.at(-1) ?? -1) + 1]);
  return (
    <div id={anchorOf(name)}>
      <Field group label={text("tally.groups")} hint={text("tally.groups.hint")} errors={useFieldErrors(name)}>
        <ul className="tally-groups">
          {rows.map((row, at) => (
            <GroupLine
              key={row}
              name={`${name}.${row}`}
              at={at + 1}
              choices={choices}
              remove={() => setRows((now) => (now.length > 1 ? now.filter((one) => one !== row) : [row + 1]))}
            />
          ))}
        </ul>
        {/* Without scripts the server answers with one line more. */}
        <Button
          type={hydrated ? "button" : "submit"}
          name="step"
          value="row"
          kind="quiet"
          size="small"
          icon={PlusIcon}
          onClick={hydrated ? add : undefined}
          formNoValidate
        >
          {text("tally.group.more")}
        </Button>
      </Field>
    </div>
  );
}

type GroupLineProps = { name: string; at: number; choices: TallyChoices; remove: () => void };

function GroupLine({ name, at, choices, remove }: GroupLineProps) {
  const text = useText();
  const [group, setGroup] = useState(useTyped(`${name}.group`));
  const lines = rowsOf(useTypedValues(), `${name}.quantities`);
  const usual = choices.usual[group] ?? "";
  return (
    <li className="tally-group">
      <Ask name={`${name}.group`} label={text("tally.group.row", { n: at })}>
        <Select
          name={`${name}.group`}
          value={group}
          onChange={(event) => setGroup(event.currentTarget.value)}
          none={text("tally.group.none")}
          options={choices.groups.map((code) => ({ value: code, label: text.commodity(code) }))}
        />
      </Ask>
      <Ask name={`${name}.cases`} label={text("tally.cases")}>
        <NumberInput whole name={`${name}.cases`} defaultValue={useTyped(`${name}.cases`)} />
      </Ask>
      <div className="tally-amounts">
        {(lines.length > 0 ? lines : [0]).map((line) => (
          <TallyAmount
            key={line}
            name={`${name}.quantities.${line}`}
            group={group}
            usual={usual}
            units={choices.units}
          />
        ))}
      </div>
      <IconButton icon={TrashIcon} label={text("tally.group.remove")} size="small" onClick={remove} />
    </li>
  );
}
