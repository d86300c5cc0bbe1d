import { CLEARANCE_ACTS, type Decided } from "#app/domain/clearance.ts";
import type { FormAnswer } from "#app/form-answer.ts";

/** What the server said to the tray. */
export type TrayAnswer = {
  refused: FormAnswer | undefined;
  decided: readonly Decided[];
  /** Nothing reached the server. */
  lost: boolean;
  /** Another after each decision: the fields below begin anew. */
  round: string;
};

export function readTrayAnswer(answer: unknown): TrayAnswer {
  const said = typeof answer === "object" && answer !== null ? answer : {};
  const decided = "decided" in said ? (said.decided as Decided[]) : [];
  const refused = "refused" in said ? (said.refused as FormAnswer) : undefined;
  return {
    refused: CLEARANCE_ACTS.some((act) => act === refused?.intent) ? refused : undefined,
    decided,
    lost: "lost" in said && said.lost === true,
    round: decided.map(({ seizure, state }) => `${seizure} ${state}`).join(" "),
  };
}
