import { doneOf, refusalOf } from "#app/components/form/answer.ts";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Radio } from "#app/components/ui/choices.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

/** Under how many persons are not counted out, and how many counts more would go unsaid by a higher limit. */
export type Suppression = { under: number; frozen: boolean; options: { under: number; more: number }[] };

type LessProps = { suppression: Suppression; mayChange: boolean; command: string; answer: unknown };

/** What a draft says of small counts of persons, and the way to say less: what that does is said before it is done. */
export function LessForm({ suppression, mayChange, command, answer }: LessProps) {
  const { under, frozen, options } = suppression;
  const text = useText();
  const refused = refusalOf(answer, "say_less");
  const rounds = useRounds(answer, (said) => doneOf(said) === "say_less");
  const [first] = options;
  const said = under === 0 ? text("operation_report.less.all") : text("operation_report.origin.suppressed", { under });
  return (
    <Panel title={text("operation_report.suppress")}>
      <div className="stack">
        <p>{said}</p>
        {mayChange && frozen && <p className="muted">{text("operation_report.less.frozen")}</p>}
        {mayChange && first && (
          <details open={refused !== undefined}>
            <summary>{text("operation_report.less.change")}</summary>
            <CommandForm
              key={`${rounds} ${under}`}
              command={command}
              intent="say_less"
              hidden={{ from: String(under) }}
              className="stack"
            >
              <FormErrors refused={refused} />
              <p className="muted">{text("operation_report.less.lead")}</p>
              <fieldset className="readers-choice">
                <legend className="aside">{text("operation_report.suppress")}</legend>
                {options.map((one) => (
                  <Radio key={one.under} name="under" value={String(one.under)} defaultChecked={one === first}>
                    {text("operation_report.suppress.under", { n: one.under })}
                    <span className="caption">{text("operation_report.less.more", { n: one.more })}</span>
                  </Radio>
                ))}
              </fieldset>
              <div>
                <Send kind="plain">{text("operation_report.less.send")}</Send>
              </div>
            </CommandForm>
          </details>
        )}
      </div>
    </Panel>
  );
}
