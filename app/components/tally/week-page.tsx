import { CalendarCheckIcon } from "@phosphor-icons/react/dist/ssr/CalendarCheck";
import { Link } from "@remix-run/react";
import { useState } from "react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState, useTypedValues } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import type { CasesOfGroup } from "#app/domain/tally/difference.ts";
import type { TallyMark } from "#app/domain/tally/mark.ts";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import { readTallyAnswer, useFormKey } from "./tally-answer.ts";
import { DecimalMark, type TallyChoices, TallyFields, useTallyLabels } from "./tally-fields.tsx";
import { TallyWord } from "./tally-mark.tsx";
import { tallyValues } from "./tally-values.ts";
import { useTallyWords } from "./tally-words.ts";
import { useTalliesHome } from "./use-tallies-home.ts";
import "./tally.css";

type WeekDay = {
  day: string;
  since: string;
  mark: TallyMark;
  reopened: boolean;
  said: TallyVersion | null;
  cases: readonly CasesOfGroup[];
  arrested: number | null;
};

export type WeekPageProps = {
  from: string;
  to: string;
  /** The oldest first. */
  days: readonly WeekDay[];
  choices: TallyChoices;
  agencyId: string;
  command: string;
  answer: unknown;
};

/** The last days of the own agency on one page: what is still open is answered at once, all of it or none. */
export function WeekPage(props: WeekPageProps) {
  const { from, to, days, answer, agencyId } = props;
  const text = useText();
  const home = useTalliesHome();
  const format = useFormat();
  const { done } = readTallyAnswer(answer);
  const open = days.filter(isOpen);
  const sent = typeof answer === "object" && answer !== null && "days" in answer ? (answer.days as string[]).length : 0;
  const key = useFormKey(answer, done && open.length);
  return (
    <div className="page-main page-narrow tally-page">
      <header className="page-head">
        <div>
          <p>
            <Link to={home} className="link">
              {text("tally.title")}
            </Link>
          </p>
          <h1 className="title">{text("tally.week")}</h1>
          <p className="page-lead">{format.dayRange(from, to)}</p>
        </div>
      </header>
      <div className="stack gap-4">
        <Done when={done}>{text("tally.week.sent", { n: sent })}</Done>
        {open.length === 0 ? (
          <EmptyState icon={CalendarCheckIcon} title={text("tally.week.done")} />
        ) : (
          <WeekForm key={key} {...props} open={open} />
        )}
        <SaidDays days={days.filter((day) => !isOpen(day))} agencyId={agencyId} />
      </div>
    </div>
  );
}

const isOpen = ({ said, mark, reopened }: WeekDay) => (said === null && mark !== "nil") || reopened;

function WeekForm({ open, choices, command, answer }: WeekPageProps & { open: readonly WeekDay[] }) {
  const text = useText();
  const format = useFormat();
  const labels = useTallyLabels();
  const { refused, typed, lost } = readTallyAnswer(answer);
  // Fixed while somebody types: a colleague's tally or a new day must not move the fields.
  const [days] = useState(open);
  const mark = format.mark === "," ? "," : ".";
  const values = days.map((day, at) => tallyValues(`tallies.${at}`, { ...day, said: null }, mark));
  return (
    <FormState initial={typed ?? Object.assign({}, ...values)} refused={refused}>
      <CommandForm command={command} intent="post" className="form">
        <DecimalMark />
        {lost && (
          <Notice tone="danger" title={text("tally.lost.title")}>
            {text("tally.lost.text")}
          </Notice>
        )}
        <FormErrors refused={refused} labels={labels} />
        <p className="muted">{text("tally.week.lead")}</p>
        <Days days={days} choices={choices} />
        <div className="form-foot tally-send">
          <Send size="large">{text("tally.send")}</Send>
        </div>
      </CommandForm>
    </FormState>
  );
}

function Days({ days, choices }: { days: readonly WeekDay[]; choices: TallyChoices }) {
  const text = useText();
  const format = useFormat();
  const hydrated = useHydrated();
  const values = useTypedValues();
  const [answers, setAnswers] = useState(() => days.map((_, at) => String(values[`tallies.${at}.said`] ?? "")));
  const say = (at: number, said: string) => setAnswers((now) => now.map((one, index) => (index === at ? said : one)));
  const nilAll = () =>
    setAnswers((now) => now.map((said, at) => (said === "" && days[at]?.cases.length === 0 ? "nil" : said)));
  return (
    <>
      {hydrated && days.length > 1 && (
        <div>
          <Button type="button" onClick={nilAll}>
            {text("tally.week.nil")}
          </Button>
        </div>
      )}
      {days.map(({ day, since, mark, said, cases }, at) => (
        <Panel key={day} title={format.dayLong(day)} note={<TallyWord mark={mark} />}>
          <div className="panel-part stack">
            {since < day && <p>{text("tally.stands_for", { span: format.dayRange(since, day) })}</p>}
            {cases.length > 0 && (
              <p className="caption">{text("tally.filled", { n: cases.reduce((sum, row) => sum + row.cases, 0) })}</p>
            )}
            <TallyFields
              name={`tallies.${at}`}
              day={day}
              baseVersion={said?.version ?? 0}
              choices={choices}
              mayWait
              said={answers[at] ?? ""}
              onSaid={(answer) => say(at, answer)}
            />
          </div>
        </Panel>
      ))}
    </>
  );
}

function SaidDays({ days, agencyId }: { days: readonly WeekDay[]; agencyId: string }) {
  const text = useText();
  const home = useTalliesHome();
  const format = useFormat();
  const words = useTallyWords();
  if (days.length === 0) return null;
  return (
    <Panel title={text("tally.week.said")}>
      <ul className="tally-lines">
        {days.map(({ day, said, mark }) => (
          <li key={day}>
            <span className="row wrap">
              <Link to={`${home}/${agencyId}/${day}`}>{format.dayLong(day)}</Link>
              <TallyWord mark={mark} />
            </span>
            {said && <span>{words(said)}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
