import { useState } from "react";
import { Ask, AskArea } from "#app/components/form/ask.tsx";
import { anchorOf, useFieldErrors, useTyped, useTypedValues } from "#app/components/form/form-context.tsx";
import { Tiles } from "#app/components/ui/choices.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { NumberInput } from "#app/components/ui/inputs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { CONTROL_KINDS } from "#app/domain/tally/control-kinds.ts";
import { TallyGroups } from "./tally-groups.tsx";
import { TallyMark } from "./tally-mark.tsx";

export type TallyChoices = {
  groups: readonly string[];
  /** The unit that goods of a group are usually given in. */
  usual: Readonly<Record<string, string>>;
  units: readonly string[];
};

type TallyFieldsProps = {
  /** "tallies.0" */
  name: string;
  day: string;
  /** The version that the writer has before the eyes; 0 where there is none. */
  baseVersion: number;
  choices: TallyChoices;
  /** With several days on a page one may be left for later. */
  mayWait?: boolean;
  /** What the answer is, where the page holds it. */
  said?: string;
  onSaid?: (said: string) => void;
};

/** One day: nil, or what was seized, with persons, controls and a remark. */
export function TallyFields({ name, day, baseVersion, choices, mayWait = false, ...held }: TallyFieldsProps) {
  const hydrated = useHydrated();
  const typed = useTyped(`${name}.said`);
  const [own, setOwn] = useState(typed);
  const said = held.said ?? own;
  const shut = hydrated && said !== "some";
  return (
    <div className="stack gap-4">
      <input type="hidden" name={`${name}.day`} value={day} />
      <input type="hidden" name={`${name}.baseVersion`} value={baseVersion} />
      <Said name={name} said={said} mayWait={mayWait} choose={held.onSaid ?? setOwn} />
      {/* What was typed stays, and is not sent while the answer is nil. */}
      <fieldset className="tally-some" hidden={shut} disabled={shut}>
        <TallyGroups name={`${name}.groups`} choices={choices} />
        <Count name={`${name}.arrested`} label="tally.arrested" />
      </fieldset>
      {!(hydrated && said === "") && <More name={name} />}
    </div>
  );
}

type SaidProps = { name: string; said: string; mayWait: boolean; choose: (said: string) => void };

function Said({ name, said, mayWait, choose }: SaidProps) {
  const text = useText();
  const errors = [
    ...useFieldErrors(`${name}.nil`),
    ...useFieldErrors(`${name}.said`),
    ...useFieldErrors(`${name}.day`),
  ];
  const answers = [
    { value: "nil", label: text(mayWait ? "tally.said.nil.short" : "tally.said.nil"), mark: <TallyMark mark="nil" /> },
    {
      value: "some",
      label: text(mayWait ? "tally.said.some.short" : "tally.said.some"),
      mark: <TallyMark mark="reported" />,
    },
  ];
  const open = { value: "", label: text("tally.said.open"), mark: <TallyMark mark="not_due" /> };
  return (
    <div id={anchorOf(`${name}.nil`)}>
      <span id={anchorOf(`${name}.said`)} />
      <span id={anchorOf(`${name}.day`)} />
      <Field group label={text("tally.said")} errors={errors}>
        <Tiles
          name={`${name}.said`}
          choices={mayWait ? [open, ...answers] : answers}
          value={[said]}
          onChoose={(value) => choose(value)}
        />
      </Field>
    </div>
  );
}

function Count({
  name,
  label,
}: {
  name: string;
  label: "tally.arrested" | `tally.controls.${(typeof CONTROL_KINDS)[number]}`;
}) {
  const text = useText();
  return (
    <Ask name={name} label={text(label)} optional>
      <NumberInput whole name={name} defaultValue={useTyped(name)} className="tally-count" />
    </Ask>
  );
}

/** Controls and remark, folded away: most days need neither. Open where something is typed or wrong. */
function More({ name }: { name: string }) {
  const text = useText();
  const values = useTypedValues();
  const errors = useFieldErrors(`${name}.remark`).length + useCountErrors(name);
  const filled =
    values[`${name}.remark`] || CONTROL_KINDS.some((kind) => values[`${name}.controls.${kind}`]) || errors > 0;
  return (
    <details className="tally-more" open={filled ? true : undefined}>
      <summary>{text("tally.more")}</summary>
      <div className="stack gap-4">
        <p className="caption">{text("tally.controls.hint")}</p>
        <div className="fields tally-controls">
          {CONTROL_KINDS.map((kind) => (
            <Count key={kind} name={`${name}.controls.${kind}`} label={`tally.controls.${kind}`} />
          ))}
        </div>
        <AskArea
          name={`${name}.remark`}
          label={text("tally.remark")}
          hint={text("tally.remark.hint")}
          rows={2}
          optional
        />
      </div>
    </details>
  );
}

function useCountErrors(name: string): number {
  const [containers, parcels] = [
    useFieldErrors(`${name}.controls.containers`),
    useFieldErrors(`${name}.controls.parcels`),
  ];
  const [passengers, vehicles] = [
    useFieldErrors(`${name}.controls.passengers`),
    useFieldErrors(`${name}.controls.vehicles`),
  ];
  return [containers, parcels, passengers, vehicles].flat().length;
}

/** In which decimal mark quantities are typed: the reader's. */
export function DecimalMark() {
  return <input type="hidden" name="mark" value={useFormat().mark} />;
}

/** Names for the summary of errors, by the last part of a field's name. */
export function useTallyLabels(): Record<string, string> {
  const text = useText();
  return {
    day: text("tally.said"),
    nil: text("tally.said"),
    groups: text("tally.groups"),
    group: text("tally.goods"),
    cases: text("tally.cases"),
    quantity: text("tally.quantity"),
    unit: text("tally.unit"),
    arrested: text("tally.arrested"),
    ...Object.fromEntries(CONTROL_KINDS.map((kind) => [kind, text(`tally.controls.${kind}`)])),
    remark: text("tally.remark"),
    tallies: text("tally.title"),
  };
}
