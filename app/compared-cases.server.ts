import { setImmediate as otherWork } from "node:timers/promises";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import {
  comparedAmong,
  countedAmong,
  type ListedUpTo,
  listCompared,
  versionsAmong,
} from "#db/queries/duplicates.server.ts";
import { measuresOn } from "#db/queries/reference.server.ts";
import { isSameHistory, type Moment, touchedSince } from "#db/queries/touched.server.ts";
import { comparableOf } from "./domain/duplicates/comparable.ts";
import { Compared } from "./domain/duplicates/compared.ts";
import type { DuplicateCoverage } from "./domain/duplicates/coverage.ts";
import type { Match } from "./domain/duplicates/find.ts";
import type { Id } from "./domain/id.ts";
import { localDateIn } from "./domain/local-date.ts";
import type { Measures } from "./domain/quantity.ts";
import { followingOf, type Stream } from "./services/following.server.ts";
import type { Acting, House } from "./services/house.server.ts";
import { inTurn } from "./services/in-turn.ts";
import { memberOf, read } from "./services/write.server.ts";

/** The newest so many cases of an operation are compared with each other. */
export const MOST = 30_000;
/** So many at once: the first page has them before it is answered, the rest is done beside other work. */
const PAGE = 1_000;
/** So many are compared before other work has its turn. */
const AT_ONCE = 5;
/** A reader who may read more than before, without any event on a case, is asked about anew after so long. */
const LISTED_FOR_MS = 10 * 60_000;

/**
 * Cases of an operation as they were compared, with their versions; for each reader, up to where in the list the own
 * cases were taken in, whether that is done `again`, and the moment of the stream up to which changes were.
 */
type Kept = { measures: string; compared: Compared; versions: Map<Id, number>; readers: Map<Id, Listed> };
type Listed = Moment & { since: Date; after: ListedUpTo | null; count: number } & Standing;
/** `whole`: the end of the list was reached, and not only the most that are compared. */
type Standing = { complete: boolean; whole: boolean; again: boolean };
type Shelf = { kept: Map<Id, Kept>; underWay: Map<string, Promise<unknown>> };

const shelves = new WeakMap<House, Shelf>();

type Asked = { acting: Acting; self: Self; most?: number };

/**
 * Pairs of cases that may be one, of those that this reader may read now. Cases of all readers are compared once and
 * kept; which of the pairs somebody is told is asked of the database each time.
 */
export async function comparedCases(
  tx: Tx,
  { acting, self, most = MOST }: Asked,
): Promise<{ matches: Match[]; coverage: DuplicateCoverage }> {
  const member = memberOf(self);
  const shelf = shelfOf(acting.house);
  const stream = (await followingOf(tx, member)).streams.find(({ kind }) => kind === "operation");
  if (!stream) return { matches: [], coverage: { cases: 0, complete: true, whole: true } };
  const measures = await measuresOn(tx, localDateIn(member.operation.zone, self.now));
  const kept = keptFor(shelf, member.operationId, measures);
  const listed = await upToDate(tx, kept, { self, stream, measures, most });
  if (!listed.complete) goOn(shelf, acting, { kept, measures, most });
  const matches = await readable(tx, member.operationId, kept);
  const complete = listed.complete || listed.again;
  return { matches, coverage: { cases: kept.versions.size, complete, whole: listed.whole } };
}

function shelfOf(house: House): Shelf {
  const known = shelves.get(house) ?? { kept: new Map(), underWay: new Map() };
  shelves.set(house, known);
  return known;
}

/** Quantities are compared by the measures of the day: with other ones all begins anew. */
function keptFor(shelf: Shelf, operationId: Id, measures: Measures): Kept {
  const asWritten = JSON.stringify(measures);
  const known = shelf.kept.get(operationId);
  if (known?.measures === asWritten) return known;
  const kept = { measures: asWritten, compared: new Compared(), versions: new Map(), readers: new Map() };
  shelf.kept.set(operationId, kept);
  return kept;
}

type Asking = { self: Self; stream: Stream; measures: Measures; most: number };

