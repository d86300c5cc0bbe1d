import type { Column } from "./fact-block.ts";

/** A column being written. One that says the same in every row is packed into that one value. */
export class Cells<T> {
  readonly #values: T[] = [];
  #same = true;

  get length(): number {
    return this.#values.length;
  }

  add(value: T) {
    this.#same &&= this.#values.length === 0 || this.#values[0] === value;
    this.#values.push(value);
  }

  packed(): Column<T> {
    const [first] = this.#values;
    return this.#same && first !== undefined ? first : this.#values;
  }
}

/** Columns of integers that are written together, row by row. */
export class Rows<Name extends string> {
  readonly #columns = new Map<Name, Cells<number>>();

  constructor(layout: Record<Name, unknown>) {
    for (const name in layout) this.#columns.set(name, new Cells());
  }

  add(row: Record<Name, number>) {
    for (const [name, column] of this.#columns) column.add(row[name]);
  }

  packed(): Record<Name, Column<number>> {
    const packed = {} as Record<Name, Column<number>>;
    for (const [name, column] of this.#columns) packed[name] = column.packed();
    return packed;
  }
}
