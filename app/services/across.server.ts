import type { Tx } from "#db/client.server.ts";
import { beginAs, type Self } from "#db/queries/acting.server.ts";
import { ALL_FIGURES, inTheirOrder } from "#db/queries/figures.server.ts";
import { listMyOperations } from "#db/queries/operations.server.ts";
import { may } from "../domain/access.ts";
import { type FactFilter, isFiltered } from "../domain/fact-filter.ts";
import { addFigures } from "../domain/figures/add-figures.ts";
import type { EvaluatedFigures } from "../domain/figures/result.ts";
import { OPERATION_KINDS } from "../domain/operation.ts";
import type { Acting } from "./house.server.ts";
import { figuresFor } from "./kept-figures.server.ts";
import { orRefuse, read, withinKey } from "./write.server.ts";

type Mine = Awaited<ReturnType<typeof listMyOperations>>[number];

/** The figures of one operation as its own page counts them for the reader, and what `beside` reads there. */
export type AcrossPart<T> = Mine & { figures: EvaluatedFigures; all: EvaluatedFigures; beside: T };

export type Across<T> = {
  now: Date;
  /** Operations whose facts the reader may read, the latest to end first. */
  offered: Mine[];
  /** Those of them that are counted. */
  parts: AcrossPart<T>[];
};

type Asked<T> = {
  filter: FactFilter;
  /** By their ids; those that are not the reader's to read are left out. None: all of the first kind that there is. */
  chosen: readonly string[];
  beside: (tx: Tx, self: Self) => Promise<T>;
};

/**
 * Figures of several operations of one moment. The reader stands in each of them in turn, in one transaction: rights,
 * rules and what is kept are those of the operation's own page, and nothing is read of two operations at once.
 */
export function readAcross<T>(acting: Acting, { filter, chosen, beside }: Asked<T>): Promise<Across<T>> {
  return read(acting, async (tx, { now }) => {
    const offered: Mine[] = [];
    for (const operation of await listMyOperations(tx))
      if (readsFacts(await standIn(tx, acting, operation))) offered.push(operation);
    const parts: AcrossPart<T>[] = [];
    for (const operation of countedOf(offered, chosen)) {
      const self = await standIn(tx, acting, operation);
      const all = await figuresFor(tx, { house: acting.house, self });
      const figures = isFiltered(filter) ? await figuresFor(tx, { house: acting.house, self, filter }) : all;
      parts.push({ ...operation, figures, all, beside: await beside(tx, self) });
    }
    return { now, offered, parts };
  });
}

async function standIn(tx: Tx, acting: Acting, { id }: Mine): Promise<Self> {
  return withinKey(acting, orRefuse(await beginAs(tx, acting.token, id)));
}

/** As for the operation's own page of figures. */
function readsFacts({ member }: Self): boolean {
  if (!member) return false;
  return may(member, "facts.read", member.operation.state, { agencyId: member.agencyId, unitId: member.unitId });
}

/** Those chosen, or all, of one kind: what is invented or moved in time is added to nothing else. Real ones first. */
function countedOf(offered: readonly Mine[], chosen: readonly string[]): readonly Mine[] {
  const named = offered.filter(({ id }) => chosen.includes(id));
  const among = named.length > 0 ? named : offered;
  const counted = OPERATION_KINDS.find((kind) => among.some((one) => one.kind === kind));
  return among.filter(({ kind }) => kind === counted);
}

/** Figures of operations together: a case counts in each that it was reported to. Null of none. */
export function figuresTogether(parts: readonly EvaluatedFigures[]): EvaluatedFigures | null {
  const [first, ...others] = parts;
  if (!first) return null;
  return others.reduce((sum, one) => inTheirOrder(addFigures(sum, one, ALL_FIGURES), ALL_FIGURES), first);
}
