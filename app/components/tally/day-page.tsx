import { ArrowLeftIcon } from "@phosphor-icons/react/dist/ssr/ArrowLeft";
import { ArrowRightIcon } from "@phosphor-icons/react/dist/ssr/ArrowRight";
import { Link } from "@remix-run/react";
import { Done } from "#app/components/form/done.tsx";
import { DeliveryNotes } from "#app/components/outbox/delivery-notes.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { Delivery } from "#app/domain/outbox/clock.ts";
import type { ConfirmedAmount } from "#app/domain/tally/confirmed.ts";
import type { CasesOfGroup, Difference } from "#app/domain/tally/difference.ts";
import type { TallyMark } from "#app/domain/tally/mark.ts";
import type { TallyQuestion } from "#app/domain/tally/question.ts";
import type { Reminder } from "#app/domain/tally/reminder.ts";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import { AskForTally } from "./ask-for-tally.tsx";
import { ConfirmedOnDay } from "./confirmed-amounts.tsx";
import { DayDifferences, SettledQuestions } from "./day-differences.tsx";
import { DayForm } from "./day-form.tsx";
import { CasesOfDay, EarlierVersions } from "./day-record.tsx";
import { readTallyAnswer, useFormKey } from "./tally-answer.ts";
import type { TallyChoices } from "./tally-fields.tsx";
import { TallyWord } from "./tally-mark.tsx";
import { useTallyWords } from "./tally-words.ts";
import { useRenewalByFrames, useTalliesHome } from "./use-tallies-home.ts";
import "./tally.css";

export type DayPageProps = {
  day: string;
  agency: { id: string; name: string; code: string; country: string };
  /** The first day that its tally stands for: itself, or with a weekly one the day after the last. */
  since: string;
  isOwn: boolean;
  zone: string;
  standing: { mark: TallyMark; dueAt: string; owed: boolean; reopened: boolean } | null;
  /** The newest first. */
  versions: readonly TallyVersion[];
  cases: readonly CasesOfGroup[];
  arrested: number | null;
  differences: readonly Difference[];
  questions: readonly TallyQuestion[];
  /** Quantities that were asked back and confirmed. */
  confirmed: readonly ConfirmedAmount[];
  /** What came from devices that had kept it; known to its own agency alone. */
  deliveries: readonly Delivery[];
  asked: readonly string[];
  reminded: readonly Reminder[];
  before: string | null;
  after: string | null;
  choices: TallyChoices;
  may: { write: boolean; ask: boolean; explain: boolean };
  command: string;
  answer: unknown;
};

/** One agency's day: how it stands, what it says, and beside it what the case reports of that day say. */
export function DayPage(props: DayPageProps) {
  const { standing, versions, isOwn, may, answer } = props;
  const text = useText();
  const said = versions.find(({ stands }) => stands) ?? null;
  const { done } = readTallyAnswer(answer);
  const key = useFormKey(answer, done && said?.version);
  useRenewalByFrames();
  return (
    <div className="page-main tally-page">
      <DayHead {...props} />
      <div className="tally-columns">
        <div className="stack gap-4">
          <Done when={done}>{text("tally.sent")}</Done>
          {standing?.reopened && <Notice tone="warn" title={text("tally.day.reopened")} />}
          <DayDifferences {...props} />
          {said && <OnRecord said={said} confirmed={props.confirmed} />}
          <DeliveryNotes deliveries={props.deliveries} />
          {may.write && isOwn && <DayForm key={key} {...props} said={said} />}
          {!said && !(may.write && isOwn) && <p className="muted">{text("tally.day.unsaid")}</p>}
          {may.ask && standing?.mark === "missing" && <AskForTally {...props} dueAt={standing.dueAt} />}
        </div>
        <div className="stack gap-4">
          <CasesOfDay {...props} />
          <SettledQuestions questions={props.questions} />
          <EarlierVersions versions={versions.filter(({ stands }) => !stands)} />
        </div>
      </div>
    </div>
  );
}

function DayHead({ day, since, agency, standing, before, after, zone, differences, asked, reminded }: DayPageProps) {
  const text = useText();
  const home = useTalliesHome();
  const format = useFormat();
  const now = useNow();
  const past = standing !== null && now > new Date(standing.dueAt);
  return (
    <header className="page-head">
      <div>
        <p>
          <Link to={home} className="link">
            {text("tally.title")}
          </Link>
        </p>
        <h1 className="title">{text("tally.day.title", { day: format.dayLong(day) })}</h1>
        <p className="page-lead">{`${agency.country}, ${agency.name}`}</p>
        {since < day && <p>{text("tally.stands_for", { span: format.dayRange(since, day) })}</p>}
        <p className="row wrap tally-standing">
          {standing && <TallyWord mark={standing.mark} differs={differences.length > 0} />}
          {standing?.owed ? (
            <span className="muted">
              {text(past ? "tally.day.was_due" : "tally.day.due", { at: format.timeIn(standing.dueAt, zone) })}
            </span>
          ) : (
            <span className="muted">{text("tally.day.promised")}</span>
          )}
          {asked.length > 0 && (
            <span className="muted">
              {text("tally.asked.times", { n: asked.length, at: format.relative(asked.at(-1) ?? "", now) })}
            </span>
          )}
          {reminded.map(({ kind, at }) => (
            <span key={kind} className="muted">
              {text(`tally.reminded.${kind}`, { at: format.relative(at, now) })}
            </span>
          ))}
        </p>
      </div>
      <nav className="page-acts" aria-label={text("tally.day.list")}>
        {before && (
          <LinkButton to={`../${before}`} relative="path" icon={ArrowLeftIcon} rel="prev">
            {text("tally.day.before")}
          </LinkButton>
        )}
        {after && (
          <LinkButton to={`../${after}`} relative="path" icon={ArrowRightIcon} rel="next">
            {text("tally.day.after")}
          </LinkButton>
        )}
      </nav>
    </header>
  );
}

type OnRecordProps = Pick<DayPageProps, "confirmed"> & { said: TallyVersion };

function OnRecord({ said, confirmed }: OnRecordProps) {
  const text = useText();
  const words = useTallyWords();
  const format = useFormat();
  const at = format.moment(said.at);
  return (
    <Panel
      title={said.author ? text("tally.day.put_by", { at, name: said.author }) : text("tally.day.put", { at })}
      note={said.version > 1 && text("tally.day.version", { n: said.version })}
    >
      <div className="panel-part stack">
        <p className="tally-said">{words(said)}</p>
        <ConfirmedOnDay confirmed={confirmed} />
        {said.remark && <p className="muted">{said.remark}</p>}
        <p className="caption">
          <Time at={said.at} as="exact" />
        </p>
      </div>
    </Panel>
  );
}
