import type { CenLayoutName, CenMapping } from "../cen/mapping.ts";
import { layoutOf, targetsOf } from "../cen/recognise.ts";
import type { LocalDate } from "../local-date.ts";
import { guessColumns, type Target } from "./columns.ts";
import { type DayOrder, type Epoch, orderToldBy } from "./date.ts";
import { headingRowOf, headingsAt, type SheetOfSeveral } from "./headings.ts";
import type { ImportIndex } from "./lists.ts";
import { type DecimalMark, markToldBy } from "./number.ts";
import type { RowChecks } from "./row-checks.ts";

/** What the file as a whole tells about how its rows are to be read. */
export type SheetReading = {
  headings: readonly string[];
  columns: readonly (Target | null)[];
  /** Which row holds the headings; records begin after it. */
  headingRow: number;
  marks: readonly DecimalMark[];
  order: DayOrder;
  epoch: Epoch;
  /** Set where the headings are those of a CEN-style table: its words are then read by the mapping. */
  layout?: CenLayoutName | null;
  /** Where the workbook has several sheets. */
  of?: SheetOfSeveral;
};

/**
 * What a whole file was asked once: its tier, how its days and decimals are written where no cell proves it, and whether
 * days outside of the operation and places in other countries are right. `givenAt`: when its cases were cleared, where
 * that was before they are imported; an instant, by which a worker that takes over goes on.
 */
export type ImportAnswers = {
  handling?: string;
  order?: Exclude<DayOrder, null>;
  mark?: DecimalMark;
  outside?: "right";
  abroad?: "right";
  givenAt?: string;
};

/** The reading of a file with what was answered about it. */
export function answered(sheet: SheetReading, { order, mark }: ImportAnswers): SheetReading {
  return { ...sheet, order: order ?? sheet.order, marks: sheet.marks.map((own) => own ?? mark ?? null) };
}

/** What stands outside the file: lists, who reports, and the day after which nothing can have happened. */
export type ImportContext = {
  index: ImportIndex;
  /** The reporting agency's country. */
  home: string;
  latest: LocalDate;
  /** How CEN-style tables look; null where none are expected. */
  mapping: CenMapping | null;
  /** What the report form would ask about; null where nothing is compared with. */
  checks: RowChecks | null;
};

type Given = { mapping: CenMapping | null; mapped?: readonly (Target | null)[]; headingRow?: number };

const DATES: readonly Target[] = ["occurredOn", "occurredTo"];
const NUMBERS: readonly Target[] = ["quantity", "weight", "pieces", "volume", "secondQuantity", "purityPercent"];

/**
 * Gathers what the cells of a file prove about its dates and numbers, row by row, so that a file of any length is read
 * with the same evidence. The first rows, with the headings among them, are given at the beginning.
 */
export class SheetEvidence {
  readonly #headings: readonly string[];
  readonly #columns: readonly (Target | null)[];
  readonly #headingRow: number;
  readonly #marks: Set<"." | ",">[];
  readonly #orders = new Set<Exclude<DayOrder, null>>();
  readonly #layout: CenLayoutName | null;
  readonly #mapping: CenMapping | null;

  constructor(head: readonly (readonly string[])[], { mapping, mapped, headingRow }: Given) {
    this.#headingRow = headingRow ?? headingRowOf(head);
    this.#headings = headingsAt(head, this.#headingRow);
    this.#mapping = mapping;
    this.#layout = layoutOf(this.#headings, mapping);
    this.#columns = mapped ?? this.#guessed(head.slice(this.#headingRow + 1));
    this.#marks = this.#columns.map(() => new Set());
  }

  /** By the layout where there is one; columns that it does not have are guessed as in every file. */
  #guessed(rows: readonly (readonly string[])[]): (Target | null)[] {
    const guessed = guessColumns(this.#headings, rows);
    if (this.#layout === null || this.#mapping === null) return guessed;
    const known = targetsOf(this.#headings, this.#mapping.layouts[this.#layout]);
    return guessed.map((target, at) => {
      const own = known[at];
      return own === undefined ? (target !== null && known.includes(target) ? null : target) : own;
    });
  }

  get headingRow(): number {
    return this.#headingRow;
  }

  see(row: readonly string[]): void {
    for (const [at, target] of this.#columns.entries()) {
      const cell = row[at];
      if (!target || !cell) continue;
      const mark = NUMBERS.includes(target) ? markToldBy(cell) : null;
      if (mark) this.#marks[at]?.add(mark);
      const order = DATES.includes(target) ? orderToldBy(cell) : null;
      if (order) this.#orders.add(order);
    }
  }

  /** A file is written by one hand: what one of its columns proves holds for those that prove nothing. */
  reading(epoch: Epoch): SheetReading {
    const own = this.#marks.map(onlyOf);
    const shared = onlyOf(new Set(own.filter((mark) => mark !== null)));
    const order = onlyOf(this.#orders);
    const usual = this.#layout === null ? null : (this.#mapping?.decimalMark ?? null);
    return {
      headings: this.#headings,
      columns: this.#columns,
      headingRow: this.#headingRow,
      marks: own.map((mark, at) => mark ?? ((this.#marks[at]?.size ?? 0) > 1 ? null : (shared ?? usual))),
      order,
      epoch,
      layout: this.#layout,
    };
  }
}

function onlyOf<T>(proved: ReadonlySet<T>): T | null {
  const [only] = proved;
  return proved.size === 1 && only !== undefined ? only : null;
}

/** The cells of one record by what their columns hold. */
export function cellsOf(row: readonly string[], { columns }: SheetReading): Partial<Record<Target, string>> {
  const cells: Partial<Record<Target, string>> = {};
  for (const [at, target] of columns.entries()) if (target) cells[target] = row[at] ?? "";
  return cells;
}

/** The heading and decimal mark of a target's column. */
export function columnOf(
  target: Target,
  reading: SheetReading,
): { heading: string; mark: DecimalMark; order: DayOrder } {
  const at = reading.columns.indexOf(target);
  return {
    heading: reading.headings[at] ?? "",
    mark: reading.marks[at] ?? null,
    order: reading.order,
  };
}
