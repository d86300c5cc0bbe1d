import { refusalOf } from "#app/components/form/answer.ts";
import { AskArea } from "#app/components/form/ask.tsx";
import { CommandForm, Send } from "#app/components/form/command-form.tsx";
import { Done } from "#app/components/form/done.tsx";
import { FormState } from "#app/components/form/form-context.tsx";
import { FormErrors } from "#app/components/form/form-errors.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { type Difference, sameMatter } from "#app/domain/tally/difference.ts";
import type { TallyQuestion } from "#app/domain/tally/question.ts";
import { useDifferenceWords } from "./difference-words.ts";

type DayDifferencesProps = {
  day: string;
  differences: readonly Difference[];
  questions: readonly TallyQuestion[];
  may: { explain: boolean };
  command: string;
  answer: unknown;
};

/** Where tally and case reports of the day differ, each with the question that it has become. */
export function DayDifferences(props: DayDifferencesProps) {
  const { differences, questions, answer } = props;
  const text = useText();
  const settled = typeof answer === "object" && answer !== null && "done" in answer && answer.done === "explain";
  return (
    <>
      <Done when={settled}>{text("tally.question.answered")}</Done>
      {differences.map((difference) => {
        const about = questions.filter((question) => sameMatter(question, difference));
        const open = about.find(({ closedAt }) => closedAt === null);
        const told = about.find(
          ({ closedAs, said, seen }) => closedAs === "answered" && said === difference.said && seen === difference.seen,
        );
        return told && !open ? null : (
          <OneDifference
            key={`${difference.group} ${difference.measure}`}
            {...props}
            difference={difference}
            question={open}
          />
        );
      })}
    </>
  );
}

type OneDifferenceProps = DayDifferencesProps & { difference: Difference; question: TallyQuestion | undefined };

function OneDifference({ difference, question, may, command, answer }: OneDifferenceProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const words = useDifferenceWords();
  const goods = words.about(difference);
  return (
    <Notice tone="lamp" title={text(question ? "tally.question" : "tally.day.differs")}>
      <p>{words.whole(difference)}</p>
      {question && (
        <p className="caption">
          {text("tally.question.open", { age: format.duration(now.getTime() - Date.parse(question.askedAt)) })}
        </p>
      )}
      {question && may.explain && <Explain question={question} command={command} answer={answer} goods={goods} />}
    </Notice>
  );
}

type ExplainProps = { question: TallyQuestion; command: string; answer: unknown; goods: string };

/** Both are right: the contact point says why, and the question is closed for as long as the numbers stay the same. */
function Explain({ question, command, answer, goods }: ExplainProps) {
  const text = useText();
  const refused = refusalOf(answer, "explain");
  const mine = refused?.form.question === question.id ? refused : undefined;
  return (
    <details className="tally-explain" open={mine ? true : undefined}>
      <summary>{text("tally.question.right", { goods })}</summary>
      <FormState initial={{ answer: "" }} refused={mine}>
        <CommandForm command={command} intent="explain" hidden={{ question: question.id }} className="form">
          <FormErrors refused={mine} labels={{ answer: text("tally.question.why") }} />
          <AskArea name="answer" label={text("tally.question.why")} hint={text("tally.question.why.hint")} rows={2} />
          <div>
            <Send kind="plain">{text("tally.question.send")}</Send>
          </div>
        </CommandForm>
      </FormState>
    </details>
  );
}

/** What was asked of the day and how it ended. */
export function SettledQuestions({ questions }: { questions: readonly TallyQuestion[] }) {
  const text = useText();
  const format = useFormat();
  const words = useDifferenceWords();
  const settled = questions.filter(({ closedAt }) => closedAt !== null);
  if (settled.length === 0) return null;
  return (
    <Panel title={text("tally.questions.settled")}>
      <ol className="tally-lines">
        {settled.map(({ id, closedAt, answer, ...difference }) => (
          <li key={id}>
            <span>{words.whole(difference)}</span>
            {answer && <span>“{answer}”</span>}
            <span className="caption">
              {text(answer ? "tally.question.closed.answered" : "tally.question.closed.mended", {
                at: format.moment(closedAt ?? ""),
              })}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
