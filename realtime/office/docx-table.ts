import { BorderStyle, ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { PaperPart } from "../../app/domain/operation-report/paper.ts";
import { line } from "./docx-blocks.ts";
import { COLOURS, TEXT_WIDTH } from "./docx-look.ts";

type Tabled = NonNullable<PaperPart["table"]>;

const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };
const thin = (size: number, color: string) => ({ style: BorderStyle.SINGLE, size, color });

/** A table whose head comes again on every page, and whose rows stay whole. */
export function tableOf({ heads, rows }: Tabled): Table {
  const widths = widthsOf(heads);
  const cellsOf = (words: readonly string[], head: boolean) =>
    heads.map(
      ({ numeric }, at) =>
        new TableCell({
          width: { size: widths[at] ?? 0, type: WidthType.DXA },
          ...(head && { shading: { type: ShadingType.CLEAR, fill: COLOURS.head, color: "auto" } }),
          children: [line(words[at] ?? "", head ? "TableHead" : "TableText", numeric)],
        }),
    );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 80, right: 80 },
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
        children: cellsOf(
          heads.map(({ name }) => name),
          true,
        ),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cellsOf(row, false) })),
    ],
  });
}

/** Many columns are of one width; of few the first is the widest, and numbers take less than words. */
function widthsOf(heads: Tabled["heads"]): number[] {
  const shares = heads.map(({ numeric }, at) => {
    if (heads.length > 6) return at === 0 ? 1.6 : 1;
    return at === 0 ? 2.2 : numeric ? 1 : 1.5;
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((TEXT_WIDTH * share) / all));
}
