import { ArrowUUpLeftIcon } from "@phosphor-icons/react/dist/ssr/ArrowUUpLeft";
import type { InputHTMLAttributes, ReactNode } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Tiles } from "#app/components/ui/choices.tsx";
import { useField } from "#app/components/ui/field.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { NumberInput, type Option, Select, TextArea, TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { stepText } from "#app/domain/seizure-form/steps.ts";
import { UNKNOWN } from "#app/domain/unknown.ts";
import { AskedField } from "./asked-field.tsx";
import { useChosen, useReport, useSet, useTake, useTyped } from "./report-context.ts";

type FieldProps = { name: string; label: string; hint?: ReactNode; optional?: boolean };
type TextFieldProps = FieldProps & { input?: InputHTMLAttributes<HTMLInputElement>; understood?: ReactNode };

export function TextField({ name, input, ...field }: TextFieldProps) {
  const value = useTyped(name);
  const set = useSet();
  return (
    <AskedField name={name} {...field}>
      <TextInput
        {...input}
        name={name}
        value={value}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
    </AskedField>
  );
}

export function LongTextField({ name, rows = 3, ...field }: FieldProps & { rows?: number }) {
  const value = useTyped(name);
  const set = useSet();
  return (
    <AskedField name={name} {...field}>
      <TextArea
        rows={rows}
        name={name}
        value={value}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
    </AskedField>
  );
}

export function NumberField({ name, whole, after, ...field }: FieldProps & { whole?: boolean; after?: string }) {
  const value = useTyped(name);
  const set = useSet();
  return (
    <AskedField name={name} {...field}>
      <NumberInput
        whole={whole}
        after={after}
        name={name}
        value={value}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
    </AskedField>
  );
}

/** One of a list of codes; 'not known' is one tap away and looks like what it is. */
export function CodeField({ name, list, ...field }: FieldProps & { list: string }) {
  const text = useText();
  const { choices } = useReport();
  const codes = choices.codes[list] ?? [];
  const options = codes.map((code) => ({ value: code, label: text.code(list, code) }));
  return (
    <AskedField name={name} {...field}>
      <ChoiceOrUnknown name={name} options={options} unknown={codes.includes(UNKNOWN) ? UNKNOWN : undefined} />
    </AskedField>
  );
}

type ChoiceOrUnknownProps = {
  name: string;
  options: readonly Option[];
  /** The value that says 'not known', where the list has one. */
  unknown?: string;
  onChoose?: (value: string) => void;
};

export function ChoiceOrUnknown({ name, options, unknown, onChoose }: ChoiceOrUnknownProps) {
  const text = useText();
  const value = useTyped(name);
  const set = useSet();
  if (unknown !== undefined && value === unknown) return <SaidUnknown name={name} value={unknown} />;
  const choose = onChoose ?? ((chosen: string) => set({ [name]: chosen }));
  return (
    <div className="choice-or-unknown">
      <Select
        name={name}
        none={text("report.choose")}
        options={options}
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {unknown !== undefined && <UnknownButton name={name} value={unknown} />}
    </div>
  );
}

/** Says 'not known' for a field by one tap; without scripts as a step of the form. */
export function UnknownButton({
  name,
  value = UNKNOWN,
  children,
}: {
  name: string;
  value?: string;
  children?: string;
}) {
  const text = useText();
  const take = useTake();
  const { id } = useField();
  return (
    <Button
      name="step"
      value={stepText({ act: "answer", field: name, value })}
      kind="quiet"
      className="unknown-button"
      aria-describedby={id}
      onClick={(event) => {
        event.preventDefault();
        take({ act: "answer", field: name, value });
      }}
    >
      {children ?? text("ui.unknown.say")}
    </Button>
  );
}

/** 'Somebody has said: not known', with the way back. */
export function SaidUnknown({ name, value = UNKNOWN, children }: { name: string; value?: string; children?: string }) {
  const text = useText();
  const take = useTake();
  const { id } = useField();
  return (
    <div className="input input-unknown" id={id}>
      <span className="unknown">{children ?? text("ui.unknown")}</span>
      <input type="hidden" name={name} value={value} />
      <button
        type="submit"
        name="step"
        value={stepText({ act: "answer", field: name, value: "" })}
        className="button button-quiet button-small button-icon"
        aria-label={text("ui.unknown.take_back")}
        title={text("ui.unknown.take_back")}
        onClick={(event) => {
          event.preventDefault();
          take({ act: "answer", field: name, value: "" });
        }}
      >
        <Icon of={ArrowUUpLeftIcon} />
      </button>
    </div>
  );
}

/** Several codes of a list as tiles. 'Not known' and the others exclude each other. */
export function CodesField({ name, list, ...field }: FieldProps & { list: string }) {
  const text = useText();
  const { choices } = useReport();
  const chosen = useChosen(name);
  const set = useSet();
  const choose = (code: string, on: boolean) => {
    const others = chosen.filter((other) => other !== code && (code === UNKNOWN) === (other === UNKNOWN));
    set({ [name]: on ? [...others, code] : others });
  };
  const codes = choices.codes[list] ?? [];
  return (
    <AskedField name={name} group {...field}>
      <Tiles
        name={name}
        several
        shape="row"
        value={chosen}
        onChoose={choose}
        choices={codes.map((code) => ({ value: code, label: text.code(list, code) }))}
      />
    </AskedField>
  );
}

/** One of a few codes as tiles. */
export function CodeTiles({ name, list, only, ...field }: FieldProps & { list: string; only?: readonly string[] }) {
  const text = useText();
  const { choices } = useReport();
  const value = useTyped(name);
  const set = useSet();
  return (
    <AskedField name={name} group {...field}>
      <Tiles
        name={name}
        shape="row"
        value={[value]}
        onChoose={(code) => set({ [name]: code })}
        choices={(only ?? choices.codes[list] ?? []).map((code) => ({ value: code, label: text.code(list, code) }))}
      />
    </AskedField>
  );
}
