import type { Id } from "./id.ts";
import { textOfIdWords, wordsOfId } from "./id-bytes.ts";

const WORDS = 4;

/** As it goes from one thread to another: the arrays themselves, no copy of them. */
export type PackedIdRows = { words: Uint32Array; slots: Int32Array; size: number };

/**
 * Which row an id stands in, and which id in a row. Sixteen bytes each and a place in an open table, where texts and a
 * Map would take ten times as much and could not be handed from thread to thread.
 */
export class IdRows {
  /** Four numbers per row. */
  #words: Uint32Array;
  /** A row and one, or 0; twice as many as rows at least, so that a search soon meets an empty one. */
  #slots: Int32Array;
  #size: number;

  constructor({ words, slots, size }: PackedIdRows = empty()) {
    this.#words = words;
    this.#slots = slots;
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** The row of an id, or -1. */
  find(id: Id): number {
    const words = wordsOfId(id);
    return words === null ? -1 : (this.#slots[this.#slotOf(words)] ?? 0) - 1;
  }

  /** The row of the id that begins at a place in a list of such numbers, or -1. */
  findWords(words: Uint32Array, from: number): number {
    return (this.#slots[this.#slotOf(words, from)] ?? 0) - 1;
  }

  has(id: Id): boolean {
    return this.find(id) >= 0;
  }

  id(row: number): Id {
    if (row < 0 || row >= this.#size) throw new RangeError(`No id in row ${row}`);
    return textOfIdWords(this.#words.subarray(row * WORDS, row * WORDS + WORDS));
  }

  /** Puts an id that is in no row yet behind the last one. */
  add(id: Id): void {
    const words = wordsOfId(id);
    if (words === null) throw new RangeError("An id is no UUID");
    this.addWords(words, 0);
  }

  /** The same with the id that begins at a place in a list of such numbers. */
  addWords(words: Uint32Array, from: number): void {
    if (this.#size * 2 >= this.#slots.length) this.#grow();
    // A few numbers are sooner copied one by one than as an array.
    for (let word = 0; word < WORDS; word++) this.#words[this.#size * WORDS + word] = words[from + word] ?? 0;
    this.#slots[this.#slotOf(words, from)] = this.#size + 1;
    this.#size += 1;
  }

  /** Takes the id of a row out; the last one moves into its place. */
  remove(row: number): void {
    const last = this.#size - 1;
    this.#free(this.#slotOfRow(row));
    if (row !== last) {
      this.#slots[this.#slotOfRow(last)] = row + 1;
      this.#words.copyWithin(row * WORDS, last * WORDS, last * WORDS + WORDS);
    }
    this.#size = last;
  }

  packed(): PackedIdRows {
    return { words: this.#words, slots: this.#slots, size: this.#size };
  }

  #slotOfRow(row: number): number {
    return this.#slotOf(this.#words, row * WORDS);
  }

  /** Where an id is, or where it would be put. */
  #slotOf(words: Uint32Array, from = 0): number {
    const mask = this.#slots.length - 1;
    for (let slot = hashOf(words, from) & mask; ; slot = (slot + 1) & mask) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row < 0 || this.#isIn(row, words, from)) return slot;
    }
  }

  #isIn(row: number, words: Uint32Array, from: number): boolean {
    const at = row * WORDS;
    for (let word = 0; word < WORDS; word++) if (this.#words[at + word] !== words[from + word]) return false;
    return true;
  }

  /** Empties a slot and moves those behind it forward that would not be found across the gap. */
  #free(slot: number): void {
    const mask = this.#slots.length - 1;
    let gap = slot;
    for (let at = (gap + 1) & mask; (this.#slots[at] ?? 0) > 0; at = (at + 1) & mask) {
      const row = (this.#slots[at] ?? 0) - 1;
      const wanted = hashOf(this.#words, row * WORDS) & mask;
      if (((at - wanted) & mask) < ((at - gap) & mask)) continue;
      this.#slots[gap] = row + 1;
      gap = at;
    }
    this.#slots[gap] = 0;
  }

  #grow(): void {
    const words = new Uint32Array(this.#words.length * 2);
    words.set(this.#words);
    this.#words = words;
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let row = 0; row < this.#size; row++) this.#slots[this.#slotOfRow(row)] = row + 1;
  }
}

function empty(): PackedIdRows {
  return { words: new Uint32Array(64 * WORDS), slots: new Int32Array(128), size: 0 };
}

/** Ids are of any kind of UUID: no part of them is sure to differ. */
function hashOf(words: Uint32Array, from: number): number {
  const mixed =
    Math.imul(words[from] ?? 0, 0x9e3779b1) ^
    Math.imul(words[from + 1] ?? 0, 0x85ebca6b) ^
    Math.imul(words[from + 2] ?? 0, 0xc2b2ae35) ^
    Math.imul(words[from + 3] ?? 0, 0x27d4eb2f);
  return mixed ^ (mixed >>> 15);
}
