/** Numbers for texts: a column holds the number, the dictionary the text. */
export class Dictionary {
  readonly names: string[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(names: Iterable<string> = []) {
    for (const name of names) this.number(name);
  }

  get size(): number {
    return this.names.length;
  }

  /** The number of a text, given now if it had none. */
  number(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    return this.names.push(name) - 1;
  }

  /** The number of a text, or -1 where no row has it. */
  find(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  name(number: number): string {
    const name = this.names[number];
    if (name === undefined) throw new RangeError(`No text has the number ${number}`);
    return name;
  }
}

/** Dictionaries as they go from one thread to another: the texts of each in one, which is copied as a whole. */
export type PackedNames<Name extends string = string> = Readonly<Record<Name, string>>;

/** What no text holds: the database takes none with it. */
const END = "\0";

export function packNames<Name extends string>(dictionaries: Readonly<Record<Name, Dictionary>>): PackedNames<Name> {
  const packed = {} as Record<Name, string>;
  for (const name in dictionaries) packed[name] = dictionaries[name].names.map((text) => text + END).join("");
  return packed;
}

export function unpackNames(packed: string | undefined): Dictionary {
  return new Dictionary(packed?.split(END).slice(0, -1));
}
