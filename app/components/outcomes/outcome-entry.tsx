import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { OutcomeVersion, StandingOutcome } from "#app/domain/outcome/standing.ts";
import { CorrectOutcome, WithdrawOutcome } from "./outcome-act.tsx";
import type { OutcomesOfSeizure } from "./outcome-types.ts";
import { useOutcomeWords } from "./use-outcome-words.ts";

type EntryProps = { outcome: StandingOutcome; told: OutcomesOfSeizure; answer: unknown };

/** One outcome at its day, who told it and when, what was said before, and how it is corrected. */
export function OutcomeEntry({ outcome: { now, before }, told, answer }: EntryProps) {
  const text = useText();
  const format = useFormat();
  const { choices, today, command } = told;
  const act = { outcome: now, choices, today, command, answer };
  return (
    <li className={now.withdrawn ? "outcome outcome-withdrawn" : "outcome"}>
      <p className="outcome-day">
        <time dateTime={now.said.on}>{format.day(now.said.on)}</time>
      </p>
      <div className="outcome-told">
        <p className="outcome-head">
          <Tag>{text(`outcome.kind.${now.said.kind}`)}</Tag>
          {now.withdrawn && <Tag tone="warn">{text("outcome.state.withdrawn")}</Tag>}
        </p>
        <Version version={now} />
        {before.length > 0 && (
          <details className="screen-only">
            <summary>{text("outcome.before", { n: before.length })}</summary>
            <ol className="outcome-before">
              {before.map((version) => (
                <li key={version.version}>
                  <Version version={version} />
                </li>
              ))}
            </ol>
          </details>
        )}
        {choices && !now.withdrawn && (
          <div className="outcome-acts screen-only">
            <CorrectOutcome {...act} choices={choices} />
            <WithdrawOutcome {...act} />
          </div>
        )}
      </div>
    </li>
  );
}

function Version({ version: { said, reason, author, agency, at } }: { version: OutcomeVersion }) {
  const text = useText();
  const words = useOutcomeWords();
  const by = [author, agency].filter(Boolean).join(", ");
  return (
    <>
      <p className="outcome-words" dir="auto">
        {words(said).join(" · ")}
      </p>
      {said.note !== "" && (
        <p className="told-text" dir="auto">
          {said.note}
        </p>
      )}
      {reason !== "" && <q dir="auto">{reason}</q>}
      <p className="caption">
        {said.reference !== "" && (
          <>
            <span className="code">{said.reference}</span> ·{" "}
          </>
        )}
        {text("outcome.told_at")} <Time at={at} as="moment" />
        {by && ` · ${by}`}
      </p>
    </>
  );
}
