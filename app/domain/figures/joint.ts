import { type FactColumns, NO_NUMBER } from "./columns.ts";

/** Messages that are cases, each case and each case of a reporter once; and how many cases are more than one reporter's. */
export type OnceEach = { cases: Uint32Array; messages: Uint32Array; joint: JointCount };

/** Joint cases that more than one reporter is credited with, and with how many cases these are credited in all. */
export type JointCount = { cases: number; messages: number };

/**
 * Of the messages of one joint case the first of those at hand stands for it, in the order that its facts say: the head
 * where it is there. The same among the messages of one reporter, for that reporter's own count.
 */
export function onceEach(facts: FactColumns, counted: Uint32Array): OnceEach {
  const firsts = new Map<number, Map<number, number>>();
  for (const row of counted) {
    const joint = facts.joint[row] ?? NO_NUMBER;
    if (joint === NO_NUMBER) continue;
    const ofCase = firsts.get(joint) ?? new Map<number, number>();
    firsts.set(joint, ofCase);
    const reporter = facts.reporter[row] ?? 0;
    const known = ofCase.get(reporter);
    if (known === undefined || placeOf(facts, row) < placeOf(facts, known)) ofCase.set(reporter, row);
  }
  if (firsts.size === 0) return { cases: counted, messages: counted, joint: { cases: 0, messages: 0 } };
  const messages = counted.filter((row) => {
    const ofCase = firsts.get(facts.joint[row] ?? NO_NUMBER);
    return ofCase === undefined || ofCase.get(facts.reporter[row] ?? 0) === row;
  });
  const heads = new Map([...firsts].map(([joint, ofCase]) => [joint, firstOf(facts, ofCase.values())]));
  const cases = messages.filter((row) => (heads.get(facts.joint[row] ?? NO_NUMBER) ?? row) === row);
  const several = [...firsts.values()].filter((ofCase) => ofCase.size > 1);
  return {
    cases,
    messages,
    joint: { cases: several.length, messages: several.reduce((sum, { size }) => sum + size, 0) },
  };
}

function firstOf(facts: FactColumns, rows: Iterable<number>): number {
  return [...rows].reduce((first, row) => (placeOf(facts, row) < placeOf(facts, first) ? row : first));
}

function placeOf(facts: FactColumns, row: number): number {
  return facts.jointPlace[row] ?? 0;
}
