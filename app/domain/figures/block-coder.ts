import { DIMENSIONS } from "../commodity-groups.ts";
import type { Amount, FactBlock } from "../fact-block.ts";
import { at, decimalOf, entry, placeIn, startsOf } from "../fact-columns.ts";
import { SEIZURE_STATES } from "../seizure-states.ts";
import { STANDINGS, standingOf } from "./case-rule.ts";
import { type CodedFact, type CodedItem, setOf, wholeAndMicro } from "./coded-fact.ts";
import { type FactColumns, NO_DAY, NO_MEASURE, NO_NUMBER } from "./columns.ts";
import { CERTAINTIES, certaintyOf, measureOf } from "./measure.ts";
import { Placed } from "./placed.ts";

/**
 * The facts of a block as they are written into columns, without making facts of them: what its dictionaries name is
 * looked up once for all its rows. It must say what `codeFact` says of the same facts; a test holds the two together.
 */
export class BlockCoder {
  readonly #block: FactBlock;
  readonly #firstItem: Uint32Array;
  readonly #firstNode: Uint32Array;
  readonly #places: Placed[] = [];
  readonly #reporter: (place: number) => number;
  readonly #mode: (place: number) => number;
  readonly #placeKind: (place: number) => number;
  readonly #direction: (place: number) => number;
  readonly #country: (place: number) => number;
  readonly #detections: (place: number) => number;
  readonly #concealments: (place: number) => number;
  readonly #joint: (place: number) => number;
  readonly #commodity: (place: number) => number;
  readonly #certainty: (place: number) => number;
  /** By dimension and unit. */
  readonly #measure: (key: number) => number;

  constructor(block: FactBlock, names: FactColumns["names"]) {
    const { codes, codeLists } = block;
    const setAt = (place: number) => setOf(entry(codeLists, place).map((code) => entry(codes, code)));
    this.#block = block;
    this.#firstItem = startsOf(block.facts.items, block.count);
    this.#firstNode = startsOf(block.facts.route, block.count);
    this.#reporter = once((place) => names.reporter.number(entry(block.reporters, place)));
    this.#mode = once((place) => names.mode.number(entry(codes, place)));
    this.#placeKind = once((place) => names.placeKind.number(entry(codes, place)));
    this.#direction = once((place) => names.direction.number(entry(codes, place)));
    this.#country = once((place) => names.country.number(entry(block.countries, place)));
    this.#detections = once((place) => names.detections.number(setAt(place)));
    this.#concealments = once((place) => names.concealments.number(setAt(place)));
    this.#joint = once((place) => names.joint.number(entry(block.joints, place)));
    this.#commodity = once((place) => names.commodity.number(entry(block.commodities, place)));
    this.#certainty = once((place) => CERTAINTIES.indexOf(certaintyOf(entry(codes, place))));
    this.#measure = once((key) => {
      const unit = Math.floor(key / DIMENSIONS.length) - 1;
      const dimension = entry(DIMENSIONS, key % DIMENSIONS.length);
      const measure = measureOf({ normalised: "", dimension, unit: unit < 0 ? null : entry(codes, unit) });
      return measure === null ? NO_MEASURE : names.measure.number(measure);
    });
  }

  coded(row: number): CodedFact {
    const { facts, codes, releasedAt, firstDay, firstInstant } = this.#block;
    const state = at(facts.state, row);
    const day = at(facts.operationalDay, row);
    const instant = at(releasedAt, row);
    const joint = at(facts.joint, row);
    const place = at(facts.place, row);
    const standing = standingOf({
      state: entry(SEIZURE_STATES, state),
      eventKind: entry(codes, at(facts.eventKind, row)),
      outsideWindow: at(facts.outsideWindow, row) === 1,
    });
    return {
      standing: STANDINGS.indexOf(standing),
      state,
      late: at(facts.late, row),
      day: day < 0 ? NO_DAY : firstDay + day,
      reporter: this.#reporter(at(facts.reporter, row)),
      mode: this.#mode(at(facts.mode, row)),
      country: this.#country(at(this.#block.places.country, place)),
      placeKind: this.#placeKind(at(facts.placeKind, row)),
      direction: this.#direction(at(facts.direction, row)),
      detections: this.#detections(at(facts.detections, row)),
      concealments: this.#concealments(at(facts.concealmentMethods, row)),
      arrested: at(facts.arrested, row) < 0 ? NO_NUMBER : at(facts.arrested, row),
      releasedAt: typeof instant === "string" ? Date.parse(instant) : firstInstant + instant,
      joint: joint < 0 ? NO_NUMBER : this.#joint(joint),
      jointPlace: joint < 0 ? 0 : at(facts.jointPlace, row),
      items: this.#items(row),
      routed: { place: this.#placed(place), route: this.#route(row) },
    };
  }

  #items(row: number): CodedItem[] {
    const first = this.#firstItem[row] ?? 0;
    return Array.from({ length: at(this.#block.facts.items, row) }, (_, place) => this.#item(first + place));
  }

  #item(row: number): CodedItem {
    const { items, quantity, normalised } = this.#block;
    const dimension = at(items.dimension, row);
    const amount = at(normalised, row);
    const meant = amount === true ? at(quantity, row) : amount;
    const measured = meant !== null && dimension >= 0;
    const measure = measured ? this.#measure((at(items.unit, row) + 1) * DIMENSIONS.length + dimension) : NO_MEASURE;
    const { whole, micro } = measure === NO_MEASURE ? NOTHING : exactly(meant);
    return {
      commodity: this.#commodity(at(items.commodity, row)),
      measure,
      whole,
      micro,
      certainty: this.#certainty(at(items.qualifier, row)),
      live: Number(at(items.live, row) === 1),
    };
  }

  #route(row: number) {
    const { facts, nodes, codes } = this.#block;
    const first = this.#firstNode[row] ?? 0;
    return Array.from({ length: at(facts.route, row) }, (_, place) => ({
      role: entry(codes, at(nodes.role, first + place)),
      place: this.#placed(at(nodes.place, first + place)),
    }));
  }

  #placed(place: number): Placed {
    const known = this.#places[place];
    if (known) return known;
    const placed = new Placed(placeIn(this.#block, place));
    this.#places[place] = placed;
    return placed;
  }
}

const NOTHING = { whole: 0, micro: 0 };

/** Whole numbers, which most are, need no text. */
function exactly(amount: Amount): { whole: number; micro: number } {
  return Number.isInteger(amount) ? { whole: Number(amount), micro: 0 } : wholeAndMicro(decimalOf(amount));
}

/** By small whole numbers, each found when it is first asked for. */
function once(find: (place: number) => number): (place: number) => number {
  const known: number[] = [];
  return (place) => {
    const before = known[place];
    if (before !== undefined) return before;
    const found = find(place);
    known[place] = found;
    return found;
  };
}
