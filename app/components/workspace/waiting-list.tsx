import { Link } from "@remix-run/react";
import { useDifferenceWords } from "#app/components/tally/difference-words.ts";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { TallyQuestion } from "#app/domain/tally/question.ts";
import { useWorkspace } from "./use-workspace.ts";

export type WaitingReport = {
  id: string;
  state: string;
  step: number;
  steps: number;
  author: string | null;
  at: string;
  onHold: boolean;
  /** Why it came back; empty where nothing was said. */
  note: string;
  commodity: string | null;
};
export type WaitingQuestion = { id: string; seizureId: string; question: string; at: string };
/** Tally and case reports of a day differ. */
export type WaitingDifference = Omit<TallyQuestion, "closedAt" | "closedAs" | "answer">;
/** A report that was entered for a post: it is asked to confirm it, or has told its contact points what is wrong. */
export type WaitingEntry = {
  seizureId: string;
  unit: string;
  receipt: string;
  by: string | null;
  at: string;
  /** What the post says is wrong; empty where it is the one that is asked. */
  objection: string;
};
/** Two messages that are proposed as one case, and wait for the word of the reader's agency. */
export type WaitingPair = {
  id: string;
  kind: string;
  mine: string;
  theirs: string;
  /** Whose the other message is. */
  agency: string;
  at: string;
};
/** A handover that a colleague has signed, and that waits to be accepted. */
export type WaitingHandover = { id: string; signer: string; signedAt: string };
export type Waiting = {
  entries: readonly WaitingEntry[];
  differences: readonly WaitingDifference[];
  reports: readonly WaitingReport[];
  questions: readonly WaitingQuestion[];
};

type WaitingListProps = Waiting & {
  handovers: readonly WaitingHandover[];
  pairs: readonly WaitingPair[];
  checks: number;
};

/** What the reader has to do: questions first, then reports that are not released yet, the latest change first. */
export function WaitingList({ checks, handovers, ...waiting }: WaitingListProps) {
  const { reports, questions, differences, entries, pairs } = waiting;
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  return (
    <Panel title={text("today.waits")}>
      {checks + [handovers, reports, questions, differences, entries, pairs].flat().length === 0 && (
        <p className="caption">{text("today.waits.none")}</p>
      )}
      <ul className="waiting">
        {checks > 0 && (
          <li>
            <Link to="checks">{text("shell.place.checks")}</Link>
            <span className="caption">{text("shell.waiting", { n: checks })}</span>
          </li>
        )}
        {handovers.map((handover) => (
          <HandoverLine key={handover.id} handover={handover} />
        ))}
        {questions.map((question) => (
          <QuestionLine key={question.id} question={question} />
        ))}
        {entries.map((entry) => (
          <WaitingEntryLine key={entry.seizureId} entry={entry} to={`${home}/${entry.seizureId}`} />
        ))}
        {pairs.map((pair) => (
          <PairLine key={pair.id} pair={pair} />
        ))}
        {differences.map((difference) => (
          <DifferenceLine key={difference.id} difference={difference} />
        ))}
        {reports.map((report) => (
          <li key={report.id}>
            <Link to={`${home}/${report.id}`}>
              {report.commodity ? text.commodity(report.commodity) : text("today.report.untitled")}
            </Link>
            <span className="caption">
              {text.label(`today.report.${report.state}`, { step: report.step, steps: report.steps })}
              {report.author && `, ${text("today.report.by", { name: report.author })}`},{" "}
              {format.relative(report.at, now)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function QuestionLine({ question }: { question: WaitingQuestion }) {
  const text = useText();
  const format = useFormat();
  const age = format.duration(useNow().getTime() - Date.parse(question.at));
  const { id } = useWorkspace().operation;
  return (
    <li className="waiting-question">
      <Link to={`/operations/${id}/seizures/${question.seizureId}`}>{question.question}</Link>
      <span className="caption">{text("today.question", { age })}</span>
    </li>
  );
}

function HandoverLine({ handover: { signer, signedAt } }: { handover: WaitingHandover }) {
  const text = useText();
  const format = useFormat();
  const age = format.duration(useNow().getTime() - Date.parse(signedAt));
  return (
    <li className="waiting-question">
      <Link to={`/operations/${useWorkspace().operation.id}/watch`}>{text("today.handover", { name: signer })}</Link>
      <span className="caption">{text("today.handover.act", { age })}</span>
    </li>
  );
}

function PairLine({ pair: { id, kind, mine, theirs, agency, at } }: { pair: WaitingPair }) {
  const text = useText();
  const format = useFormat();
  const age = format.duration(useNow().getTime() - Date.parse(at));
  const asks = kind === "same_consignment" ? "today.pair.consignment" : "today.pair.case";
  return (
    <li className="waiting-question">
      <Link to={`/operations/${useWorkspace().operation.id}/duplicates#pair-${id}`}>
        {text(asks, { mine, theirs, agency })}
      </Link>
      <span className="caption">{text("today.pair", { age })}</span>
    </li>
  );
}

export function DifferenceLine({ difference }: { difference: WaitingDifference }) {
  const text = useText();
  const format = useFormat();
  const age = format.duration(useNow().getTime() - Date.parse(difference.askedAt));
  const { id } = useWorkspace().operation;
  const { agencyId, day } = difference;
  const words = useDifferenceWords();
  return (
    <li className="waiting-question">
      <Link to={`/operations/${id}/tallies/${agencyId}/${day}`}>{words.whole(difference)}</Link>
      <span className="caption">{text("today.difference", { day: format.dayShort(day), age })}</span>
    </li>
  );
}

export function WaitingEntryLine({ entry, to }: { entry: WaitingEntry; to: string }) {
  const text = useText();
  const format = useFormat();
  const { unit, receipt, by, objection } = entry;
  const age = format.duration(useNow().getTime() - Date.parse(entry.at));
  const objected = objection !== "";
  return (
    <li className="waiting-question">
      <Link to={to}>
        {objected
          ? text("today.entry.objected", { unit, receipt, text: objection })
          : text("today.entry.confirm", { receipt, name: by ?? "" })}
      </Link>
      <span className="caption">
        {text(objected ? "today.entry.objected.act" : "today.entry.confirm.act", { age })}
      </span>
    </li>
  );
}
