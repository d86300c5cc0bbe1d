import type { SeizureFact } from "../domain/fact.ts";
import type { FactBlock } from "../domain/fact-block.ts";
import { withArrays } from "../domain/fact-block-arrays.ts";
import type { FactFilter } from "../domain/fact-filter.ts";
import { FactReader } from "../domain/fact-reader.ts";
import { BlockCoder } from "../domain/figures/block-coder.ts";
import type { FactColumns } from "../domain/figures/columns.ts";
import { evaluateFigures } from "../domain/figures/evaluate.ts";
import { FactTable, type PackedTable } from "../domain/figures/fact-table.ts";
import type { EvaluatedFigures, Today } from "../domain/figures/result.ts";
import { type Selection, select } from "../domain/figures/select.ts";
import { isFiltered } from "../domain/filter-address.ts";
import type { Id } from "../domain/id.ts";
import { wordsOfBase64 } from "../domain/id-bytes.ts";
import { IdRows, type PackedIdRows } from "../domain/id-rows.ts";
import { lastOf } from "../domain/last-of.ts";

/** What a stream tells of the facts between two event numbers: those that changed, and ids the reader has lost. */
export type FactFrame = {
  stream: string;
  from: number;
  to: number;
  facts: readonly SeizureFact[];
  gone: readonly Id[];
};

/** What came of a frame: taken in, known already, refused because something before it is missing, or not ours. */
export type Folded = "folded" | "seen" | "gap" | "foreign";

/** What a fold did to the facts. */
export type Change = { added: readonly Id[]; changed: readonly Id[]; gone: readonly Id[] };

/** A snapshot on its way from one thread to another. */
export type PackedFacts = {
  table: PackedTable;
  ids: PackedIdRows;
  revisions: Int32Array;
  /** Where in all blocks together the fact of each row can be read. */
  places: Int32Array;
  blocks: { first: number; block: FactBlock }[];
};

/** The facts of one operation as their reader knows them at event number `seq`: what map, charts and lists read. */
export class Snapshot {
  readonly #table: FactTable;
  readonly #ids: IdRows;
  /** Per row: its revision, and the fact itself or where in all blocks together it can be read. */
  readonly #revisions: number[];
  readonly #facts: (SeizureFact | number)[];
  readonly #blocks: { first: number; reader: FactReader }[];
  readonly #watchers = new Set<(change: Change) => void>();
  #seq: number;
  #version = 0;
  /** By filter, kept while the version holds and somebody keeps the filter. */
  readonly #selected = new WeakMap<FactFilter, { version: number; selection: Selection }>();
  readonly #evaluated = new WeakMap<FactFilter, { version: number; from: number; figures: EvaluatedFigures }>();

  /** Begins with a checkpoint: the facts at event number `seq`, in blocks or one by one; or with what was packed. */
  constructor(
    readonly stream: string,
    seq: number,
    checkpoint: readonly (FactBlock | SeizureFact)[] | PackedFacts,
    /** Figures without a filter, where they count more than the facts that are here: of a moment of the past. */
    readonly whole: EvaluatedFigures | null = null,
  ) {
    this.#seq = seq;
    const packed = "table" in checkpoint ? checkpoint : null;
    this.#table = new FactTable(packed?.table);
    this.#ids = new IdRows(packed?.ids);
    this.#revisions = Array.from(packed?.revisions ?? []);
    this.#facts = Array.from(packed?.places ?? []);
    this.#blocks = (packed?.blocks ?? []).map(({ first, block }) => ({ first, reader: new FactReader(block) }));
    if ("table" in checkpoint) return;
    for (const part of checkpoint) {
      if ("ids" in part) this.#putBlock(new FactReader(part));
      else this.#put(part, part);
    }
  }

  /**
   * What another thread makes the same snapshot of, none of it copied where it is given away; this one is not to be used
   * afterwards. All facts must have come in blocks.
   */
  packed(): PackedFacts {
    return {
      table: this.#table.packed(),
      ids: this.#ids.packed(),
      revisions: Int32Array.from(this.#revisions),
      places: Int32Array.from(this.#facts, (kept) => {
        if (typeof kept !== "number") throw new RangeError("A fact has come in no block");
        return kept;
      }),
      blocks: this.#blocks.map(({ first, reader }) => ({ first, block: withArrays(reader.block) })),
    };
  }

  get seq(): number {
    return this.#seq;
  }

  get size(): number {
    return this.#table.size;
  }

  get columns(): FactColumns {
    return this.#table;
  }

