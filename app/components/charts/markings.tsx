import { useText } from "../ui/text-context.tsx";

/** What the records of an operation are, said on every figure and in every file made of them. */
export type Marking = { kind: "live" } | { kind: "demo"; movedDays: number } | { kind: "exercise" };

/** The words of a marking; empty where records are what they seem. */
export function useMarking(marking: Marking): string {
  const text = useText();
  if (marking.kind === "demo") return text("shell.ribbon.demo", { n: marking.movedDays });
  return marking.kind === "exercise" ? text("shell.ribbon.exercise") : "";
}
