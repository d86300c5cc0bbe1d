import type { SeizureInput } from "#app/domain/seizure.ts";
import type { ExerciseCase } from "./exercise-cases.server.ts";

/** Marks of invented senders: where in the exercise the first of their consignments was seized, as a part of all cases. */
const MARKS: readonly (readonly [from: number, mark: string])[] = [
  [0.2, "Blue Elephant 88"],
  [0.4, "Nine Lotus"],
  [0.55, "Rồng Vàng 168"],
];
/** Where a container was seized that comes up again. */
const CONTAINERS: readonly number[] = [0.3, 0.5];
const CONSIGNMENTS = 3;
const WITHIN_MINUTES = 25 * 1440;

/**
 * Some of the invented cases are of one network: consignments of one mark that several countries seize within weeks, and
 * a container that is used again. Only what they have in common is put in; all else stays as it was drawn.
 */
export function withNetworks(cases: readonly ExerciseCase[]): ExerciseCase[] {
  const changed = new Map<ExerciseCase, Partial<SeizureInput>>();
  for (const [from, mark] of MARKS) {
    const first = cases.slice(Math.floor(cases.length * from)).find(({ input }) => goodsOf(input).startsWith("D"));
    const others = first ? alike(cases, first, ({ input }) => goodsOf(input) === goodsOf(first.input)) : [];
    for (const one of first ? [first, ...others.slice(0, CONSIGNMENTS - 1)] : [])
      changed.set(one, markedWith(one.input, mark));
  }
  for (const from of CONTAINERS) {
    const first = cases.slice(Math.floor(cases.length * from)).find(({ input }) => input.containerNo !== "");
    const [again] = first ? alike(cases, first, ({ input }) => input.containerNo !== "") : [];
    if (first && again) changed.set(again, { ...changed.get(again), containerNo: first.input.containerNo });
  }
  return cases.map((one) => ({ ...one, input: { ...one.input, ...changed.get(one) } }));
}

const goodsOf = ({ items }: SeizureInput) => items[0]?.commodity ?? "";

/** What other agencies seized soon after it. */
function alike(cases: readonly ExerciseCase[], first: ExerciseCase, fits: (one: ExerciseCase) => boolean) {
  return cases.filter(
    (one) =>
      one.agency !== first.agency &&
      one.seized > first.seized &&
      one.seized - first.seized <= WITHIN_MINUTES &&
      fits(one),
  );
}

function markedWith({ items }: SeizureInput, mark: string): Partial<SeizureInput> {
  const [first, ...others] = items;
  return {
    items: first ? [{ ...first, brand: mark }, ...others] : items,
    concealmentText: `Exercise: wrapped in brown tape under carbon paper, each packet with a printed label "${mark}".`,
  };
}
