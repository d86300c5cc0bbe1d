import { refusalOf } from "#app/components/form/answer.ts";
import { AskDay } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";

type KeptProps = { keptUntil: string | null; mayKeep: boolean; command: string; answer: unknown };

/** Until when the records are kept, for everybody; said by leads. */
export function KeptUntil({ keptUntil, mayKeep, command, answer }: KeptProps) {
  const text = useText();
  const refused = refusalOf(answer, "keep");
  return (
    <Panel title={text("closing.kept")}>
      <div className="panel-part stack gap-4">
        <KeptWords keptUntil={keptUntil} />
        {mayKeep && (
          <CommandForm command={command} intent="keep" className="closing-keep">
            <FormState initial={{ until: keptUntil ?? "" }} refused={refused}>
              <FormErrors refused={refused} labels={{ until: text("closing.kept.day") }} />
              <AskDay name="until" label={text("closing.kept.day")} hint={text("closing.kept.hint")} optional />
              <div>
                <Send kind="plain">{text("closing.kept.send")}</Send>
              </div>
            </FormState>
          </CommandForm>
        )}
      </div>
    </Panel>
  );
}

export function KeptWords({ keptUntil }: { keptUntil: string | null }) {
  const text = useText();
  const format = useFormat();
  return (
    <p className="strong">
      {keptUntil ? text("closing.kept.until", { day: format.day(keptUntil) }) : text("closing.kept.unsaid")}
    </p>
  );
}