  /** Takes in a frame. A fact replaces the one with its id if its revision is higher; nothing is ever added twice. */
  fold(frame: FactFrame): Folded {
    if (frame.stream !== this.stream) return "foreign";
    if (frame.from > this.#seq) return "gap";
    if (frame.to <= this.#seq) return "seen";
    const [added, changed]: [Id[], Id[]] = [[], []];
    for (const fact of frame.facts) {
      const known = this.#ids.has(fact.id);
      if (this.#put(fact, fact)) (known ? changed : added).push(fact.id);
    }
    const gone = frame.gone.filter((id) => this.#remove(id));
    this.#seq = frame.to;
    this.#version += 1;
    for (const watcher of this.#watchers) watcher({ added, changed, gone });
    return "folded";
  }

  /** Calls back after every fold; returns how to stop. For `useSyncExternalStore` together with `version`. */
  watch = (watcher: (change: Change) => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  /** Grows with every fold. */
  version = (): number => this.#version;

  /** The fact in a row, as the columns are now. */
  factAt = (row: number): SeizureFact => this.#factAt(row);

  fact(id: Id): SeizureFact | undefined {
    const row = this.#ids.find(id);
    return row < 0 ? undefined : this.#factAt(row);
  }

  has(id: Id): boolean {
    return this.#ids.has(id);
  }

  /** The rows of a filter, kept until the next fold. */
  select(filter: FactFilter): Selection {
    const kept = this.#selected.get(filter);
    if (kept?.version === this.#version) return kept.selection;
    const selection = select(this.#table, filter);
    this.#selected.set(filter, { version: this.#version, selection });
    return selection;
  }

  /** The figures of a filter, kept in the same way. */
  figures(filter: FactFilter, today: Today): EvaluatedFigures {
    if (this.whole && !isFiltered(filter)) return this.whole;
    const [version, from] = [this.#version, today.from.getTime()];
    const kept = this.#evaluated.get(filter);
    if (kept?.version === version && kept.from === from) return kept.figures;
    const figures = evaluateFigures(this.#table, filter, today, () => this.select(filter));
    this.#evaluated.set(filter, { version, from, figures });
    return figures;
  }

  /** The facts that fit a filter, whether they are cases or not. */
  facts(filter: FactFilter): SeizureFact[] {
    return Array.from(this.select(filter).rows, (row) => this.#factAt(row));
  }

  /** The facts released last, newest first. */
  newest(count: number, filter: FactFilter): SeizureFact[] {
    const { releasedAt } = this.#table;
    const newest: number[] = [];
    const isNewer = (row: number, than: number) => (releasedAt[row] ?? 0) > (releasedAt[than] ?? 0);
    for (const row of this.select(filter).rows) {
      const last = newest.at(-1);
      if (newest.length === count && last !== undefined && !isNewer(row, last)) continue;
      const place = newest.findIndex((other) => isNewer(row, other));
      newest.splice(place < 0 ? newest.length : place, 0, row);
      if (newest.length > count) newest.pop();
    }
    return newest.map((row) => this.#factAt(row));
  }

  #factAt(row: number): SeizureFact {
    const kept = this.#facts[row];
    if (typeof kept === "object") return kept;
    const block = lastOf(this.#blocks, ({ first }) => kept !== undefined && first <= kept);
    if (kept === undefined || block === undefined) throw new RangeError(`No fact in row ${row}`);
    const fact = block.reader.fact(kept - block.first);
    this.#facts[row] = fact;
    return fact;
  }

  #putBlock(reader: FactReader) {
    const last = this.#blocks.at(-1);
    const first = last ? last.first + last.reader.count : 0;
    this.#blocks.push({ first, reader });
    const coder = new BlockCoder(reader.block, this.#table.names);
    const ids = wordsOfBase64(reader.block.ids);
    for (let row = 0; row < reader.count; row++) {
      if (this.#ids.findWords(ids, row * 4) >= 0) this.#put(reader.fact(row), first + row);
      else {
        const at = this.#table.putCoded(coder.coded(row));
        this.#ids.addWords(ids, row * 4);
        this.#keep(at, reader.revision(row), first + row);
      }
    }
  }

  #put(fact: SeizureFact, kept: SeizureFact | number): boolean {
    const known = this.#ids.find(fact.id);
    if (known >= 0 && fact.revision <= (this.#revisions[known] ?? 0)) return false;
    const row = this.#table.put(fact, known < 0 ? undefined : known);
    if (known < 0) this.#ids.add(fact.id);
    this.#keep(row, fact.revision, kept);
    return true;
  }

  #keep(row: number, revision: number, kept: SeizureFact | number) {
    this.#revisions[row] = revision;
    this.#facts[row] = kept;
  }

  #remove(id: Id): boolean {
    const row = this.#ids.find(id);
    if (row < 0) return false;
    this.#ids.remove(row);
    const moved = this.#table.remove(row);
    const last = { revision: this.#revisions.pop(), fact: this.#facts.pop() };
    if (moved < 0 || last.revision === undefined || last.fact === undefined) return true;
    this.#revisions[row] = last.revision;
    this.#facts[row] = last.fact;
    return true;
  }
}
