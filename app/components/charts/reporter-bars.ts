import type { EvaluatedFigures } from "#app/domain/figures/result.ts";
import type { Participant } from "./participant.ts";
import { type Bar, barOf } from "./stack.ts";

/** A bar for each administration that takes part, with or without cases, and for whoever reported without being listed. */
export function reporterBars(rows: EvaluatedFigures["byReporter"], participants: readonly Participant[]): Bar[] {
  const names = new Map(participants.map(({ code, name }) => [code, name]));
  const codes = [...new Set([...names.keys(), ...rows.flatMap(({ key }) => key.reporter ?? [])])];
  return codes.map((code) =>
    barOf(
      code,
      names.get(code) ?? code,
      rows.filter(({ key }) => key.reporter === code),
    ),
  );
}
