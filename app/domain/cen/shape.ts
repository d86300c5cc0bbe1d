import type { CaseMark, CenColumn, CenLayoutName, CenMapping } from "./mapping.ts";

/** What the columns of a handed-out workbook were, so that it can be made again as it was. */
export type HandedShape = {
  sheet: string;
  headings: string[];
  /** Columns that hold numbers, by their places. */
  numbers: number[];
  /** Headings whose change does not make a case changed. */
  silent: string[];
  /** Where the marks of the export stand; -1 for nowhere. */
  mark: number;
  changed: number;
  words: Record<CaseMark, string>;
  separator: string;
  /** Lines of the second sheet: what this is, of whom, and by which mapping. */
  about: string[][];
};

const NUMBERS = ["itemNo", "quantity", "secondQuantity", "purityPercent", "lat", "lon", "arrested", "identified"];

/** The shape that a mapping gives to a workbook of today. */
export function shapeOf(mapping: CenMapping, name: CenLayoutName, about: readonly string[][]): HandedShape {
  const { columns, sheet, name: title } = mapping.layouts[name];
  const is = (field: CenColumn["field"]) => columns.findIndex((column) => column.field === field);
  const ours = (column: CenColumn) => column.field === "mark" || column.field === "changed";
  return {
    sheet,
    headings: columns.map(({ heading }) => heading),
    numbers: columns.flatMap(({ field }, at) =>
      mapping.decimalMark === "." && field !== undefined && NUMBERS.includes(field) ? [at] : [],
    ),
    silent: columns.flatMap((column) => (column.marks && !ours(column) ? [] : [column.heading])),
    mark: is("mark"),
    changed: is("changed"),
    words: mapping.marks,
    separator: mapping.separator,
    about: [[title, mapping.version], ...about, ["", mapping.note]],
  };
}
