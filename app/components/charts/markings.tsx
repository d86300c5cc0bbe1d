import type { TextOf } from "#app/messages/catalogue.ts";
import { useText } from "../ui/text-context.tsx";

/** What the records of one operation are. */
type OfOne = { kind: "live" } | { kind: "demo"; movedDays: number } | { kind: "exercise" };

/** The same of several together, each by its code. */
type OfSeveral = { kind: "several"; parts: readonly { code: string; marking: OfOne }[] };

/** What the records are, said on every figure and in every file made of them. */
export type Marking = OfOne | OfSeveral;

/** The words of a marking; empty where records are what they seem. */
export function useMarking(marking: Marking): string {
  const text = useText();
  return markingWords(marking, text);
}

function markingWords(marking: Marking, text: TextOf): string {
  if (marking.kind === "demo") return text("shell.ribbon.demo", { n: marking.movedDays });
  if (marking.kind === "exercise") return text("shell.ribbon.exercise");
  if (marking.kind === "live") return "";
  return marking.parts
    .map(({ code, marking: own }) => [code, markingWords(own, text)])
    .filter(([, words]) => words !== "")
    .map((said) => said.join(": "))
    .join(" · ");
}
