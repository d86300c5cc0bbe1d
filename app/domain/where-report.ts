/** Where a report of an officer is, as its author asks: who has it now, or what became of it. */
export type Whereabouts = "draft" | "returned" | "on_hold" | "chief" | "headquarters";

type Standing = { state: string; step: number; steps: number; onHold: boolean };

/** The last approval is given at headquarters; any before it by the chief. Null where it is on no officer's list. */
export function whereIs({ state, step, steps, onHold }: Standing): Whereabouts | null {
  if (state === "draft" || state === "returned") return state;
  if (state !== "in_clearance") return null;
  if (onHold) return "on_hold";
  return step + 1 >= steps ? "headquarters" : "chief";
}
