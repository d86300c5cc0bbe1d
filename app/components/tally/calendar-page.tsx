import { CalendarDotsIcon } from "@phosphor-icons/react/dist/ssr/CalendarDots";
import { PencilSimpleLineIcon } from "@phosphor-icons/react/dist/ssr/PencilSimpleLine";
import { refusalOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Headline } from "#app/components/totals/headline.tsx";
import {
  TallyDifference,
  TallyGroupTotals,
  TallyHeadline,
  TallyStanding,
} from "#app/components/totals/tally-totals.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { Segments } from "#app/components/ui/tabs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { ConfirmedAmount } from "#app/domain/tally/confirmed.ts";
import { type TallyMark as Mark, type Standing, TALLY_MARKS, type TallyCoverage } from "#app/domain/tally/mark.ts";
import type { TallyQuestion } from "#app/domain/tally/question.ts";
import { SPANS, type Span } from "#app/domain/tally/span.ts";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import { sumOf, type TallyTotals } from "#app/domain/tally/totals.ts";
import type { WeekOfDay } from "#app/domain/tally/weeks.ts";
import { AskMissing } from "./ask-missing.tsx";
import { AskText, askedOf } from "./ask-text.tsx";
import { CalendarGrid } from "./calendar-grid.tsx";
import { ConfirmedAmounts } from "./confirmed-amounts.tsx";
import { CoverageLine } from "./coverage-line.tsx";
import { missingOfDay } from "./missing-of-day.ts";
import { OpenTallyQuestions } from "./open-questions.tsx";
import { OwnDays } from "./own-days.tsx";
import { TallyMark } from "./tally-mark.tsx";
import { useRenewalOfTotals } from "./use-tallies-home.ts";
import "./tally.css";

export type CalendarAgency = { id: string; name: string; code: string; country: string };
export type DayMark = Standing & { agencyId: string; day: string; mark: Mark; dueAt: string; reopened: boolean };

export type CalendarPageProps = {
  span: Span;
  from: string;
  to: string;
  today: string;
  zone: string;
  cutOff: string;
  /** The reader sees every agency; else the own one alone. */
  all: boolean;
  agencies: readonly CalendarAgency[];
  marks: readonly DayMark[];
  /** "agency day" of those that differ from the case reports. */
  differing: readonly string[];
  coverage: Readonly<Record<string, TallyCoverage>>;
  /** What the days shown came to. */
  totals: TallyTotals | null;
  /** Open ones, the oldest first. */
  questions: readonly TallyQuestion[];
  /** The weekly tally that a day belongs to, by "agency day". */
  weeks: Readonly<Record<string, WeekOfDay>>;
  /** Quantities that were asked back and confirmed, of the days shown. */
  confirmed: readonly ConfirmedAmount[];
  asked: readonly { agencyId: string; day: string; at: string }[];
  /** What the own agency said, where its own days alone are shown. */
  own: readonly TallyVersion[];
  agencyId: string;
  now: string;
  may: { write: boolean; ask: boolean };
  command: string;
  answer: unknown;
};

/** Who has spoken and who has not: agencies by days, or the own agency's days. */
export function CalendarPage(props: CalendarPageProps) {
  const { span, all, marks, may, answer, agencies, agencyId } = props;
  const text = useText();
  const asked = askedOf(answer);
  const missing = missingOfDay(props);
  const own = agencies.find(({ id }) => id === agencyId);
  useRenewalOfTotals();
  return (
    <div className="view tally-view">
      <header className="view-head">
        <h1>{all || !own ? text("tally.title") : text("tally.own.title", { agency: own.name })}</h1>
        <Segments
          label={text("tally.span")}
          options={SPANS.map((value) => ({ value, label: text(`tally.span.${value}`) }))}
          value={span}
          toOf={(value) => `?span=${value}`}
        />
        <Legend weekly={Object.keys(props.weeks).length > 0} />
        <span className="spacer" />
        {may.write && (
          <LinkButton to="week" icon={PencilSimpleLineIcon} kind={all ? "plain" : "primary"}>
            {text("tally.week")}
          </LinkButton>
        )}
        {may.ask && missing && <AskMissing missing={missing} command={props.command} />}
      </header>
      <FormErrors refused={refusalOf(answer, "ask")} />
      <Done when={asked !== null}>{text("tally.asked", { n: asked ?? 0 })}</Done>
      {marks.length === 0 ? (
        <EmptyState icon={CalendarDotsIcon} title={text("tally.none.title")}>
          {text("tally.none.text")}
        </EmptyState>
      ) : (
        <>
          {all ? <CalendarGrid {...props} /> : <OwnDays {...props} />}
          <CalendarFoot {...props} />
          {props.totals && <CalendarTotals totals={props.totals} />}
          <OpenTallyQuestions {...props} />
          <ConfirmedAmounts {...props} />
          {may.ask && missing && (
            <details className="tally-more" open={asked !== null ? true : undefined}>
              <summary>{text("tally.ask.copy")}</summary>
              <AskText {...missing} />
            </details>
          )}
        </>
      )}
    </div>
  );
}

function Legend({ weekly }: { weekly: boolean }) {
  const text = useText();
  return (
    <ul className="tally-legend">
      {TALLY_MARKS.map((mark) => (
        <li key={mark}>
          <TallyMark mark={mark} size={16} />
          {text(`tally.mark.${mark}`)}
        </li>
      ))}
      {weekly && (
        <li>
          <TallyMark mark="not_due" size={16} week="first" />
          {text("tally.part_of_week.legend")}
        </li>
      )}
      <li>
        <i className="tally-lamp" aria-hidden="true" />
        {text("tally.differs")}
      </li>
    </ul>
  );
}

function CalendarTotals({ totals }: { totals: TallyTotals }) {
  const text = useText();
  const format = useFormat();
  const { from, to } = totals;
  const { seen, confirmed } = sumOf(totals.groups);
  return (
    <Panel title={text("tally.totals")} note={from === to ? format.day(from) : format.dayRange(from, to)}>
      <div className="tally-totals-panel">
        <div className="tally-totals-pair">
          <TallyHeadline totals={totals} />
          {totals.compared && <Headline cases={{ total: seen, confirmed, provisional: seen - confirmed }} />}
        </div>
        <TallyStanding totals={totals} />
        <TallyDifference totals={totals} />
        <TallyGroupTotals totals={totals} />
      </div>
    </Panel>
  );
}

function CalendarFoot({ today, zone, cutOff, coverage, marks }: CalendarPageProps) {
  const text = useText();
  const format = useFormat();
  const dueAt = marks.find(({ day }) => day === today)?.dueAt;
  return (
    <footer className="tally-foot">
      {coverage[today] && (
        <p>
          <b>{text("today.title")}</b>{" "}
          <CoverageLine coverage={coverage[today]} until={dueAt ? format.timeIn(dueAt, zone) : cutOff} />
        </p>
      )}
      <p className="caption">{text("tally.calendar.foot", { zone: format.zoneName(zone), time: cutOff })}</p>
    </footer>
  );
}
