import { fromMicro } from "../exact-decimal.ts";

/** Beyond this a float would no longer hold every whole number, with room for one more quantity. */
const FULL = 2 ** 52;

/** Adds whole units and millionths exactly, in floats as long as these are exact and in big integers beyond. */
export class ExactSum {
  #whole = 0;
  #micro = 0;
  #carried = 0n;

  add(whole: number, micro: number) {
    this.#whole += whole;
    this.#micro += micro;
    if (Math.abs(this.#whole) > FULL || Math.abs(this.#micro) > FULL) this.#carry();
  }

  toString(): string {
    this.#carry();
    return fromMicro(this.#carried);
  }

  #carry() {
    this.#carried += BigInt(this.#whole) * 1_000_000n + BigInt(this.#micro);
    this.#whole = 0;
    this.#micro = 0;
  }
}
