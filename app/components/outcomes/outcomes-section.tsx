import { useId } from "react";
import { doneOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { NewOutcome } from "./outcome-act.tsx";
import { OutcomeEntry } from "./outcome-entry.tsx";
import type { OutcomesOfSeizure } from "./outcome-types.ts";
import "./outcomes.css";

/** What became of the case in laboratories and courts, as a line of days; and the way to tell more, also after closing. */
export function OutcomesSection({ told }: { told: OutcomesOfSeizure | null }) {
  const text = useText();
  const id = useId();
  const answer = useAnswer<unknown>();
  if (!told) return null;
  const { outcomes, choices } = told;
  return (
    <section id="outcomes" className="fact-group outcomes" aria-labelledby={id}>
      <h2 id={id} className="heading">
        {text("outcome.section")}
      </h2>
      <Until {...told} />
      <Done when={isOwn(answer)}>{text("outcome.done")}</Done>
      {outcomes.length === 0 && <p className="muted">{text(choices ? "outcome.none.add" : "outcome.none")}</p>}
      {outcomes.length > 0 && (
        <ol className="outcome-line">
          {outcomes.map((outcome) => (
            <OutcomeEntry key={outcome.now.id} outcome={outcome} told={told} answer={answer} />
          ))}
        </ol>
      )}
      {choices && <NewOutcome choices={choices} told={told} answer={answer} />}
    </section>
  );
}

/** The page has other forms: what they did is said at theirs. */
const isOwn = (answer: unknown) => ["outcome", "withdraw_outcome"].includes(doneOf(answer) ?? "");

/** Until when something is taken; nothing while the operation runs. */
function Until({ until, over }: OutcomesOfSeizure) {
  const text = useText();
  const format = useFormat();
  if (until === null) return null;
  const values = { day: format.day(until) };
  return <p className="caption">{over ? text("outcome.until.over", values) : text("outcome.until", values)}</p>;
}
