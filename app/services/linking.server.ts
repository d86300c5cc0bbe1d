import { createHash } from "node:crypto";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import {
  type ClueGroup,
  clueGroups,
  cluesAround,
  type Hiding,
  hidingCounts,
  linkedDays,
  linkedParts,
} from "#db/queries/case-links.server.ts";
import { visibleFacts } from "#db/queries/facts.server.ts";
import { likelyPairs } from "../domain/case-links/likely.ts";
import { type Linkable, linkableOf } from "../domain/case-links/linkable.ts";
import {
  type Commonness,
  type Reason,
  reasonsBetween,
  type Suggestion,
  suggestionOf,
} from "../domain/case-links/reasons.ts";
import { MOST_SHARING } from "../domain/case-links/rule.ts";
import { pairKey, pairOf } from "../domain/case-links/standing.ts";
import type { SeizureFact } from "../domain/fact.ts";
import type { Id } from "../domain/id.ts";
import type { House } from "./house.server.ts";
import { memberOf } from "./write.server.ts";

/**
 * Two cases that may belong together, as this reader sees them. `enough`: it is a suggestion; `read`: both cases may be
 * read, and not only counted.
 */
export type FoundLink = Suggestion & { one: SeizureFact; other: SeizureFact; enough: boolean; read: boolean };
export type FoundLinks = { found: FoundLink[]; cases: number };
type Asking = { house: House; self: Self };
type Pairs = readonly (readonly [Id, Id])[];

/** So many of an operation's likeliest pairs are weighed whole. */
export const WEIGHED = 300;

/**
 * What may belong together with one seizure, the likeliest first: among what the reader may see, tier by tier. Pairs that
 * somebody answered are looked at in any case.
 */
export async function linksAround(tx: Tx, asking: Asking, seizure: Id, answered: Pairs = []): Promise<FoundLinks> {
  const { operationId } = memberOf(asking.self);
  const groups = await cluesAround(tx, operationId, seizure, MOST_SHARING);
  const others = new Set([...groups.flatMap(({ ids }) => ids), ...answered.flat()]);
  others.delete(seizure);
  if (others.size === 0) return { found: [], cases: 0 };
  const pairs = [...others].map((other) => [seizure, other] as const);
  return weighed(tx, operationId, { pairs, answered, common: await commonness(tx, asking, groups) });
}

/** The likeliest pairs of the whole operation, and those that were answered; no pair is made that has nothing rare in common. */
export async function linksOfOperation(tx: Tx, asking: Asking, answered: Pairs = []): Promise<FoundLinks> {
  const { operationId } = memberOf(asking.self);
  const groups = await clueGroups(tx, operationId, MOST_SHARING);
  const days = await linkedDays(tx, operationId, [...new Set(groups.flatMap(({ ids }) => ids))]);
  const common = await commonness(tx, asking, groups);
  const pairs = [...likelyPairs(groups, days, common, WEIGHED), ...answered];
  return weighed(tx, operationId, { pairs, answered, common });
}

/** What speaks for a pair before this reader, whether it makes a suggestion or not. */
export async function reasonsOfPair(tx: Tx, asking: Asking, one: Id, other: Id): Promise<Reason[]> {
  const { operationId } = memberOf(asking.self);
  const common = await commonness(tx, asking, await cluesAround(tx, operationId, one, MOST_SHARING));
  const { linkables } = await linkablesOf(tx, operationId, [one, other]);
  const [left, right] = [linkables.get(one), linkables.get(other)];
  return left && right ? reasonsBetween(left, right, common) : [];
}

/**
 * A reason as an answer remembers it: one that nobody can read back who may not see what it was. How near in time the
 * two were, and how usual the thing is, are not part of it.
 */
export function digestOf(
  operationId: Id,
  pair: readonly [Id, Id],
  { kind, values }: Pick<Reason, "kind" | "values">,
): string {
  const said = JSON.stringify([operationId, ...pairOf(...pair), kind, values]);
  return createHash("sha256").update(said).digest("hex").slice(0, 24);
}

/** Of so many cases on, how rare ways of hiding are changes slowly: it is counted anew after so long. */
const SLOW_FROM = 5_000;
const COUNTED_FOR_MS = 10 * 60_000;
type Counted = Hiding & { at: number };
const counted = new WeakMap<House, Map<Id, Counted>>();

/** Counted once for all who read the facts of an operation; for a reporter among those of the own unit. */
async function hidingOf(tx: Tx, { house, self }: Asking): Promise<Hiding> {
  const { operationId, readsFacts } = memberOf(self);
  if (!readsFacts) return hidingCounts(tx, operationId);
  const shelf = counted.get(house) ?? new Map<Id, Counted>();
  counted.set(house, shelf);
  const known = shelf.get(operationId);
  if (known && self.now.getTime() - known.at < COUNTED_FOR_MS) return known;
  const fresh = { ...(await hidingCounts(tx, operationId)), at: self.now.getTime() };
  if (fresh.cases >= SLOW_FROM) shelf.set(operationId, fresh);
  return fresh;
}

async function commonness(tx: Tx, asking: Asking, groups: readonly ClueGroup[]): Promise<Commonness> {
  const { cases, ways } = await hidingOf(tx, asking);
  const sharing = new Map(groups.map(({ kind, value, n }) => [`${kind} ${value}`, n]));
  for (const [code, n] of ways) sharing.set(`hidden ${code}`, n);
  return { cases, sharing };
}

type Weighing = { pairs: Pairs; answered: Pairs; common: Commonness };

async function weighed(tx: Tx, operationId: Id, { pairs, answered, common }: Weighing): Promise<FoundLinks> {
  const { facts, linkables } = await linkablesOf(tx, operationId, [...new Set(pairs.flat())]);
  const kept = new Set(answered.map((pair) => pairKey(...pair)));
  const each = new Map(pairs.map((pair) => [pairKey(...pair), pair]));
  const found = [...each].flatMap(([key, [left, right]]): FoundLink[] => {
    const [a, b] = [linkables.get(left), linkables.get(right)];
    const [one, other] = [facts.get(left), facts.get(right)];
    if (!a || !b || !one || !other) return [];
    const suggestion = mayBeLinked(one, other) ? suggestionOf(a, b, common) : null;
    if (!suggestion && !kept.has(key)) return [];
    const reasons = suggestion?.reasons ?? reasonsBetween(a, b, common);
    const read = a.case !== null && b.case !== null;
    return [{ one, other, reasons, points: suggestion?.points ?? 0, enough: suggestion !== null, read }];
  });
  found.sort((a, b) => b.points - a.points || (a.one.id + a.other.id < b.one.id + b.other.id ? -1 : 1));
  return { found, cases: common.cases };
}

async function linkablesOf(tx: Tx, operationId: Id, ids: readonly Id[]) {
  const [facts, { inputs, names }] = await Promise.all([
    visibleFacts(tx, operationId, ids),
    linkedParts(tx, operationId, ids),
  ]);
  const linkables = facts.map((fact): [Id, Linkable] => [
    fact.id,
    linkableOf(fact, inputs.get(fact.id) ?? null, names.get(fact.id) ?? null),
  ]);
  return { facts: new Map(facts.map((fact) => [fact.id, fact])), linkables: new Map(linkables) };
}

const counts = ({ state }: SeizureFact) => state === "submitted" || state === "verified";

/** Two cases that stand; messages on one case are no two. */
function mayBeLinked(one: SeizureFact, other: SeizureFact): boolean {
  return counts(one) && counts(other) && (one.joint === null || one.joint.head !== other.joint?.head);
}
