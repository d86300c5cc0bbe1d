import type { Tx } from "#db/client.server.ts";
import { type Stretch, sharedFactsInPages } from "#db/queries/facts.server.ts";
import { isSameHistory, type Moment, touchedSince } from "#db/queries/touched.server.ts";
import type { SeizureFact } from "../domain/fact.ts";
import { encodeFacts } from "../domain/fact-codec.ts";
import type { Id } from "../domain/id.ts";
import type { House } from "./house.server.ts";
import { inTurn } from "./in-turn.ts";
import { smallBeginning } from "./small-beginning.server.ts";

/**
 * The shared facts of an operation, written once for all who may read them and kept until an event touches them. Nothing
 * that only some see is ever in here: whoever reads facts sees every shared one, whoever does not must not call this.
 */
type Page = Stretch & { text: string };
/** `at`: when the transaction began that read them. */
type Kept = Moment & { at: Date; pages: Page[]; small?: Promise<Buffer> };
type Shelf = { kept: Map<Id, Kept>; underWay: Map<Id, Promise<unknown>> };

/** Together, over all operations; the one not asked for longest goes first. */
const MOST_CHARACTERS = 96_000_000;
const shelves = new WeakMap<House, Shelf>();

type Asked = { house: House; operationId: Id; stream: { id: Id; head: number }; now: Date };

export type SharedBlocks = {
  blocks: string[];
  /** `BEGUN` and all blocks with commas between them, as the beginning of a Brotli stream. */
  small: () => Promise<Buffer>;
};

/** An object of JSON with which answers begin that hold the blocks. */
export const BEGUN = '{"facts":[';

/** Blocks that hold at least what had happened at the stream's head, and nothing that is not shared any more. */
export async function sharedBlocks(tx: Tx, asked: Asked): Promise<SharedBlocks> {
  const shelf = shelfOf(asked.house);
  const { operationId } = asked;
  return inTurn(shelf.underWay, operationId, async () => {
    const fresh = await upToDate(tx, shelf.kept.get(operationId), asked);
    keep(shelf, operationId, fresh);
    return { blocks: fresh.pages.map(({ text }) => text), small: () => smallOf(fresh) };
  });
}

function smallOf(kept: Kept): Promise<Buffer> {
  kept.small ??= smallBeginning(BEGUN + kept.pages.map(({ text }) => text).join()).catch((error: unknown) => {
    kept.small = undefined;
    throw error;
  });
  return kept.small;
}

function shelfOf(house: House): Shelf {
  const known = shelves.get(house) ?? { kept: new Map(), underWay: new Map() };
  shelves.set(house, known);
  return known;
}

async function upToDate(tx: Tx, kept: Kept | undefined, { operationId, stream, now }: Asked): Promise<Kept> {
  // Where nothing is kept nothing is compared: all is written, whatever happened before.
  const touched = await touchedSince(tx, stream.id, kept?.seq ?? stream.head, stream.head);
  // This transaction began before the one that wrote them: they tell more than it can see, and nothing less.
  if (kept && stream.head < kept.seq && now < kept.at) return kept;
  const moment = { seq: stream.head, hash: touched.now, at: now };
  if (kept === undefined || !isSameHistory(kept, touched, stream.head))
    return { ...moment, pages: await write(tx, operationId, ALL) };
  const pages = await renew(tx, operationId, kept.pages, touched.seizures);
  const isSame = pages.length === kept.pages.length && pages.every((page, at) => page === kept.pages[at]);
  return { ...moment, pages, ...(isSame && { small: kept.small }) };
}

const ALL: Stretch = { after: null, upTo: null };

async function renew(tx: Tx, operationId: Id, pages: readonly Page[], touched: readonly Id[]): Promise<Page[]> {
  const renewed: Page[] = [];
  for (const page of pages) {
    const isTouched = touched.some((id) => isIn(page, id));
    renewed.push(...(isTouched ? await write(tx, operationId, page) : [page]));
  }
  return renewed;
}

/** Ids of PostgreSQL are lower case, and their order is that of their text. */
function isIn({ after, upTo }: Stretch, id: Id): boolean {
  return (after === null || id > after) && (upTo === null || id <= upTo);
}

/** Pages that cover the whole stretch, page after page, so that other work gets its turn in between. */
async function write(tx: Tx, operationId: Id, { after, upTo }: Stretch): Promise<Page[]> {
  const pages: Page[] = [];
  let from = after;
  for await (const facts of sharedFactsInPages(tx, operationId, { after, upTo })) {
    const last = facts.at(-1)?.id ?? null;
    pages.push({ after: from, upTo: last, text: written(facts) });
    from = last;
  }
  const end = pages.pop() ?? { after, upTo, text: written([]) };
  return [...pages, { ...end, upTo }];
}

function written(facts: readonly SeizureFact[]): string {
  return JSON.stringify(encodeFacts(facts));
}

function keep({ kept }: Shelf, operationId: Id, fresh: Kept): void {
  kept.delete(operationId);
  kept.set(operationId, fresh);
  let size = [...kept.values()].reduce((sum, one) => sum + lengthOf(one), 0);
  for (const [id, one] of kept) {
    if (size <= MOST_CHARACTERS) return;
    kept.delete(id);
    size -= lengthOf(one);
  }
}

function lengthOf({ pages }: Kept): number {
  return pages.reduce((sum, { text }) => sum + text.length, 0);
}
