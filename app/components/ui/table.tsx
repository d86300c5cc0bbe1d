import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { CaretUpIcon } from "@phosphor-icons/react/dist/ssr/CaretUp";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { TableFrame } from "./table-frame.tsx";
import { useText } from "./text-context.tsx";

export type Column<Row> = {
  key: string;
  label: string;
  /** Numbers stand at the end, in digits of one width. */
  numeric?: boolean;
  cell: (row: Row) => ReactNode;
  /** Where the head leads, and how it sorts now. */
  sort?: { to: string; now?: "ascending" | "descending" };
  /** The column that names the row: its cells become row headers. */
  names?: boolean;
};

type TableProps<Row> = {
  /** What the table holds; seen where `caption` asks for it, read out always. */
  label: string;
  caption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The reader's own row, or the chosen one. */
  marked?: (row: Row) => boolean;
  /** On a phone every row becomes a small record. */
  stack?: boolean;
  foot?: ReactNode;
};

/** Rows of one kind, sorted by address. Wide ones scroll inside their own frame, also by keyboard. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, caption, columns, rows, keyOf, marked, stack, foot } = props;
  return (
    <TableFrame label={label}>
      <table className={stack ? "table table-stack" : "table"}>
        <caption className={caption ? undefined : "aside"}>{label}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={marked?.(row) ? "own" : undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot>{foot}</tfoot>}
      </table>
    </TableFrame>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.names) return <th scope="row">{column.cell(row)}</th>;
  return (
    <td className={column.numeric ? "numeric" : undefined} data-label={column.label}>
      {column.cell(row)}
    </td>
  );
}

function Head({ column }: { column: Pick<Column<never>, "label" | "numeric" | "sort"> }) {
  const { label, numeric, sort } = column;
  const text = useText();
  return (
    <th scope="col" className={numeric ? "numeric" : undefined} aria-sort={sort && (sort.now ?? "none")}>
      {sort ? (
        <Link to={sort.to} className="sort" preventScrollReset>
          {label}
          {sort.now && (
            <Icon
              of={sort.now === "ascending" ? CaretUpIcon : CaretDownIcon}
              size={12}
              label={text(`ui.sort.${sort.now}`)}
            />
          )}
        </Link>
      ) : (
        label
      )}
    </th>
  );
}
