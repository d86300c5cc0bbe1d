import type { SeizureFact } from "../fact.ts";
import { SEIZURE_STATES } from "../seizure-states.ts";
import { CONFIRMED_STATE } from "./case-rule.ts";
import { type CodedFact, type CodedItem, codeFact } from "./coded-fact.ts";
import type { FactColumns, ItemColumns } from "./columns.ts";
import { type PackedNames, packNames, unpackNames } from "./dictionary.ts";
import { type PackedRoutes, RouteTable } from "./route-table.ts";

const CONFIRMED = SEIZURE_STATES.indexOf(CONFIRMED_STATE);

/** What a table is made of: arrays that are handed over, and the texts of its dictionaries. */
export type PackedTable = {
  columns: Omit<FactColumns, "names" | "routes">;
  names: PackedNames<keyof FactColumns["names"]>;
  routes: PackedRoutes;
  itemsEnd: number;
  itemsLost: number;
};

/** Facts in columns. Rows are put in place and taken out by their number; whoever holds it keeps track of ids. */
export class FactTable implements FactColumns {
  size = 0;
  standing = new Uint8Array(64);
  state = new Uint8Array(64);
  confirmed = new Uint8Array(64);
  late = new Uint8Array(64);
  day = new Int32Array(64);
  reporter = new Uint16Array(64);
  mode = new Uint16Array(64);
  country = new Uint16Array(64);
  placeKind = new Uint16Array(64);
  direction = new Uint16Array(64);
  detections = new Uint32Array(64);
  concealments = new Uint32Array(64);
  arrested = new Int32Array(64);
  releasedAt = new Float64Array(64);
  joint = new Int32Array(64);
  jointPlace = new Uint16Array(64);
  itemStart = new Uint32Array(64);
  itemCount = new Uint16Array(64);
  items = itemColumns(128);
  readonly routes: RouteTable;
  readonly names: FactColumns["names"];
  /** End of the used part of `items`, and how much of it belongs to no row any more. */
  #itemsEnd: number;
  #itemsLost: number;

  /** Empty, or with what another one was. */
  constructor(packed?: PackedTable) {
    if (packed) Object.assign(this, packed.columns);
    const names: Partial<PackedTable["names"]> = packed?.names ?? {};
    this.names = {
      reporter: unpackNames(names.reporter),
      mode: unpackNames(names.mode),
      country: unpackNames(names.country),
      placeKind: unpackNames(names.placeKind),
      direction: unpackNames(names.direction),
      detections: unpackNames(names.detections),
      concealments: unpackNames(names.concealments),
      joint: unpackNames(names.joint),
      commodity: unpackNames(names.commodity),
      measure: unpackNames(names.measure),
    };
    this.routes = new RouteTable(packed?.routes);
    this.#itemsEnd = packed?.itemsEnd ?? 0;
    this.#itemsLost = packed?.itemsLost ?? 0;
  }

  /** As it goes from one thread to another. The table is not to be used afterwards, where its arrays are given away. */
  packed(): PackedTable {
    const { names, routes, ...columns } = this;
    return {
      columns,
      names: packNames(names),
      routes: routes.packed(),
      itemsEnd: this.#itemsEnd,
      itemsLost: this.#itemsLost,
    };
  }

  /** Writes a fact over a row, or behind the last one; returns the row. */
  put(fact: SeizureFact, row = this.size): number {
    return this.putCoded(codeFact(fact, this.names), row);
  }

  /** The same with a fact of a block. */
  putCoded(fact: CodedFact, row = this.size): number {
    if (row === this.size) this.#addRow();
    else this.#itemsLost += this.itemCount[row] ?? 0;
    this.standing[row] = fact.standing;
    this.state[row] = fact.state;
    this.confirmed[row] = Number(fact.state === CONFIRMED);
    this.late[row] = fact.late;
    this.day[row] = fact.day;
    this.reporter[row] = fact.reporter;
    this.mode[row] = fact.mode;
    this.country[row] = fact.country;
    this.placeKind[row] = fact.placeKind;
    this.direction[row] = fact.direction;
    this.detections[row] = fact.detections;
    this.concealments[row] = fact.concealments;
    this.arrested[row] = fact.arrested;
    this.releasedAt[row] = fact.releasedAt;
    this.joint[row] = fact.joint;
    this.jointPlace[row] = fact.jointPlace;
    this.#putItems(row, fact.items);
    this.routes.put(row, fact.routed, this.size);
    return row;
  }

