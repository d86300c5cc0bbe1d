import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea, AskChoice, AskDay, AskSeveral } from "#app/components/form/ask.tsx";
import { AskOne } from "#app/components/form/ask-one.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { zoneOptions } from "#app/components/form/zone-options.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { promiseOn, RHYTHMS, type TallyPromise } from "#app/domain/tally/rhythm.ts";

export type PromiseMade = TallyPromise & { madeAt: string };

type PromisePanelProps = {
  promises: readonly PromiseMade[];
  owesByDefault: boolean;
  may: { promise: boolean };
  zones: readonly string[];
  /** The operation's own zone. */
  zone: string;
  today: string;
  command: string;
  answer: unknown;
  done: boolean;
};

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** When an agency gives its tallies: what holds, what held, and a new promise. */
export function PromisePanel(props: PromisePanelProps) {
  const { promises, owesByDefault, may, today, answer, done } = props;
  const text = useText();
  const format = useFormat();
  const words = usePromiseWords();
  const refused = refusalOf(answer, "promise");
  const byDefault = text(owesByDefault ? "tally.promise.default" : "tally.promise.default_none");
  const current = promiseOn(promises, today);
  const others = promises.filter((promise) => promise !== current);
  return (
    <Panel title={text("tally.promise")}>
      <div className="panel-part stack">
        <Done when={done}>{text("form.saved")}</Done>
        <p>{text("tally.promise.now", { promise: current ? words(current) : byDefault })}</p>
        {others.length > 0 && (
          <details>
            <summary>{text("tally.promise.earlier")}</summary>
            <ul>
              {others.map((promise) => (
                <li key={promise.madeAt}>
                  {words(promise)}
                  <span className="caption"> {text("tally.promise.made", { at: format.moment(promise.madeAt) })}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
        {may.promise && <PromiseForm {...props} refused={refused} />}
      </div>
    </Panel>
  );
}

function usePromiseWords() {
  const text = useText();
  const format = useFormat();
  return ({ rhythm, fromDay, toDay, weekday }: TallyPromise) => {
    const named = text(`tally.rhythm.${rhythm}`);
    const what = rhythm === "weekly" && weekday ? `${named} (${text.label(`tally.weekday.${weekday}`)})` : named;
    return toDay
      ? text("tally.promise.span", { rhythm: what, span: format.dayRange(fromDay, toDay) })
      : text("tally.promise.since", { rhythm: what, from: format.day(fromDay) });
  };
}

function PromiseForm({
  promises,
  zones,
  zone,
  today,
  command,
  refused,
}: PromisePanelProps & { refused: ReturnType<typeof refusalOf> }) {
  const text = useText();
  const format = useFormat();
  const last = promises[0];
  const initial = {
    rhythm: last?.rhythm ?? "daily",
    fromDay: today,
    toDay: "",
    weekday: last?.weekday ? String(last.weekday) : "",
    "daysOff[]": (last?.daysOff ?? [6, 7]).map(String),
    holidays: (last?.holidays ?? []).filter((day) => day >= today).join("\n"),
    zone: last?.zone ?? zone,
  };
  const labels = {
    rhythm: text("tally.rhythm"),
    fromDay: text("tally.from"),
    toDay: text("tally.to"),
    weekday: text("tally.weekday"),
    daysOff: text("tally.days_off"),
    holidays: text("tally.holidays"),
    zone: text("tally.zone"),
  };
  const days = WEEKDAYS.map((day) => ({ value: day, label: text(`tally.weekday.${day}`) }));
  return (
    <FormState initial={initial} refused={refused}>
      <CommandForm command={command} intent="promise" className="form">
        <FormErrors refused={refused} labels={labels} />
        <AskOne
          name="rhythm"
          label={labels.rhythm}
          hint={text("tally.promise.hint")}
          choices={RHYTHMS.map((value) => ({ value, label: text(`tally.rhythm.${value}`) }))}
        />
        <div className="fields">
          <AskDay name="fromDay" label={labels.fromDay} />
          <AskDay name="toDay" label={labels.toDay} hint={text("tally.to.hint")} optional />
        </div>
        <AskChoice
          name="weekday"
          label={labels.weekday}
          hint={text("tally.weekday.hint")}
          options={days}
          none="–"
          optional
        />
        <AskSeveral name="daysOff[]" label={labels.daysOff} choices={days} />
        <AskArea name="holidays" label={labels.holidays} hint={text("tally.holidays.hint")} rows={3} optional />
        <AskChoice
          name="zone"
          label={labels.zone}
          hint={text("tally.zone.hint")}
          options={zoneOptions(zones, format)}
        />
        <div>
          <Send kind="plain">{text("tally.promise.keep")}</Send>
        </div>
      </CommandForm>
    </FormState>
  );
}
