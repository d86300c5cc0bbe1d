import type { Id } from "../id.ts";

/** They belong together, they do not, or an answer is taken back. */
export const LINK_ANSWERS = ["linked", "apart", "open"] as const;
export type LinkAnswer = (typeof LINK_ANSWERS)[number];

/** What somebody said of two cases, and on which reasons, as digests. */
export type Answered = { answer: LinkAnswer; reasons: readonly string[] };

/** Where a pair stands for a reader: what was dismissed is asked again only on a reason that nobody weighed then. */
export type Standing = { state: "open" | "linked" | "apart"; fresh: boolean };

/** `now` are the digests of what speaks for the pair as this reader sees it; none where it is no suggestion. */
export function standingOf(last: Answered | undefined, now: readonly string[]): Standing {
  if (!last || last.answer === "open") return { state: "open", fresh: false };
  if (last.answer === "linked") return { state: "linked", fresh: false };
  const fresh = now.some((reason) => !last.reasons.includes(reason));
  return { state: fresh ? "open" : "apart", fresh };
}

/** The two ids of a pair in the one order in which they are kept. */
export function pairOf(left: Id, right: Id): [Id, Id] {
  return left < right ? [left, right] : [right, left];
}

/** A pair as one word. */
export const pairKey = (left: Id, right: Id) => pairOf(left, right).join(" ");

/** Cases that hang together through linked pairs, the largest group first; ids in order within each. */
export function groupsOf(pairs: readonly (readonly [Id, Id])[]): Id[][] {
  const group = new Map<Id, Set<Id>>();
  for (const [left, right] of pairs) {
    const both = new Set([left, right, ...(group.get(left) ?? []), ...(group.get(right) ?? [])]);
    for (const id of both) group.set(id, both);
  }
  return [...new Set(group.values())]
    .map((ids) => [...ids].sort())
    .sort((one, other) => other.length - one.length || ((one[0] ?? "") < (other[0] ?? "") ? -1 : 1));
}
