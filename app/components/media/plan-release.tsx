import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea, AskChoice, AskDay, AskText } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { useRounds } from "#app/components/form/use-rounds.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { doneBy } from "./answers.ts";
import type { MediaProps } from "./media-page.tsx";
import { PickPictures } from "./pick-pictures.tsx";

/** A lead says what goes out, and in which minute. */
export function PlanRelease(props: MediaProps) {
  const { answer, command, fresh, editions, ready, zone, home } = props;
  const text = useText();
  const format = useFormat();
  const refused = refusalOf(answer, "plan_release");
  const rounds = useRounds(answer, doneBy("plan_release"));
  const labels = {
    title: text("media.plan.title"),
    words: text("media.plan.words"),
    day: text("media.plan.day"),
    time: text("media.plan.time"),
    pictures: text("media.plan.pictures"),
  };
  return (
    <Panel title={text("media.plan")}>
      <details className="panel-part media-fold" open={refused !== undefined || undefined}>
        <summary>{text("media.plan.open")}</summary>
        <CommandForm
          key={rounds}
          command={command}
          intent="plan_release"
          hidden={{ release: fresh }}
          className="media-form"
        >
          <FormState refused={refused}>
            <FormErrors refused={refused} labels={labels} />
            <AskText name="title" label={labels.title} />
            <AskArea name="words" label={labels.words} hint={text("media.plan.words.hint")} rows={5} optional />
            <AskChoice
              name="edition"
              label={text("media.plan.report")}
              none={text("media.plan.report.none")}
              options={editions.map(({ report, number, title, published }) => ({
                value: `${report} ${number}`,
                label: text(published ? "media.report" : "media.report.unpublished", { title, n: number }),
              }))}
              optional
            />
            <PickPictures ready={ready} home={home} />
            <div className="media-minute">
              <AskDay name="day" label={labels.day} />
              <AskText name="time" label={labels.time} input={{ type: "time" }} />
            </div>
            <p className="muted">{text("media.plan.zone", { zone: format.zoneName(zone) })}</p>
            <div>
              <Send>{text("media.plan.send")}</Send>
            </div>
          </FormState>
        </CommandForm>
      </details>
    </Panel>
  );
}
