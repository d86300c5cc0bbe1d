/** As it goes from one thread to another. */
export type PackedNumbers = {
  start: Uint32Array;
  count: Uint16Array;
  values: Uint32Array;
  /** End of the used part of `values`, and how much of it belongs to no row any more. */
  end: number;
  lost: number;
};

/** Lists of numbers, one for each row of a table: those of one row stand together, from its `start` on. */
export class RaggedNumbers {
  start: Uint32Array;
  count: Uint16Array;
  values: Uint32Array;
  #end: number;
  #lost: number;

  constructor({ start, count, values, end, lost }: PackedNumbers = empty()) {
    this.start = start;
    this.count = count;
    this.values = values;
    this.#end = end;
    this.#lost = lost;
  }

  packed(): PackedNumbers {
    return { start: this.start, count: this.count, values: this.values, end: this.#end, lost: this.#lost };
  }

  /** Writes the list of a row; `rows` is how many rows the table has. */
  put(row: number, numbers: readonly number[], rows: number) {
    if (row >= this.start.length) this.#grow(Math.max(row + 1, this.start.length * 2));
    this.#lost += this.count[row] ?? 0;
    this.count[row] = 0;
    if (this.#end + numbers.length > this.values.length) this.#makeRoom(numbers.length, rows);
    this.start[row] = this.#end;
    this.count[row] = numbers.length;
    for (const number of numbers) this.values[this.#end++] = number;
  }

  /** Takes the last row's list into the place of a row that goes; `last` may be that row. */
  remove(row: number, last: number) {
    this.#lost += this.count[row] ?? 0;
    this.start[row] = this.start[last] ?? 0;
    this.count[row] = this.count[last] ?? 0;
    this.count[last] = 0;
  }

  #grow(rows: number) {
    const [start, count] = [this.start, this.count];
    this.start = new Uint32Array(rows);
    this.count = new Uint16Array(rows);
    this.start.set(start);
    this.count.set(count);
  }

  /** Moves what still belongs to a row together, into more room where half of it is in use. */
  #makeRoom(more: number, rows: number) {
    const used = this.#end - this.#lost + more;
    const room = this.values.length;
    const values = new Uint32Array(used * 2 > room ? Math.max(room * 2, used * 2) : room);
    if (this.#lost === 0) {
      values.set(this.values);
      this.values = values;
      return;
    }
    let end = 0;
    for (let row = 0; row < rows; row++) {
      const [start, count] = [this.start[row] ?? 0, this.count[row] ?? 0];
      values.set(this.values.subarray(start, start + count), end);
      this.start[row] = end;
      end += count;
    }
    this.values = values;
    this.#end = end;
    this.#lost = 0;
  }
}

function empty(): PackedNumbers {
  return { start: new Uint32Array(64), count: new Uint16Array(64), values: new Uint32Array(128), end: 0, lost: 0 };
}
