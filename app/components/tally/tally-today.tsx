import { Link } from "@remix-run/react";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { instantAt } from "#app/domain/calendar.ts";
import type { Standing, TallyCoverage } from "#app/domain/tally/mark.ts";
import type { Reminder } from "#app/domain/tally/reminder.ts";
import type { TallyVersion } from "#app/domain/tally/tally.ts";
import { CoverageLine } from "./coverage-line.tsx";
import { TallyWord } from "./tally-mark.tsx";
import { useTallyWords } from "./tally-words.ts";
import { useRenewalOfTotals, useTalliesHome } from "./use-tallies-home.ts";
import "./tally.css";

type Duty = {
  agencyId: string;
  since: string;
  standing: (Standing & { dueAt: string }) | null;
  said: TallyVersion | null;
  /** Case reports of the day so far. */
  cases: number;
  /** Earlier days that are missing. */
  missing: readonly string[];
  /** The last request for one of them. */
  asked: { day: string; at: string } | null;
  /** The last reminder of today's tally. */
  reminded: Reminder | null;
  command: string;
};

export type TallyTodayData = {
  day: string;
  coverage: TallyCoverage | null;
  /** Tallies are read here at all: the calendar is one click away. */
  reads: boolean;
  own: Duty | null;
};

type TallyTodayProps = {
  tallies: TallyTodayData | null;
  /** How today stands, and no more: nil and what is overdue have places of their own on the page. */
  standingAlone?: boolean;
};

/** On the first page: what the own agency has still to say of the day, and how many have spoken. */
export function TallyToday({ tallies, standingAlone = false }: TallyTodayProps) {
  const text = useText();
  const format = useFormat();
  const home = useTalliesHome();
  const { zone, cutOff } = useWorkspace().operation.plan;
  useRenewalOfTotals();
  if (!tallies || (!tallies.coverage && !tallies.own)) return null;
  const { day, coverage, own, reads } = tallies;
  const until = format.timeIn(own?.standing?.dueAt ?? instantAt(zone, day, cutOff), zone);
  return (
    <Panel
      title={own ? text("tally.today.yours", { day: format.dayShort(day) }) : text("tally.today")}
      acts={reads && <Link to={home}>{text("tally.today.calendar")}</Link>}
    >
      <div className="tally-duty">
        {own && (standingAlone ? <DutyOfToday own={own} day={day} nil={false} /> : <OwnDuty own={own} day={day} />)}
        {coverage && (
          <p className={own ? "caption" : undefined}>
            <CoverageLine coverage={coverage} until={until} />
          </p>
        )}
      </div>
    </Panel>
  );
}

/** More days than that are named by the first and the last. */
const NAMED = 4;

function OwnDuty({ own, day }: { own: Duty; day: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const home = useTalliesHome();
  const { missing, asked } = own;
  const days =
    missing.length > NAMED
      ? format.dayRange(missing[0] ?? "", missing.at(-1) ?? "")
      : format.list(missing.map(format.dayShort));
  return (
    <>
      <DutyOfToday own={own} day={day} nil />
      {missing.length > 0 && (
        <p>
          <Link to={`${home}/week`} className="tally-word-missing">
            {text("tally.today.missing", { n: missing.length, days })}
          </Link>
        </p>
      )}
      {asked && (
        <p className="strong">
          {text("tally.today.asked", { day: format.dayShort(asked.day), at: format.relative(asked.at, now) })}
        </p>
      )}
    </>
  );
}

function DutyOfToday({ own, day, nil }: { own: Duty; day: string; nil: boolean }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const words = useTallyWords();
  const home = useTalliesHome();
  const { zone } = useWorkspace().operation.plan;
  const { standing, since, said, cases, agencyId, command, reminded } = own;
  const there = `${home}/${agencyId}/${day}`;
  if (!standing) return null;
  const due = { at: format.timeIn(standing.dueAt, zone) };
  if (said) {
    return (
      <p className="row wrap">
        <TallyWord mark={standing.mark} />
        <Link to={there}>{text("tally.today.put", { said: words(said) })}</Link>
      </p>
    );
  }
  return (
    <>
      <p>
        {standing.owed
          ? text(now > new Date(standing.dueAt) ? "tally.today.over" : "tally.today.open", due)
          : text("tally.today.not_due")}{" "}
        {cases > 0 && text("tally.today.cases", { n: cases })}
      </p>
      {since < day && <p className="caption">{text("tally.stands_for", { span: format.dayRange(since, day) })}</p>}
      {reminded && standing.owed && (
        <p className="caption">{text(`tally.reminded.${reminded.kind}`, { at: format.relative(reminded.at, now) })}</p>
      )}
      <div className="tally-duty-acts">
        {nil && cases === 0 && standing.mark !== "nil" && <NilAtOnce there={there} day={day} command={command} />}
        <LinkButton to={there} kind={cases > 0 ? "primary" : "plain"}>
          {text(cases > 0 ? "tally.today.check" : "tally.today.enter")}
        </LinkButton>
      </div>
    </>
  );
}

/** One press: nothing was seized. */
function NilAtOnce({ there, day, command }: { there: string; day: string; command: string }) {
  const text = useText();
  return (
    <CommandForm
      action={there}
      command={command}
      intent="post"
      hidden={{ "tallies.0.day": day, "tallies.0.baseVersion": "0", "tallies.0.said": "nil" }}
    >
      <Send>{text("tally.today.nil")}</Send>
    </CommandForm>
  );
}
