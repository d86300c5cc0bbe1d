import type { ReactNode } from "react";
import { DeliveryClocks } from "#app/components/outbox/delivery-notes.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { fillSeizureForm } from "#app/domain/seizure-form/fill.ts";
import { useOrderWords } from "./order-words.ts";
import type { ReleasedPage } from "./page-types.ts";
import { comparedLines, type Naming, useReportLines } from "./report-lines.ts";

type Entry = { key: string; at: string; lamp?: boolean; what: ReactNode; note?: string; by?: string | null };
type HistoryProps = { page: ReleasedPage; naming: Naming };

/** Who changed what, when and why, newest first: versions field by field, checks, questions, national approvals. */
export function SeizureHistory({ page, naming }: HistoryProps) {
  const text = useText();
  const entries = [
    ...useVersionEntries(page, naming),
    ...useStandingEntries(page),
    ...useJointEntries(page),
    ...useJudgedEntries(page),
    ...useQuestionEntries(page),
    ...useClearanceEntries(page),
    ...useDeliveryEntries(page),
  ].sort((left, right) => (left.at < right.at ? 1 : -1));
  return (
    <section className="history" aria-label={text("seizure.history")}>
      <h2 className="heading">{text("seizure.history")}</h2>
      <ol>
        {entries.map((entry) => (
          <li key={entry.key} className={entry.lamp ? "history-entry history-lamp" : "history-entry"}>
            <div>{entry.what}</div>
            {entry.note && <q>{entry.note}</q>}
            <div className="caption">
              <Time at={entry.at} as="moment" />
              {entry.by && `, ${entry.by}`}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useVersionEntries({ versions, case: kase }: ReleasedPage, naming: Naming): Entry[] {
  const text = useText();
  const { mark } = useFormat();
  const linesOf = useReportLines(naming);
  const orderWords = useOrderWords();
  return versions.map((version) => {
    const before = versions.find((other) => other.version === version.version - 1);
    const lines = (input: typeof version.input) => linesOf(fillSeizureForm(input, { mark, zone: "UTC" }));
    const differences = before ? comparedLines(lines(before.input), lines(version.input)) : [];
    const kind = version.changeKind && text.label(`seizure.change.${version.changeKind}`);
    const first = text("seizure.received", { receipt: kase?.receipt ?? "" });
    return {
      key: `version ${version.version}`,
      at: version.at,
      what: (
        <>
          <b>{before ? text("seizure.version", { n: version.version }) : first}</b> {before && kind}
          {differences.map((difference) => (
            <div key={difference.path} className="difference">
              {difference.label} <del>{difference.before || text("report.line.nothing")}</del>{" "}
              <ins>{difference.after || text("report.line.nothing")}</ins>
            </div>
          ))}
          {version.lost !== null && <div>{text("seizure.narrowed.lost", { n: version.lost })}</div>}
          {version.order && <div className="caption">{orderWords(version.order)}</div>}
        </>
      ),
      note: version.changeReason,
      by: version.author,
    };
  });
}

function useStandingEntries({ standing }: ReleasedPage): Entry[] {
  const text = useText();
  return standing.flatMap((step, index) => {
    const before = standing[index - 1];
    if (step.state !== "verified" || before?.state === "verified" || !step.at) return [];
    return [{ key: `standing ${step.version}`, at: step.at, lamp: true, what: <b>{text("seizure.checked")}</b> }];
  });
}

/** When it became part of a joint case, which message stood for that, and when it was one no more. */
function useJointEntries({ standing, fact }: ReleasedPage): Entry[] {
  const text = useText();
  return standing.flatMap(({ version, joint, headNo, at }, index) => {
    const before = standing[index - 1]?.joint ?? null;
    if (joint === before || !at) return [];
    const said = joint === null ? "seizure.joint.parted" : before ? "seizure.joint.moved" : "seizure.joint.joined";
    const head = joint === null ? "none" : joint === fact.id ? "own" : headNo === null ? "unseen" : "seen";
    const note = head === "none" ? null : text("seizure.joint.head", { head, no: headNo ?? "" });
    return [
      {
        key: `joint ${version}`,
        at,
        what: (
          <>
            <b>{text(said)}</b>
            {note && <div>{note}</div>}
          </>
        ),
      },
    ];
  });
}

/** What a plan that was changed says of it otherwise than the one before. */
function useJudgedEntries({ standing }: ReleasedPage): Entry[] {
  const text = useText();
  return standing.flatMap(({ version, outsideWindow, late, at, byPlan }, index) => {
    const before = standing[index - 1];
    if (!byPlan || !before || !at) return [];
    const moved = outsideWindow ? "seizure.judged.outside" : "seizure.judged.inside";
    const timed = late ? "seizure.judged.late" : "seizure.judged.in_time";
    const said = [
      ...(before.outsideWindow === outsideWindow ? [] : ([moved] as const)),
      ...(before.late === late ? [] : ([timed] as const)),
    ];
    return said.map((key) => ({ key: `${key} ${version}`, at, what: <b>{text(key)}</b> }));
  });
}

function useQuestionEntries({ questions }: ReleasedPage): Entry[] {
  const text = useText();
  return questions.flatMap(({ id, field, question, askedAt, answer, answeredAt }) => {
    const what = text.label(`seizure.about.${field}`);
    const asked = { key: `asked ${id}`, at: askedAt, lamp: answer === null, note: question };
    return [
      { ...asked, what: <b>{text("seizure.question.about", { what })}</b> },
      ...(answer !== null && answeredAt !== null
        ? [{ key: `answered ${id}`, at: answeredAt, what: <b>{text("seizure.answered", { what })}</b>, note: answer }]
        : []),
    ];
  });
}

/** National approvals: seen by the owner's agency alone. */
function useClearanceEntries({ clearances }: ReleasedPage): Entry[] {
  const text = useText();
  const orderWords = useOrderWords();
  return clearances.map(({ step, decision, note, at, by, ...order }) => ({
    key: `clearance ${at}`,
    at,
    what: (
      <>
        {text.label(`seizure.clearance.${decision}`, { step })}
        <div className="caption">{orderWords(order)}</div>
      </>
    ),
    note,
    by,
  }));
}

/** What came from devices that had kept it, by both clocks: seen by the owner's agency alone. */
function useDeliveryEntries({ deliveries }: ReleasedPage): Entry[] {
  const text = useText();
  return deliveries.map((delivery) => ({
    key: `delivery ${delivery.receivedAt} ${delivery.sentAt}`,
    at: delivery.receivedAt,
    what: (
      <>
        {text(`outbox.delivery.${delivery.what}`)}
        <DeliveryClocks delivery={delivery} />
      </>
    ),
    by: delivery.by,
  }));
}
