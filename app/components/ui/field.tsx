import { LockIcon } from "@phosphor-icons/react/dist/ssr/Lock";
import { QuestionIcon } from "@phosphor-icons/react/dist/ssr/Question";
import { WarningCircleIcon } from "@phosphor-icons/react/dist/ssr/WarningCircle";
import { createContext, type ReactNode, useContext, useId } from "react";
import type { MessageValues } from "#app/messages/index.ts";
import { Icon } from "./icon.tsx";
import { useText } from "./text-context.tsx";

/** One tap answers the question: a submit button by name and value, or a callback once scripts run. */
export type Answer = { label: string; name?: string; value?: string; onChoose?: () => void };

/** A message key as zod or a Problem gave it ("date.malformed"), with its values where it has some. */
export type FieldError = string | { key: string; values?: MessageValues };

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  errors?: readonly FieldError[];
  /** A doubt that asks and never blocks, with its answers. */
  question?: { text: string; answers: readonly Answer[] };
  /** What was understood, said back in words. */
  understood?: ReactNode;
  /** Who set the value; the field is then locked. */
  lockedBy?: string;
  /** The control is a group (radio buttons): the label becomes a legend. */
  group?: boolean;
  children: ReactNode;
};

type Wiring = {
  id: string;
  /** The legend, where the field is a group: a lone control in it takes its name from there. */
  labelledBy?: string;
  describedBy: string | undefined;
  invalid: boolean;
  asked: boolean;
  locked: boolean;
};

const FieldContext = createContext<Wiring | null>(null);

/** What a control needs to belong to its label and messages; outside of a Field it stands alone. */
export function useField(): Wiring {
  const alone = useId();
  return useContext(FieldContext) ?? { id: alone, describedBy: undefined, invalid: false, asked: false, locked: false };
}

/** Label above, hint under it, the control, and under that what is wrong, doubtful or understood. */
export function Field({ label, hint, optional, group = false, children, ...said }: FieldProps) {
  const id = useId();
  const wiring = wiringOf(id, { hint, group, ...said });
  const Frame = group ? "fieldset" : "div";
  return (
    <FieldContext.Provider value={wiring}>
      <Frame className="field" aria-describedby={group ? wiring.describedBy : undefined}>
        <FieldLabel id={id} label={label} optional={optional} group={group} />
        {hint && (
          <div id={`${id}-hint`} className="field-hint">
            {hint}
          </div>
        )}
        {children}
        {saysSomething(said) && (
          <div id={`${id}-message`}>
            <FieldMessages {...said} errors={said.errors ?? []} />
          </div>
        )}
      </Frame>
    </FieldContext.Provider>
  );
}

type Said = Pick<FieldProps, "errors" | "question" | "understood" | "lockedBy">;

function saysSomething({ errors = [], question, understood, lockedBy }: Said): boolean {
  return errors.length > 0 || question !== undefined || understood !== undefined || lockedBy !== undefined;
}

function wiringOf(id: string, { hint, group, ...said }: Said & Pick<FieldProps, "hint" | "group">): Wiring {
  const described = [hint && `${id}-hint`, saysSomething(said) && `${id}-message`].filter(Boolean).join(" ");
  return {
    id,
    labelledBy: group ? `${id}-legend` : undefined,
    describedBy: described || undefined,
    invalid: (said.errors ?? []).length > 0,
    asked: said.question !== undefined,
    locked: said.lockedBy !== undefined,
  };
}

type LabelProps = Pick<FieldProps, "label" | "optional"> & { id: string; group: boolean };

function FieldLabel({ id, label, optional, group }: LabelProps) {
  const text = useText();
  const note = optional && <span className="field-note">{text("ui.optional")}</span>;
  return group ? (
    <legend id={`${id}-legend`} className="field-label field-legend">
      {label}
      {note}
    </legend>
  ) : (
    <label className="field-label" htmlFor={id}>
      {label}
      {note}
    </label>
  );
}

type MessagesProps = Pick<FieldProps, "question" | "understood" | "lockedBy"> & { errors: readonly FieldError[] };

function FieldMessages({ errors, question, understood, lockedBy }: MessagesProps) {
  const text = useText();
  return (
    <>
      {errors
        .map((error) => (typeof error === "string" ? { key: error, values: undefined } : error))
        .map(({ key, values }) => (
          <p key={key} className="message message-error">
            <Icon of={WarningCircleIcon} filled label={text("ui.error")} />
            {text.error(key, values)}
          </p>
        ))}
      {question && <FieldQuestion {...question} />}
      {errors.length === 0 && understood !== undefined && <div className="message">{understood}</div>}
      {lockedBy !== undefined && (
        <p className="message">
          <Icon of={LockIcon} />
          {lockedBy === "" ? text("ui.locked.plain") : text("ui.locked", { who: lockedBy })}
        </p>
      )}
    </>
  );
}

function FieldQuestion({ text: sentence, answers }: { text: string; answers: readonly Answer[] }) {
  const text = useText();
  return (
    <>
      <p className="message message-question">
        <Icon of={QuestionIcon} filled label={text("ui.question")} />
        {sentence}
      </p>
      <div className="answers">
        {answers.map((answer) => (
          <button
            key={answer.label}
            className="button"
            type={answer.name ? "submit" : "button"}
            name={answer.name}
            value={answer.value}
            onClick={answer.onChoose && ((event) => choose(event, answer.onChoose))}
          >
            {answer.label}
          </button>
        ))}
      </div>
    </>
  );
}

function choose(event: { preventDefault(): void }, onChoose: (() => void) | undefined) {
  event.preventDefault();
  onChoose?.();
}
