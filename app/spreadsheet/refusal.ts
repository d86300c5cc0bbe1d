/** Why a file cannot be read at all: a key of the catalogue with its parameters. */
export class FileRefusal extends Error {
  readonly key: string;
  readonly params: Record<string, string>;

  constructor(key: string, params: Record<string, string> = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

/** More than this no report of seizures has; a file that does is a fault or an attack. */
export const MOST_COLUMNS = 500;
export const MOST_ROWS = 1_000_000;
/** Longest text of a cell that is read; a spreadsheet holds 32,767 characters in one. */
export const LONGEST_CELL = 32_767;