  /** Takes a row out; the last row moves into its place. Returns the row that moved, or -1. */
  remove(row: number): number {
    const last = this.size - 1;
    this.#itemsLost += this.itemCount[row] ?? 0;
    this.routes.remove(row, last);
    if (row !== last) for (const column of this.#rowColumns()) column[row] = column[last] ?? 0;
    this.size = last;
    return row === last ? -1 : last;
  }

  #addRow() {
    if (this.size === this.standing.length) this.#grow(this.size * 2);
    this.size += 1;
  }

  #rowColumns() {
    const { standing, state, confirmed, late, day, reporter, mode, arrested, releasedAt } = this;
    const { country, placeKind, direction, detections, concealments } = this;
    const { joint, jointPlace, itemStart, itemCount } = this;
    const ofCase = [standing, state, confirmed, late, day, reporter, mode, arrested, releasedAt];
    const ofPlace = [country, placeKind, direction, detections, concealments];
    return [...ofCase, ...ofPlace, joint, jointPlace, itemStart, itemCount];
  }

  #grow(size: number) {
    this.standing = longer(this.standing, new Uint8Array(size));
    this.state = longer(this.state, new Uint8Array(size));
    this.confirmed = longer(this.confirmed, new Uint8Array(size));
    this.late = longer(this.late, new Uint8Array(size));
    this.day = longer(this.day, new Int32Array(size));
    this.reporter = longer(this.reporter, new Uint16Array(size));
    this.mode = longer(this.mode, new Uint16Array(size));
    this.country = longer(this.country, new Uint16Array(size));
    this.placeKind = longer(this.placeKind, new Uint16Array(size));
    this.direction = longer(this.direction, new Uint16Array(size));
    this.detections = longer(this.detections, new Uint32Array(size));
    this.concealments = longer(this.concealments, new Uint32Array(size));
    this.arrested = longer(this.arrested, new Int32Array(size));
    this.releasedAt = longer(this.releasedAt, new Float64Array(size));
    this.joint = longer(this.joint, new Int32Array(size));
    this.jointPlace = longer(this.jointPlace, new Uint16Array(size));
    this.itemStart = longer(this.itemStart, new Uint32Array(size));
    this.itemCount = longer(this.itemCount, new Uint16Array(size));
  }

  #putItems(row: number, goods: readonly CodedItem[]) {
    this.itemCount[row] = 0;
    if (this.#itemsEnd + goods.length > this.items.commodity.length) this.#makeRoom(goods.length);
    this.itemStart[row] = this.#itemsEnd;
    this.itemCount[row] = goods.length;
    for (const item of goods) this.#putItem(this.#itemsEnd++, item);
  }

  #putItem(at: number, item: CodedItem) {
    this.items.commodity[at] = item.commodity;
    this.items.measure[at] = item.measure;
    this.items.whole[at] = item.whole;
    this.items.micro[at] = item.micro;
    this.items.certainty[at] = item.certainty;
    this.items.live[at] = item.live;
  }

  /** Moves the goods that still belong to a row together, into more room where half of it is in use. */
  #makeRoom(more: number) {
    const used = this.#itemsEnd - this.#itemsLost + more;
    const room = Math.max(this.items.commodity.length, 128);
    const next = itemColumns(used * 2 > room ? Math.max(room * 2, used * 2) : room);
    if (this.#itemsLost === 0) {
      copyItems(this.items, next, 0, 0, this.#itemsEnd);
      this.items = next;
      return;
    }
    let end = 0;
    for (let row = 0; row < this.size; row++) {
      const [start, count] = [this.itemStart[row] ?? 0, this.itemCount[row] ?? 0];
      copyItems(this.items, next, start, end, count);
      this.itemStart[row] = end;
      end += count;
    }
    this.items = next;
    this.#itemsEnd = end;
    this.#itemsLost = 0;
  }
}

export function tableOf(facts: Iterable<SeizureFact>): FactTable {
  const table = new FactTable();
  for (const fact of facts) table.put(fact);
  return table;
}

function itemColumns(size: number): ItemColumns {
  return {
    commodity: new Uint16Array(size),
    measure: new Uint16Array(size),
    whole: new Float64Array(size),
    micro: new Int32Array(size),
    certainty: new Uint8Array(size),
    live: new Uint8Array(size),
  };
}

function copyItems(from: ItemColumns, to: ItemColumns, start: number, at: number, count: number) {
  to.commodity.set(from.commodity.subarray(start, start + count), at);
  to.measure.set(from.measure.subarray(start, start + count), at);
  to.whole.set(from.whole.subarray(start, start + count), at);
  to.micro.set(from.micro.subarray(start, start + count), at);
  to.certainty.set(from.certainty.subarray(start, start + count), at);
  to.live.set(from.live.subarray(start, start + count), at);
}

type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

function longer<C extends Column>(column: C, room: C): C {
  room.set(column);
  return room;
}
