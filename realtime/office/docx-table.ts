import {
  BorderStyle,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  VerticalAlign,
  WidthType,
} from "docx";
import { lettersIn } from "../../app/domain/letters-in.ts";
import type { PaperPart } from "../../app/domain/operation-report/paper.ts";
import { line } from "./docx-blocks.ts";
import { COLOURS, TEXT_WIDTH } from "./docx-look.ts";

type Tabled = NonNullable<PaperPart["table"]>;

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const thin = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });

/** Beyond so many columns heads stand upright, and cells have less room at their sides. */
const MOST_LYING = 8;
/** Of an upright head: the longest words that stand in two lines. */
const UPRIGHT_HEIGHT = 1_500;
/** A table of so few rows stands on one page. */
const MOST_TOGETHER = 14;

/** A table whose head comes again on every page, and whose rows stay whole. */
export function tableOf({ heads, rows }: Tabled): Table {
  const widths = widthsOf({ heads, rows });
  const upright = heads.length > MOST_LYING;
  const together = rows.length <= MOST_TOGETHER;
  const cellsOf = (words: readonly string[], head: boolean, last = false) =>
    heads.map(({ numeric }, at) => {
      const standing = head && upright && numeric;
      const style = head ? "TableHead" : "TableText";
      return new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        ...(head && { shading: { type: ShadingType.CLEAR, fill: COLOURS.head, color: "auto" } }),
        ...(head && { verticalAlign: VerticalAlign.BOTTOM }),
        ...(standing && {
          textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT,
          verticalAlign: VerticalAlign.CENTER,
        }),
        children: [line(words[at] ?? "", style, { numeric: numeric && !standing, keepNext: together && !last })],
      });
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: upright ? 40 : 80, right: upright ? 40 : 80 },
    borders: {
      ...{ left: NONE, right: NONE, insideVertical: NONE },
      top: thin(4, COLOURS.line),
      bottom: thin(4, COLOURS.line),
      insideHorizontal: thin(4, COLOURS.line),
    },
    tableLook: { firstRow: true },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        ...(upright && { height: { value: UPRIGHT_HEIGHT, rule: HeightRule.EXACT } }),
        children: cellsOf(
          heads.map(({ name }) => name),
          true,
        ),
      }),
      ...rows.map(
        (row, at) => new TableRow({ cantSplit: true, children: cellsOf(row, false, at === rows.length - 1) }),
      ),
    ],
  });
}

/** Each column by its longest cell, within bounds; many columns of numbers are of one width. */
function widthsOf({ heads, rows }: Tabled): number[] {
  const shares = heads.map(({ name, numeric }, at) => {
    if (numeric && heads.length > MOST_LYING) return 6;
    const longest = Math.max(...rows.map((row) => lettersIn(row[at] ?? "")));
    if (numeric) return Math.min(24, Math.max(9, longest, ...name.split(" ").map((word) => lettersIn(word))));
    return Math.min(60, Math.max(10, longest, lettersIn(name)));
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
}
