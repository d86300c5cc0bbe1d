import { useState } from "react";

/**
 * How often a form has been answered as it wanted: as its key it empties the form after each of its own answers, and
 * leaves what is typed alone whatever others do meanwhile.
 */
export function useRounds(answer: unknown, own: (answer: unknown) => boolean): number {
  const [seen, see] = useState({ answer, rounds: 0 });
  if (answer !== seen.answer) see({ answer, rounds: seen.rounds + Number(own(answer)) });
  return seen.rounds;
}
