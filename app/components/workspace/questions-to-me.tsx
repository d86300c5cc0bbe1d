import { Panel } from "#app/components/ui/panel.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { QuestionLine, type WaitingQuestion } from "./waiting-list.tsx";

/** What somebody wants to know about what the unit seized, the oldest first. */
export function QuestionsToMe({ questions }: { questions: readonly WaitingQuestion[] }) {
  const text = useText();
  return (
    <Panel title={text("today.questions")}>
      {questions.length === 0 && <p className="caption">{text("today.questions.none")}</p>}
      <ul className="waiting">
        {questions.map((question) => (
          <QuestionLine key={question.id} question={question} />
        ))}
      </ul>
    </Panel>
  );
}
