import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Radio } from "#app/components/ui/choices.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { REPORT_AUDIENCES, type ReportAudience } from "#app/domain/operation-report/report.ts";

/** What other readers would cost: how many signatures and cleared cases do not hold for them. */
export type ReadersEffect = { audience: ReportAudience; signatures: number; highlights: number };

type ReadersProps = {
  audience: ReportAudience;
  effects: readonly ReadersEffect[];
  mayChange: boolean;
  command: string;
  answer: unknown;
};

/** For whom a draft is, and the way to change it: what that does is said before it is done. */
export function ReadersForm({ audience, effects, mayChange, command, answer }: ReadersProps) {
  const text = useText();
  const refused = refusalOf(answer, "change_audience");
  const rounds = useRounds(answer, (said) => doneOf(said) === "change_audience");
  return (
    <Panel title={text("operation_report.readers.title")}>
      <div className="stack">
        <p>{text(`operation_report.audience.${audience}`)}</p>
        {mayChange && (
          <details open={refused !== undefined}>
            <summary>{text("operation_report.readers.change")}</summary>
            <CommandForm
              key={`${rounds} ${audience}`}
              command={command}
              intent="change_audience"
              hidden={{ from: audience }}
              className="stack"
            >
              <FormErrors refused={refused} />
              <p className="muted">{text("operation_report.readers.lead")}</p>
              <fieldset className="readers-choice">
                <legend className="aside">{text("operation_report.readers.title")}</legend>
                {REPORT_AUDIENCES.map((one) => (
                  <Radio key={one} name="audience" value={one} defaultChecked={one === audience}>
                    {text(`operation_report.audience.${one}`)}
                    <span className="caption">
                      <Cost now={audience} effect={effects.find((effect) => effect.audience === one)} />
                    </span>
                  </Radio>
                ))}
              </fieldset>
              <div>
                <Send kind="plain">{text("operation_report.readers.send")}</Send>
              </div>
            </CommandForm>
          </details>
        )}
      </div>
    </Panel>
  );
}

function Cost({ now, effect }: { now: ReportAudience; effect: ReadersEffect | undefined }) {
  const text = useText();
  if (!effect) return null;
  const { audience, signatures, highlights } = effect;
  if (audience === now) return text("operation_report.readers.now");
  if (signatures <= 0 && highlights <= 0) return text("operation_report.readers.free");
  return text("operation_report.readers.cost", {
    signatures: Math.max(0, signatures),
    highlights: Math.max(0, highlights),
  });
}
