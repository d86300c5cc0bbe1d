import { useRef } from "react";
import { refusalOf } from "#app/components/form/answer.ts";
import type { FormAnswer, FormValues } from "#app/form-answer.ts";

/** What the server said to a form of tallies. */
export type TallyAnswer = {
  refused: FormAnswer | undefined;
  /** Typed so far, with one line more asked for. */
  typed: FormValues | undefined;
  done: boolean;
  /** Nothing reached the server: what was typed stands in the form as it is. */
  lost: boolean;
};

export function readTallyAnswer(answer: unknown): TallyAnswer {
  const said = typeof answer === "object" && answer !== null ? answer : {};
  return {
    refused: refusalOf(answer, "post"),
    typed: "typed" in said ? withNewLine(said.typed as FormValues) : undefined,
    done: "done" in said && said.done === "post",
    lost: "lost" in said && said.lost === true,
  };
}

/** Changes with each answer after which a form begins anew; a lost one leaves it in peace. */
export function useFormKey(answer: unknown, ...also: unknown[]): string {
  const seen = useRef({ answer, count: 0 });
  if (seen.current.answer !== answer && !readTallyAnswer(answer).lost) {
    seen.current = { answer, count: seen.current.count + 1 };
  }
  return [seen.current.count, ...also].join(" ");
}

/** A line without scripts: a space is something to the form, and nothing to whoever reads it. */
function withNewLine(values: FormValues): FormValues {
  const days = new Set(Object.keys(values).flatMap((name) => /^tallies\.\d+/.exec(name)?.[0] ?? []));
  const lines = [...days].map((day): [string, string] => {
    const rows = Object.keys(values).flatMap((name) =>
      name.startsWith(`${day}.groups.`) ? [Number.parseInt(name.slice(`${day}.groups.`.length), 10)] : [],
    );
    return [`${day}.groups.${Math.max(-1, ...rows) + 1}.cases`, " "];
  });
  return { ...values, ...Object.fromEntries(lines) };
}
