import { endKeyOf } from "../corridor-key.ts";
import type { FactPlace } from "../fact.ts";
import { namedBy } from "../fact-filter.ts";
import type { RoutedBy } from "../route.ts";
import type { Dictionary } from "./dictionary.ts";

/** A place with the numbers that columns know it by: what many facts have is looked up once. */
export class Placed {
  readonly country: string;
  /** Its name as an end of corridors by place. */
  readonly end: string;
  /** Number as such an end and of its mark, or -1 until it is wanted as that. */
  endNumber = -1;
  mark = -1;
  #passed: readonly number[] | null = null;

  constructor(readonly of: FactPlace) {
    this.country = of.country;
    this.end = endKeyOf(of, "place");
  }

  /** Numbers of what goods that were here have passed. */
  passed(names: Dictionary): readonly number[] {
    this.#passed ??= namedBy(this.of).map((name) => names.number(name));
    return this.#passed;
  }
}

export type PlacedRoute = RoutedBy<Placed>;
