import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Membership, Self } from "#db/queries/acting.server.ts";
import { type LinkRow, linkAnswers } from "#db/queries/case-links.server.ts";
import type { LinkedPair, LinkSide, LinksOfSeizure } from "./components/case-links/link-types.ts";
import { may } from "./domain/access.ts";
import { groupsOf, pairKey, standingOf } from "./domain/case-links/standing.ts";
import type { LinkView } from "./domain/case-links/views.ts";
import type { SeizureFact } from "./domain/fact.ts";
import type { Id } from "./domain/id.ts";
import type { House } from "./services/house.server.ts";
import { digestOf, type FoundLink, linksAround, linksOfOperation } from "./services/linking.server.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** So many suggestions are shown; the others come up as these are answered. */
const SHOWN = 40;
/** So many of those that were dismissed last. */
const REMEMBERED = 60;

type Asking = { house: House; self: Self };

/** What may belong together with one seizure, and what was said of it: its own side first. */
export async function linksOfSeizure(tx: Tx, asking: Asking, seizure: Id): Promise<LinksOfSeizure> {
  const member = memberOf(asking.self);
  const said = byPair(await linkAnswers(tx, member.operationId, seizure));
  const { found, cases } = await linksAround(tx, asking, seizure, pairsOf(said));
  const mayAnswer = may(member, "link.answer", member.operation.state);
  return { pairs: found.flatMap((link) => asPair(member, link, said)), cases, command: mayAnswer ? uuid() : null };
}

/** Suggestions of the whole operation, groups of cases that belong together, or what was dismissed. */
export async function linksPage(tx: Tx, asking: Asking, view: LinkView) {
  const member = mustBeAllowed(asking.self, "link.read");
  const said = byPair(await linkAnswers(tx, member.operationId));
  const { found, cases } = await linksOfOperation(tx, asking, pairsOf(said));
  const pairs = found.flatMap((link) => asPair(member, link, said));
  const of = (state: LinkView) => pairs.filter((pair) => pair.state === state);
  const [open, linked, apart] = [of("open"), of("linked"), of("apart").sort(newestFirst)];
  const groups = groupsOf(linked.map(({ sides: [one, other] }) => [one.id, other.id]));
  return {
    view,
    cases,
    counts: { open: open.length, linked: groups.length, apart: apart.length },
    open: view === "open" ? open.slice(0, SHOWN) : [],
    groups: view === "linked" ? groups.map((ids) => linked.filter(({ sides }) => ids.includes(sides[0].id))) : [],
    apart: view === "apart" ? apart.slice(0, REMEMBERED) : [],
  };
}

type Said = ReadonlyMap<string, readonly LinkRow[]>;

function byPair(rows: readonly LinkRow[]): Said {
  const said = new Map<string, LinkRow[]>();
  for (const row of rows) {
    const key = pairKey(row.one, row.other);
    said.set(key, [...(said.get(key) ?? []), row]);
  }
  return said;
}

const pairsOf = (said: Said) => [...said.values()].flatMap(([last]) => (last ? [[last.one, last.other] as const] : []));

const newestFirst = (one: LinkedPair, other: LinkedPair) =>
  (one.history[0]?.at ?? "") < (other.history[0]?.at ?? "") ? 1 : -1;

/** The pair where there is something to show of it: what is no suggestion any more only while an answer stands. */
function asPair(member: Membership, link: FoundLink, said: Said): LinkedPair[] {
  const { one, other, reasons } = link;
  const rows = said.get(pairKey(one.id, other.id)) ?? [];
  const [last] = rows;
  const digests = reasons.map((reason) => digestOf(member.operationId, [one.id, other.id], reason));
  const { state, fresh } = standingOf(last, link.enough ? digests : []);
  if (state === "open" && !link.enough) return [];
  return [
    {
      sides: [sideOf(one), sideOf(other)],
      state,
      fresh,
      newKinds: fresh
        ? reasons.filter((_, at) => !last?.reasons.includes(digests[at] ?? "")).map(({ kind }) => kind)
        : [],
      // What is in the names of a case is shown there, to who asks for it: here only that it is the same.
      reasons: reasons.map(({ kind, values, n }) => ({ kind, n, values: isOfNames(kind) ? [] : values })),
      history: rows.map(({ answer, note, at, author, agency }) => ({
        ...{ answer, note, at, author: author ?? "", agency: agency ?? "" },
      })),
      base: last?.version ?? 0,
      mayAnswer: link.read && may(member, "link.answer", member.operation.state),
      command: uuid(),
    },
  ];
}

const isOfNames = (kind: string) => kind === "registration" || kind === "waybill";

function sideOf(fact: SeizureFact): LinkSide {
  const { id, messageNo, reporter, occurredOn, occurredTo, datePrecision, state, place, items } = fact;
  return { id, messageNo, reporter, occurredOn, occurredTo, datePrecision, state, place, items };
}
