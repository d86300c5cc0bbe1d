import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { AskArea } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { OutcomeVersion } from "#app/domain/outcome/standing.ts";
import type { FormAnswer } from "#app/form-answer.ts";
import { OutcomeFields, useOutcomeLabels } from "./outcome-fields.tsx";
import type { OutcomeChoices } from "./outcome-types.ts";
import { valuesOf } from "./outcome-values.ts";

type ActProps = { command: string; today: string; answer: unknown };
type NewProps = { choices: OutcomeChoices; told: Omit<ActProps, "answer">; answer: unknown };

/** Tells an outcome: first of which kind, then what that kind asks for. */
export function NewOutcome({ choices, told: { command, today }, answer }: NewProps) {
  const text = useText();
  const labels = useOutcomeLabels();
  const rounds = useRounds(answer, (said) => doneOf(said) === "outcome");
  const refused = refusalFor(answer, "outcome", "");
  return (
    <details key={rounds} className="outcome-act screen-only" open={refused !== undefined}>
      <summary>{text("outcome.add")}</summary>
      <CommandForm command={command} intent="outcome" hidden={{ outcome: "" }} replace className="stack">
        <FormState refused={refused}>
          <FormErrors refused={refused} labels={labels} />
          <OutcomeFields choices={choices} today={today} />
          <div>
            <Send>{text("outcome.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}

type OneProps = ActProps & { outcome: OutcomeVersion };

/** Puts another version in the place of the one that stands; the kind stays. */
export function CorrectOutcome({ outcome, choices, command, today, answer }: OneProps & { choices: OutcomeChoices }) {
  const text = useText();
  const labels = useOutcomeLabels();
  const { mark } = useFormat();
  const { id, version, said } = outcome;
  const refused = refusalFor(answer, "outcome", id);
  return (
    <details key={version} className="outcome-act" open={refused !== undefined}>
      <summary>{text("outcome.correct")}</summary>
      <CommandForm
        command={command}
        intent="outcome"
        hidden={{ outcome: id, base: `${version}` }}
        replace
        className="stack"
      >
        <FormState initial={valuesOf(said, mark)} refused={refused}>
          <FormErrors refused={refused} labels={labels} />
          <OutcomeFields choices={choices} today={today} kind={said.kind} />
          <AskArea name="reason" label={labels.reason ?? ""} rows={2} />
          <div>
            <Send>{text("outcome.correct.send")}</Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}

export function WithdrawOutcome({ outcome: { id, version }, command, answer }: Omit<OneProps, "today">) {
  const text = useText();
  const labels = useOutcomeLabels();
  const refused = refusalFor(answer, "withdraw_outcome", id);
  const hidden = { outcome: id, base: `${version}` };
  return (
    <details className="outcome-act" open={refused !== undefined}>
      <summary>{text("outcome.take_back")}</summary>
      <CommandForm command={command} intent="withdraw_outcome" hidden={hidden} replace className="stack">
        <FormState refused={refused}>
          <FormErrors refused={refused} labels={labels} />
          <AskArea name="reason" label={labels.reason ?? ""} rows={2} />
          <div>
            <Send kind="danger" size="small">
              {text("outcome.take_back.send")}
            </Send>
          </div>
        </FormState>
      </CommandForm>
    </details>
  );
}

/** The refusal of this form among all of its kind: by the outcome that it is about; a new one has none. */
function refusalFor(answer: unknown, intent: string, outcome: string): FormAnswer | undefined {
  const refused = refusalOf(answer, intent);
  return refused?.form.outcome === outcome ? refused : undefined;
}
