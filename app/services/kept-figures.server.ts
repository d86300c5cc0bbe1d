import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { currentFigures } from "#db/queries/current-figures.server.ts";
import { ALL_FIGURES, type FigureName, someFiguresInSql } from "#db/queries/figures.server.ts";
import { isSameHistory, type Moment, touchedSince } from "#db/queries/touched.server.ts";
import { type FactFilter, NO_FILTER } from "../domain/fact-filter.ts";
import type { EvaluatedFigures } from "../domain/figures/result.ts";
import { followingOf, type Stream } from "./following.server.ts";
import type { House } from "./house.server.ts";
import { inTurn } from "./in-turn.ts";
import { operationDay } from "./reading.server.ts";
import { memberOf } from "./write.server.ts";

/**
 * Figures count shared facts alone, so all who read facts get the same: counted once, and kept until something happens
 * in the operation's stream. Whoever does not read facts is never answered from here.
 */
type Kept = Moment & { at: Date; figures: Partial<EvaluatedFigures> };
type Shelf = { kept: Map<string, Kept>; underWay: Map<string, Promise<unknown>> };

/** Over all operations, days and filters; the one not asked for longest goes first. */
const MOST = 200;
const shelves = new WeakMap<House, Shelf>();

type Asked = { house: House; self: Self; filter?: FactFilter };

/** The figures of the operation as the reader may count it now: those that are named, or all. */
export async function figuresFor(tx: Tx, asked: Asked): Promise<EvaluatedFigures>;
export async function figuresFor<Name extends FigureName>(
  tx: Tx,
  asked: Asked,
  names: readonly Name[],
): Promise<Pick<EvaluatedFigures, Name>>;
export async function figuresFor(
  tx: Tx,
  { house, self, filter = NO_FILTER }: Asked,
  names: readonly FigureName[] = ALL_FIGURES,
): Promise<Partial<EvaluatedFigures>> {
  const member = memberOf(self);
  const asked = { operationId: member.operationId, filter, today: operationDay(member, self.now) };
  const stream = member.readsFacts && (await followingOf(tx, member)).streams.find(({ kind }) => kind === "operation");
  if (!stream) return someFiguresInSql(tx, asked, names);
  const shelf = shelfOf(house);
  const key = JSON.stringify([asked.operationId, asked.today.from, asked.today.to, filter, names]);
  return inTurn(shelf.underWay, key, async () => {
    const now = await upToDate(tx, shelf.kept.get(key), {
      stream,
      at: self.now,
      count: () => currentFigures(tx, asked, names),
    });
    keep(shelf.kept, key, now);
    return now.figures;
  });
}

type Asking = { stream: Stream; at: Date; count: () => Promise<Partial<EvaluatedFigures>> };

async function upToDate(tx: Tx, kept: Kept | undefined, { stream, at, count }: Asking): Promise<Kept> {
  const touched = await touchedSince(tx, stream.id, kept?.seq ?? stream.head, stream.head);
  // This transaction began before the one that counted them: they tell more than it can see, and nothing less.
  if (kept && stream.head < kept.seq && at < kept.at) return kept;
  if (kept && isSameHistory(kept, touched, stream.head) && touched.seizures.length === 0) return kept;
  return { seq: stream.head, hash: touched.now, at, figures: await count() };
}

function keep(kept: Map<string, Kept>, key: string, now: Kept): void {
  kept.delete(key);
  kept.set(key, now);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST) return;
    kept.delete(oldest);
  }
}

function shelfOf(house: House): Shelf {
  const known = shelves.get(house) ?? { kept: new Map(), underWay: new Map() };
  shelves.set(house, known);
  return known;
}
