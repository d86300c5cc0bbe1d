import { daysBetween } from "./calendar.ts";
import { DIMENSIONS } from "./commodity-groups.ts";
import type { FactItem, FactNode, FactPlace, SeizureFact } from "./fact.ts";
import { type Amount, FACT_COLUMNS, type FactBlock, ITEM_COLUMNS, NODE_COLUMNS, PLACE_COLUMNS } from "./fact-block.ts";
import { Cells, Rows } from "./fact-rows.ts";
import { Dictionary } from "./figures/dictionary.ts";
import { base64OfIds } from "./id-bytes.ts";
import { DATE_PRECISIONS, SEIZURE_STATES } from "./seizure-states.ts";

/** Writes facts as columns; `readFacts` gives them back as they were. */
export function encodeFacts(facts: readonly SeizureFact[]): FactBlock {
  const writer = new BlockWriter(facts);
  for (const fact of facts) writer.addFact(fact);
  return writer.block(facts.map((fact) => fact.id));
}

class BlockWriter {
  readonly #codes = new Dictionary();
  readonly #codeLists = new Dictionary();
  readonly #agencies = new Dictionary();
  readonly #reporters = new Dictionary();
  readonly #prefixes = new Dictionary();
  readonly #numbering: [string, number][] = [];
  readonly #countries = new Dictionary();
  readonly #commodities = new Dictionary();
  readonly #words = new Dictionary();
  readonly #joints = new Dictionary();
  readonly #placeKeys = new Dictionary();
  readonly #facts = new Rows(FACT_COLUMNS);
  readonly #items = new Rows(ITEM_COLUMNS);
  readonly #nodes = new Rows(NODE_COLUMNS);
  readonly #places = new Rows(PLACE_COLUMNS);
  readonly #amounts = {
    quantity: new Cells<Amount>(),
    secondQuantity: new Cells<Amount>(),
    normalised: new Cells<Amount>(),
  };
  readonly #share = new Cells<Amount>();
  readonly #releasedAt = new Cells<number | string>();
  readonly #lat = new Cells<number | null>();
  readonly #lon = new Cells<number | null>();
  readonly #firstDay: number;
  readonly #firstInstant: number;

  constructor(facts: readonly SeizureFact[]) {
    const earliest = (least: number, value: number) => Math.min(least, value);
    const days = facts.flatMap((fact) => [fact.occurredOn, fact.operationalDay ?? fact.occurredOn]).map(dayNumber);
    const instants = facts.map((fact) => Date.parse(fact.releasedAt));
    this.#firstDay = days.reduce(earliest, days[0] ?? 0);
    this.#firstInstant = instants.reduce(earliest, instants[0] ?? 0);
  }

  addFact(fact: SeizureFact) {
    const { prefix, serial } = this.#numberOf(fact.messageNo);
    this.#facts.add({
      revision: fact.revision,
      numbering: prefix,
      serial,
      agency: this.#agencies.number(fact.agencyId),
      reporter: this.#reporters.number(fact.reporter),
      state: SEIZURE_STATES.indexOf(fact.state),
      eventKind: this.#code(fact.eventKind),
      occurredOn: this.#day(fact.occurredOn),
      occurredTo: this.#day(fact.occurredTo),
      datePrecision: DATE_PRECISIONS.indexOf(fact.datePrecision),
      operationalDay: this.#day(fact.operationalDay),
      outsideWindow: Number(fact.outsideWindow),
      late: Number(fact.late),
      place: this.#place(fact.place),
      placeKind: this.#code(fact.placeKind),
      direction: this.#code(fact.direction),
      mode: this.#code(fact.mode),
      items: fact.items.length,
      route: fact.route.length,
      detections: this.#codeList(fact.detections),
      controlReasons: this.#codeList(fact.controlReasons),
      concealmentPlaces: this.#codeList(fact.concealmentPlaces),
      concealmentMethods: this.#codeList(fact.concealmentMethods),
      offences: this.#codeList(fact.offences),
      arrested: fact.arrested ?? -1,
      joint: fact.joint === null ? -1 : this.#joints.number(fact.joint.head),
      jointPlace: fact.joint?.place ?? 0,
    });
    this.#releasedAt.add(this.#instant(fact.releasedAt));
    for (const item of fact.items) this.#addItem(item);
    for (const node of fact.route) this.#addNode(node);
  }

  #addItem(item: FactItem) {
    this.#items.add({
      commodity: this.#commodities.number(item.commodity),
      unit: this.#code(item.unit),
      qualifier: this.#code(item.qualifier),
      secondUnit: this.#code(item.secondUnit),
      dimension: item.dimension === null ? -1 : DIMENSIONS.indexOf(item.dimension),
      rule: this.#word(item.rule),
      taxonId: this.#word(item.taxonId),
      appendix: this.#word(item.appendix),
      live: item.live === null ? -1 : Number(item.live),
    });
    const same = item.normalised !== null && item.normalised === item.quantity;
    this.#amounts.quantity.add(amountOf(item.quantity));
    this.#amounts.secondQuantity.add(amountOf(item.secondQuantity));
    this.#amounts.normalised.add(same ? true : amountOf(item.normalised));
  }

  #addNode(node: FactNode) {
    this.#nodes.add({
      role: this.#code(node.role),
      place: this.#place(node.place),
      opportunity: node.opportunity === null ? -1 : Number(node.opportunity),
      modeToNext: this.#code(node.modeToNext),
      evidence: this.#code(node.evidence),
    });
    this.#share.add(amountOf(node.sharePercent));
  }

  #place(place: FactPlace): number {
    const known = this.#placeKeys.size;
    const number = this.#placeKeys.number(
      JSON.stringify([place.country, place.placeId, place.lat, place.lon, place.precision]),
    );
    if (number < known) return number;
    this.#places.add({
      country: this.#countries.number(place.country),
      placeId: this.#word(place.placeId),
      precision: this.#code(place.precision),
    });
    this.#lat.add(place.lat);
    this.#lon.add(place.lon);
    return number;
  }

  #code(code: string | null): number {
    return code === null ? -1 : this.#codes.number(code);
  }

  #word(word: string | null): number {
    return word === null ? -1 : this.#words.number(word);
  }

  #codeList(codes: readonly string[]): number {
    return this.#codeLists.number(codes.map((code) => this.#codes.number(code)).join());
  }

  #day(day: string | null): number {
    return day === null ? -1 : dayNumber(day) - this.#firstDay;
  }

  #instant(instant: string): number | string {
    const time = Date.parse(instant);
    return new Date(time).toISOString() === instant ? time - this.#firstInstant : instant;
  }

  /** "DEMO-VN-000123" is the beginning "DEMO-VN-" with a counter of six digits. */
  #numberOf(messageNo: string) {
    const [, prefix = messageNo, digits = ""] = /^(.*\D)(\d{1,15})$/s.exec(messageNo) ?? [];
    const number = this.#prefixes.number(`${digits.length} ${prefix}`);
    if (number === this.#numbering.length) this.#numbering.push([prefix, digits.length]);
    return { prefix: number, serial: digits === "" ? -1 : Number(digits) };
  }

  block(ids: readonly string[]): FactBlock {
    return {
      v: 2,
      count: ids.length,
      ids: base64OfIds(ids),
      firstDay: this.#firstDay,
      firstInstant: this.#firstInstant,
      codes: this.#codes.names,
      codeLists: this.#codeLists.names.map((list) => (list === "" ? [] : list.split(",").map(Number))),
      agencies: this.#agencies.names,
      reporters: this.#reporters.names,
      numbering: this.#numbering,
      countries: this.#countries.names,
      commodities: this.#commodities.names,
      words: this.#words.names,
      joints: this.#joints.names,
      facts: this.#facts.packed(),
      releasedAt: this.#releasedAt.packed(),
      items: this.#items.packed(),
      itemCount: this.#amounts.quantity.length,
      quantity: this.#amounts.quantity.packed(),
      secondQuantity: this.#amounts.secondQuantity.packed(),
      normalised: this.#amounts.normalised.packed(),
      nodes: this.#nodes.packed(),
      nodeCount: this.#share.length,
      share: this.#share.packed(),
      places: this.#places.packed(),
      placeCount: this.#lat.length,
      lat: this.#lat.packed(),
      lon: this.#lon.packed(),
    };
  }
}

function dayNumber(day: string): number {
  return daysBetween("1970-01-01", day);
}

/** As a number where that writes itself the same way: half the size, and compared without quotes. */
function amountOf(decimal: string | null): Amount {
  return decimal !== null && String(Number(decimal)) === decimal ? Number(decimal) : decimal;
}
