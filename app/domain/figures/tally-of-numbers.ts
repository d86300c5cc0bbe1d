import { SLOTS, type Slot, slotOf } from "../commodity-groups.ts";
import type { FactColumns } from "./columns.ts";
import type { Selection } from "./select.ts";

/** Cases by commodity slot; a case with goods of several slots counts in each. */
export type SlotCounts = Record<Slot, number>;

export function noSlots(): SlotCounts {
  return { D: 0, P: 0, I: 0, R: 0, T: 0, B: 0, G: 0, L: 0, O: 0 };
}

const KINDS = SLOTS.length;

/** Cases under the numbers of marks or corridors, with those that are confirmed and with their kinds of goods. */
export class NumberTally {
  readonly cases: Uint32Array;
  readonly confirmed: Uint32Array;
  /** A row that was counted under the number. */
  readonly row: Uint32Array;
  readonly #slots: Uint32Array;
  readonly #confirmedSlots: Uint32Array;

  constructor(size: number) {
    this.cases = new Uint32Array(size);
    this.confirmed = new Uint32Array(size);
    this.row = new Uint32Array(size);
    this.#slots = new Uint32Array(size * KINDS);
    this.#confirmedSlots = new Uint32Array(size * KINDS);
  }

  /** `mask` has a bit for each slot of the case. */
  add(number: number, row: number, mask: number, confirmed: boolean) {
    this.cases[number] = (this.cases[number] ?? 0) + 1;
    this.row[number] = row;
    if (confirmed) this.confirmed[number] = (this.confirmed[number] ?? 0) + 1;
    const first = number * KINDS;
    for (let kind = 0; kind < KINDS; kind++) {
      if ((mask & (1 << kind)) === 0) continue;
      this.#slots[first + kind] = (this.#slots[first + kind] ?? 0) + 1;
      if (confirmed) this.#confirmedSlots[first + kind] = (this.#confirmedSlots[first + kind] ?? 0) + 1;
    }
  }

  slots(number: number): SlotCounts {
    return countsAt(this.#slots, number);
  }

  confirmedSlots(number: number): SlotCounts {
    return countsAt(this.#confirmedSlots, number);
  }

  /** Adds the kinds of a number to those of another that stands for both. */
  addKinds(number: number, into: { slots: SlotCounts; confirmedSlots: SlotCounts }) {
    addAt(into.slots, this.#slots, number);
    addAt(into.confirmedSlots, this.#confirmedSlots, number);
  }
}

function addAt(counts: SlotCounts, column: Uint32Array, number: number) {
  for (let kind = 0; kind < KINDS; kind++) {
    const slot = SLOTS[kind];
    const count = column[number * KINDS + kind] ?? 0;
    if (slot !== undefined && count > 0) counts[slot] += count;
  }
}

function countsAt(column: Uint32Array, number: number): SlotCounts {
  const counts = noSlots();
  addAt(counts, column, number);
  return counts;
}

/** The slots of each case of a selection as bits, in the order of its cases; only goods that the filter names. */
export function slotMasks(facts: FactColumns, { cases, chosen }: Selection): Uint16Array {
  const bits = Uint16Array.from(facts.names.commodity.names, (name) => 1 << SLOTS.indexOf(slotOf(name)));
  const masks = new Uint16Array(cases.length);
  for (let at = 0; at < cases.length; at++) {
    const row = cases[at] ?? 0;
    const start = facts.itemStart[row] ?? 0;
    const end = start + (facts.itemCount[row] ?? 0);
    let mask = 0;
    for (let item = start; item < end; item++) {
      const commodity = facts.items.commodity[item] ?? 0;
      if (chosen[commodity] === 1) mask |= bits[commodity] ?? 0;
    }
    masks[at] = mask;
  }
  return masks;
}

/** Cases by the mark that they are drawn under. */
export function tallyMarks(facts: FactColumns, selection: Selection, masks: Uint16Array): NumberTally {
  const tally = new NumberTally(facts.routes.names.place.size);
  for (let at = 0; at < selection.cases.length; at++) {
    const row = selection.cases[at] ?? 0;
    tally.add(facts.routes.place[row] ?? 0, row, masks[at] ?? 0, facts.confirmed[row] === 1);
  }
  return tally;
}
