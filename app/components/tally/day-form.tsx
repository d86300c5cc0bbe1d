import { useState } from "react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import type { DayPageProps } from "./day-page.tsx";
import { readTallyAnswer } from "./tally-answer.ts";
import { DecimalMark, TallyFields, useTallyLabels } from "./tally-fields.tsx";
import { tallyValues } from "./tally-values.ts";
import { useTallyWords } from "./tally-words.ts";

type DayFormProps = DayPageProps & { said: TallyVersion | null };

/** The form of a day; what is on record already is corrected in the same one, folded away until somebody wants to. */
export function DayForm(props: DayFormProps) {
  const { said, answer } = props;
  const text = useText();
  const { refused, typed } = readTallyAnswer(answer);
  // A colleague's tally that comes in while somebody types must not fold the form away.
  const [folded] = useState(said !== null);
  const form = <Fields {...props} />;
  if (!folded) return form;
  return (
    <details className="tally-correct" open={refused || typed ? true : undefined}>
      <summary className="button">{text("tally.week.correct")}</summary>
      {form}
    </details>
  );
}

function Fields({ day, said, cases, arrested, choices, command, answer }: DayFormProps) {
  const text = useText();
  const format = useFormat();
  const labels = useTallyLabels();
  const { refused, typed, lost } = readTallyAnswer(answer);
  const base = said?.version ?? 0;
  // A later version of a colleague is shown beside what is being typed; sent after that, it corrects it.
  const [began] = useState(base);
  const initial = tallyValues("tallies.0", { said, cases, arrested }, format.mark === "," ? "," : ".");
  const n = cases.reduce((sum, row) => sum + row.cases, 0);
  const overtaken = base > began || refused?.problem === "tally.stale";
  return (
    <FormState initial={typed ?? initial} refused={refused}>
      <CommandForm command={command} intent="post" className="form">
        <DecimalMark />
        {lost && (
          <Notice tone="danger" title={text("tally.lost.title")}>
            {text("tally.lost.text")}
          </Notice>
        )}
        {overtaken && said ? <Overtaken said={said} /> : <FormErrors refused={refused} labels={labels} />}
        {!said && n > 0 && !typed && !refused && <Notice tone="lamp" title={text("tally.filled", { n })} />}
        <TallyFields name="tallies.0" day={day} baseVersion={base} choices={choices} />
        <div className="form-foot">
          <Send size="large">{text(said ? "tally.correct" : "tally.send")}</Send>
        </div>
      </CommandForm>
    </FormState>
  );
}

function Overtaken({ said }: { said: TallyVersion }) {
  const text = useText();
  const format = useFormat();
  const words = useTallyWords();
  return (
    <div role="alert">
      <Notice tone="warn" title={text("tally.stale.title")}>
        {text("tally.stale.text", { name: said.author, at: format.moment(said.at), said: words(said) })}
      </Notice>
    </div>
  );
}
