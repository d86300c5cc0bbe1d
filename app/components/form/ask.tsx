import type { ComponentProps, ReactNode } from "react";
import { Checkbox, type Choice, Tiles } from "#app/components/ui/choices.tsx";
import { Field, type FieldProps } from "#app/components/ui/field.tsx";
import { type Option, PasswordInput, Select, TextArea, TextInput } from "#app/components/ui/inputs.tsx";
import { anchorOf, useFieldErrors, useTyped, useTypedList } from "./form-context.tsx";

export type AskProps = Pick<FieldProps, "label" | "hint" | "optional" | "understood" | "lockedBy"> & { name: string };

/** A field that knows what was typed and what is wrong with it, and can be linked to. */
export function Ask({ name, group, children, ...field }: AskProps & { group?: boolean; children: ReactNode }) {
  return (
    <div id={anchorOf(name)} className="ask">
      <Field {...field} group={group} errors={useFieldErrors(name)}>
        {children}
      </Field>
    </div>
  );
}

type Input = Omit<ComponentProps<typeof TextInput>, "name" | "defaultValue">;

export function AskText({ input, ...ask }: AskProps & { input?: Input }) {
  return (
    <Ask {...ask}>
      <TextInput name={ask.name} defaultValue={useTyped(ask.name)} {...input} />
    </Ask>
  );
}

export function AskArea({ rows, ...ask }: AskProps & { rows?: number }) {
  return (
    <Ask {...ask}>
      <TextArea name={ask.name} defaultValue={useTyped(ask.name)} rows={rows} />
    </Ask>
  );
}

export function AskDay(ask: AskProps) {
  return <AskText {...ask} input={{ type: "date" }} />;
}

/** A password is never shown again, so it never begins with anything. */
export function AskPassword({ autoComplete, field, ...ask }: AskProps & { autoComplete: string; field?: string }) {
  return (
    <Ask {...ask}>
      <PasswordInput name={field ?? ask.name} autoComplete={autoComplete} required />
    </Ask>
  );
}

/** A choice that is locked is sent along unseen: a select that cannot be changed sends nothing. */
export function AskChoice({ options, none, ...ask }: AskProps & { options: readonly Option[]; none?: string }) {
  const typed = useTyped(ask.name);
  return (
    <Ask {...ask}>
      {ask.lockedBy !== undefined && <input type="hidden" name={ask.name} value={typed} />}
      <Select name={ask.name} defaultValue={typed} options={options} none={none} />
    </Ask>
  );
}

/** Several of a few, as tiles. The name ends in `[]`. */
export function AskSeveral({ choices, ...ask }: AskProps & { choices: readonly Choice[] }) {
  return (
    <Ask {...ask} group>
      <Tiles name={ask.name} choices={choices} several shape="row" initial={useTypedList(ask.name)} />
    </Ask>
  );
}

/** One statement to agree with. */
export function AskYes({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div id={anchorOf(name)} className="ask">
      <Checkbox name={name} value="yes" defaultChecked={useTyped(name) === "yes"}>
        {children}
      </Checkbox>
    </div>
  );
}
