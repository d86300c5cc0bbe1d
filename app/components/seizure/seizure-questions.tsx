import { ChatCircleDotsIcon } from "@phosphor-icons/react/dist/ssr/ChatCircleDots";
import { Field } from "#app/components/ui/field.tsx";
import { Select } from "#app/components/ui/inputs.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import { ASKED_ABOUT } from "#app/domain/verification.ts";
import { ActForm, AskedAct, useRefusal } from "./act-form.tsx";
import type { ReleasedPage } from "./page-types.ts";

type Questions = Pick<ReleasedPage, "questions" | "may" | "commands">;

/** Open questions stand first on the page, each with the place for its answer. */
export function OpenQuestions({ questions, may, commands }: Questions) {
  const text = useText();
  return (
    <>
      {questions
        .filter((question) => question.answer === null)
        .map((question) => (
          <Notice
            key={question.id}
            tone="warn"
            icon={ChatCircleDotsIcon}
            title={text("seizure.question.about", { what: text.label(`seizure.about.${question.field}`) })}
          >
            <p>“{question.question}”</p>
            <p className="caption">
              {text("seizure.question.open_since")} <Time at={question.askedAt} />
            </p>
            {may.answer && (
              <ActForm
                act={`answer-${question.id}`}
                command={commands[question.id]}
                values={{ question: question.id }}
                kind="primary"
                says={{ name: "answer", label: text("seizure.question.answer") }}
                confirm={text("seizure.question.answer.send")}
              />
            )}
          </Notice>
        ))}
    </>
  );
}

/** The coordination unit asks the owner about one thing; it never edits. */
export function AskQuestion({ may, commands }: Questions) {
  const text = useText();
  const refused = useRefusal("ask");
  if (!may.ask) return null;
  return (
    <AskedAct label={text("seizure.ask")} title={text("seizure.ask.title")} open={refused !== null}>
      <ActForm
        act="ask"
        command={commands.ask}
        values={{ id: commands.question ?? "" }}
        kind="primary"
        says={{ name: "question", label: text("seizure.ask.question"), hint: text("seizure.ask.hint") }}
        confirm={text("seizure.ask.send")}
      >
        <Field label={text("seizure.ask.about")}>
          <Select
            name="field"
            defaultValue={String(refused?.form.field ?? "amount")}
            options={ASKED_ABOUT.map((field) => ({ value: field, label: text.label(`seizure.about.${field}`) }))}
          />
        </Field>
      </ActForm>
    </AskedAct>
  );
}
