import type { ReactNode } from "react";
import { Field } from "#app/components/ui/field.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { questionKey } from "#app/domain/asked.ts";
import type { Question } from "#app/domain/checks.ts";
import { type FormStep, stepText } from "#app/domain/seizure-form/steps.ts";
import { useQuestionText } from "./question-text.ts";
import { useErrors, useQuestion, useTake } from "./report-context.ts";

type AskedFieldProps = {
  /** The field's name in the form: errors and questions about it stand here. */
  name: string;
  /** Other fields whose errors and questions stand here, since they have no place of their own. */
  also?: readonly string[];
  label: string;
  hint?: ReactNode;
  optional?: boolean;
  understood?: ReactNode;
  group?: boolean;
  children: ReactNode;
};

/** A field with its errors and with what the checks ask about it, answered by one tap, with scripts and without. */
export function AskedField({ name, also = [], ...rest }: AskedFieldProps) {
  const names = [name, ...also];
  const errors = useErrors(names);
  const question = useQuestion(names);
  return (
    <div id={`at-${name}`} className="report-field">
      <Field {...rest} errors={errors} question={useAsked(question)} />
    </div>
  );
}

function useAsked(question: Question | undefined) {
  const text = useText();
  const take = useTake();
  const sentence = useQuestionText();
  if (!question) return undefined;
  const stepOf = ({ change }: Question["answers"][number]): FormStep =>
    change ? { act: "answer", ...change } : { act: "keep", question: questionKey(question) };
  return {
    text: sentence(question),
    answers: question.answers.map((answer) => ({
      label: text.label(`check.answer.${answer.key}`),
      name: "step",
      value: stepText(stepOf(answer)),
      onChoose: () => take(stepOf(answer)),
    })),
  };
}