/** Takes in what changed since this reader asked last; the first time, the newest cases. */
async function upToDate(tx: Tx, kept: Kept, { self, stream, measures, most }: Asking): Promise<Listed> {
  const { operationId, id: reader } = memberOf(self);
  const before = kept.readers.get(reader);
  const touched = await touchedSince(tx, stream.id, before?.seq ?? stream.head, stream.head);
  const isFresh = before && self.now.getTime() - before.since.getTime() < LISTED_FOR_MS;
  if (before && isFresh && isSameHistory(before, touched, stream.head)) {
    for (let from = 0; from < touched.seizures.length; from += PAGE) {
      await takeChanged(tx, kept, { operationId, ids: touched.seizures.slice(from, from + PAGE), measures });
    }
    Object.assign(before, { seq: stream.head, hash: touched.now });
    return before;
  }
  const begun: Listed = {
    ...{ seq: stream.head, hash: touched.now, since: self.now },
    ...{ after: null, count: 0, complete: false, whole: before?.whole ?? false, again: before?.complete ?? false },
  };
  kept.readers.set(reader, begun);
  await takePage(kept, { rows: await nextPage(tx, operationId, begun), listed: begun, measures, most });
  return begun;
}

const nextPage = (tx: Tx, operationId: Id, { after }: Listed) => listCompared(tx, operationId, { after, limit: PAGE });

/** What counts no more (withdrawn, held, merged) is forgotten; what is narrowed from this reader others may still read. */
async function takeChanged(
  tx: Tx,
  kept: Kept,
  { operationId, ids, measures }: { operationId: Id; ids: Id[]; measures: Measures },
) {
  const counted = await countedAmong(tx, operationId, ids);
  for (const id of ids) {
    if (counted.has(id)) continue;
    kept.compared.remove(id);
    kept.versions.delete(id);
  }
  await take(kept, await comparedAmong(tx, operationId, ids), measures);
}

type Page = { rows: Awaited<ReturnType<typeof listCompared>>; listed: Listed; measures: Measures; most: number };

async function takePage(kept: Kept, { rows, listed, measures, most }: Page) {
  await take(kept, rows, measures);
  const last = rows.at(-1);
  listed.count += rows.length;
  const ended = rows.length < PAGE;
  listed.complete = ended || listed.count >= most;
  if (listed.complete) listed.whole = ended;
  listed.after = last ? { at: last.at, id: last.id } : listed.after;
}

type Row = Awaited<ReturnType<typeof comparedAmong>>[number];

/** What is kept of a later version stays: this reader's moment may be an earlier one. */
async function take(kept: Kept, rows: readonly Row[], measures: Measures): Promise<void> {
  let taken = 0;
  for (const { input, id, version, ...reporter } of rows) {
    if (version <= (kept.versions.get(id) ?? 0)) continue;
    kept.compared.add(comparableOf({ ...input, id }, reporter, measures));
    kept.versions.set(id, version);
    taken++;
    if (taken % AT_ONCE === 0) await otherWork();
  }
}

/**
 * The rest of the list, page by page, as the reader who asked first. Each page is read in a transaction of its own and
 * compared after that has ended, so that nothing waits for it.
 */
function goOn(
  shelf: Shelf,
  acting: Acting,
  { kept, measures, most }: Pick<Asking, "measures" | "most"> & { kept: Kept },
) {
  const name = acting.operationId ?? "";
  if (shelf.underWay.has(name)) return;
  const page = async () => {
    const found = await read(acting, async (tx, self) => {
      const { operationId, id } = memberOf(self);
      const listed = kept.readers.get(id);
      const over = !listed || listed.complete || shelf.kept.get(operationId) !== kept;
      return over ? null : { rows: await nextPage(tx, operationId, listed), listed };
    });
    if (!found) return true;
    await takePage(kept, { ...found, measures, most });
    return found.listed.complete;
  };
  const rest = async () => {
    while (!(await page()));
  };
  // Whoever asks next goes on from where it ended.
  inTurn(shelf.underWay, name, rest).catch((error: unknown) =>
    acting.house.log.info({ err: error }, "comparing the cases of an operation ended early"),
  );
}

/** Pairs of which the reader may read both as they were compared; what waits to be compared anew is no pair yet. */
async function readable(tx: Tx, operationId: Id, { compared, versions }: Kept): Promise<Match[]> {
  const matches = compared.matches();
  const ids = [...new Set(matches.flatMap((match) => match.ids))];
  const now = new Map<Id, number>();
  for (let from = 0; from < ids.length; from += PAGE) {
    for (const { id, version } of await versionsAmong(tx, operationId, ids.slice(from, from + PAGE)))
      now.set(id, version);
  }
  const asCompared = (id: Id) => now.has(id) && now.get(id) === versions.get(id);
  return matches.filter(({ ids: [left, right] }) => asCompared(left) && asCompared(right));
}
