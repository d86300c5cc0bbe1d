import { useRef } from "react";
import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { Ask } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/choices.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { nameOrder } from "../charts/count-bars.ts";
import type { DraftSignings } from "./signing-types.ts";

type AskSignaturesProps = { signings: DraftSignings; command: string; answer: unknown };

/** Asks administrations for signatures; those whose figures or words have moved since they were asked are chosen. */
export function AskSignatures({ signings, command, answer }: AskSignaturesProps) {
  const text = useText();
  const { locale } = useFormat();
  const names = useCountryNames();
  const refused = refusalOf(answer, "ask_signatures");
  const due = signings.administrations.filter((one) => one.due);
  const offered = signings.administrations
    .map((one) => ({ value: one.id, label: names[one.code] ?? one.code, chosen: one.due }))
    .sort(nameOrder(locale));
  const sections = signings.sections.map(({ code, asked }) => ({
    value: code,
    label: text.label(`operation_report.section.${code}`),
    chosen: asked,
  }));
  const rounds = useRounds(answer, (said) => doneOf(said) === "ask_signatures");
  // What was sent is no longer chosen: the form begins anew with what is due then.
  const round = `${rounds} ${due.map(({ id }) => id).join()}`;
  return (
    <details className="ask-signatures" open={due.length > 0 || refused !== undefined}>
      <summary>
        {text(due.length > 0 ? "operation_report.signature.ask.again" : "operation_report.signature.ask")}
      </summary>
      <CommandForm key={round} command={command} intent="ask_signatures" className="stack">
        <FormState refused={refused}>
          <FormErrors
            refused={refused}
            labels={{
              administrations: text("operation_report.signature.administrations"),
              sections: text("operation_report.signature.sections"),
            }}
          />
          <p className="muted">
            {due.length > 0
              ? text("operation_report.signature.ask.due", { n: due.length })
              : text("operation_report.signatures.lead")}
          </p>
          <Choices
            name="administrations"
            label={text("operation_report.signature.administrations")}
            offered={offered}
          />
          {sections.length > 0 ? (
            <Choices
              name="sections"
              label={text("operation_report.signature.sections")}
              hint={text("operation_report.signature.sections.hint")}
              offered={sections}
            />
          ) : (
            <p className="muted">{text("operation_report.signature.sections.none")}</p>
          )}
          <div>
            <Send kind={due.length > 0 ? "primary" : "plain"}>{text("operation_report.signature.ask")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}

type Offer = { value: string; label: string; chosen: boolean };
type ChoicesProps = { name: string; label: string; hint?: string; offered: readonly Offer[] };

function Choices({ name, label, hint, offered }: ChoicesProps) {
  const text = useText();
  const frame = useRef<HTMLDivElement>(null);
  const all = () => {
    for (const box of frame.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])
      box.checked = true;
  };
  return (
    <Ask name={name} label={label} hint={hint} group>
      <div ref={frame} className="signature-choices">
        {offered.map(({ value, label: words, chosen }) => (
          <Checkbox key={value} name={`${name}[]`} value={value} defaultChecked={chosen}>
            {words}
          </Checkbox>
        ))}
      </div>
      {offered.length > 2 && (
        <Button type="button" size="small" onClick={all}>
          {text("operation_report.signature.all")}
        </Button>
      )}
    </Ask>
  );
}
