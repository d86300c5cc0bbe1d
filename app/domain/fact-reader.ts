import { addDays } from "./calendar.ts";
import { DIMENSIONS } from "./commodity-groups.ts";
import type { FactItem, FactNode, Joint, SeizureFact } from "./fact.ts";
import type { Column, FactBlock } from "./fact-block.ts";
import { at, decimalOf, entry, placeIn, startsOf } from "./fact-columns.ts";
import { idsOfBase64 } from "./id-bytes.ts";
import { DATE_PRECISIONS, SEIZURE_STATES } from "./seizure-states.ts";

/** Facts out of a block, one at a time: an object is made only for a row that somebody looks at. */
export class FactReader {
  readonly #block: FactBlock;
  #ids: readonly string[] | null = null;
  readonly #firstItem: Uint32Array;
  readonly #firstNode: Uint32Array;
  readonly #days = new Map<number, string>();

  constructor(block: FactBlock) {
    this.#block = block;
    this.#firstItem = startsOf(block.facts.items, block.count);
    this.#firstNode = startsOf(block.facts.route, block.count);
  }

  get count(): number {
    return this.#block.count;
  }

  get ids(): readonly string[] {
    this.#ids ??= idsOfBase64(this.#block.ids);
    return this.#ids;
  }

  /** The block, to be read by another reader. */
  get block(): FactBlock {
    return this.#block;
  }

  revision(row: number): number {
    return at(this.#block.facts.revision, row);
  }

  fact(row: number): SeizureFact {
    const { facts, agencies, reporters } = this.#block;
    const firstItem = this.#firstItem[row] ?? 0;
    const firstNode = this.#firstNode[row] ?? 0;
    return {
      id: entry(this.ids, row),
      revision: at(facts.revision, row),
      messageNo: this.#messageNo(row),
      agencyId: entry(agencies, at(facts.agency, row)),
      reporter: entry(reporters, at(facts.reporter, row)),
      state: entry(SEIZURE_STATES, at(facts.state, row)),
      eventKind: this.#code(facts.eventKind, row),
      occurredOn: this.#day(at(facts.occurredOn, row)),
      occurredTo: this.#dayOrNull(at(facts.occurredTo, row)),
      datePrecision: entry(DATE_PRECISIONS, at(facts.datePrecision, row)),
      operationalDay: this.#dayOrNull(at(facts.operationalDay, row)),
      outsideWindow: at(facts.outsideWindow, row) === 1,
      late: at(facts.late, row) === 1,
      releasedAt: this.#instant(row),
      place: placeIn(this.#block, at(facts.place, row)),
      placeKind: this.#code(facts.placeKind, row),
      direction: this.#code(facts.direction, row),
      mode: this.#code(facts.mode, row),
      items: range(firstItem, at(facts.items, row)).map((item) => this.#item(item)),
      route: range(firstNode, at(facts.route, row)).map((node) => this.#node(node)),
      detections: this.#codeList(facts.detections, row),
      controlReasons: this.#codeList(facts.controlReasons, row),
      concealmentPlaces: this.#codeList(facts.concealmentPlaces, row),
      concealmentMethods: this.#codeList(facts.concealmentMethods, row),
      offences: this.#codeList(facts.offences, row),
      arrested: numberOrNull(at(facts.arrested, row)),
      joint: this.#joint(row),
    };
  }

  #joint(row: number): Joint | null {
    const { facts, joints } = this.#block;
    const joint = at(facts.joint, row);
    return joint < 0 ? null : { head: entry(joints, joint), place: at(facts.jointPlace, row) };
  }

  #item(row: number): FactItem {
    const { items, commodities, quantity, secondQuantity, normalised } = this.#block;
    const amount = at(quantity, row);
    const dimension = at(items.dimension, row);
    return {
      commodity: entry(commodities, at(items.commodity, row)),
      quantity: decimalOf(amount),
      unit: this.#codeOrNull(items.unit, row),
      qualifier: this.#code(items.qualifier, row),
      secondQuantity: decimalOf(at(secondQuantity, row)),
      secondUnit: this.#codeOrNull(items.secondUnit, row),
      normalised: decimalOf(at(normalised, row), amount),
      dimension: dimension < 0 ? null : entry(DIMENSIONS, dimension),
      rule: this.#word(items.rule, row),
      taxonId: this.#word(items.taxonId, row),
      appendix: this.#word(items.appendix, row),
      live: flagOrNull(at(items.live, row)),
    };
  }

  #node(row: number): FactNode {
    const { nodes, share } = this.#block;
    return {
      role: this.#code(nodes.role, row),
      place: placeIn(this.#block, at(nodes.place, row)),
      sharePercent: decimalOf(at(share, row)),
      opportunity: flagOrNull(at(nodes.opportunity, row)),
      modeToNext: this.#codeOrNull(nodes.modeToNext, row),
      evidence: this.#code(nodes.evidence, row),
    };
  }

  #messageNo(row: number): string {
    const { facts, numbering } = this.#block;
    const [prefix, digits] = entry(numbering, at(facts.numbering, row));
    return digits === 0 ? prefix : prefix + String(at(facts.serial, row)).padStart(digits, "0");
  }

  #instant(row: number): string {
    const instant = at(this.#block.releasedAt, row);
    return typeof instant === "string" ? instant : new Date(this.#block.firstInstant + instant).toISOString();
  }

  /** Days repeat: each is written once. */
  #day(number: number): string {
    const known = this.#days.get(number);
    if (known !== undefined) return known;
    const day = addDays("1970-01-01", this.#block.firstDay + number);
    this.#days.set(number, day);
    return day;
  }

  #dayOrNull(number: number): string | null {
    return number < 0 ? null : this.#day(number);
  }

  #code(column: Column<number>, row: number): string {
    return entry(this.#block.codes, at(column, row));
  }

  #codeOrNull(column: Column<number>, row: number): string | null {
    return at(column, row) < 0 ? null : this.#code(column, row);
  }

  #codeList(column: Column<number>, row: number): string[] {
    return entry(this.#block.codeLists, at(column, row)).map((code) => entry(this.#block.codes, code));
  }

  #word(column: Column<number>, row: number): string | null {
    return at(column, row) < 0 ? null : entry(this.#block.words, at(column, row));
  }
}

function range(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, place) => first + place);
}

function numberOrNull(number: number): number | null {
  return number < 0 ? null : number;
}

function flagOrNull(flag: number): boolean | null {
  return flag < 0 ? null : flag === 1;
}
