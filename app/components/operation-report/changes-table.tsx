import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { ChangedLine } from "#app/domain/operation-report/lines.ts";
import { valueShown } from "./count-parts.ts";
import { lineName } from "./line-names.ts";
import { useReportWords } from "./report-words.ts";

/** More than these are a file's business. */
const SHOWN = 40;

/** Values that differ between two countings of a report. */
export function ChangesTable({ changes }: { changes: readonly ChangedLine[] }) {
  const text = useText();
  const format = useFormat();
  const words = useReportWords();
  const said = (value: string | null) =>
    value === null ? text("operation_report.no_share") : valueShown({ format }, value);
  if (changes.length === 0) return <p>{text("operation_report.changes.none")}</p>;
  return (
    <TableFrame label={text("operation_report.moved.show")}>
      <table className="table report-table">
        <thead>
          <tr>
            <th scope="col">{text("operation_report.changes.figure")}</th>
            <th scope="col" className="numeric">
              {text("operation_report.changes.before")}
            </th>
            <th scope="col" className="numeric">
              {text("operation_report.changes.after")}
            </th>
          </tr>
        </thead>
        <tbody>
          {changes.slice(0, SHOWN).map(({ line, before, after }) => (
            <tr key={line}>
              <th scope="row">{lineName(line, words)}</th>
              <td className="numeric">{said(before)}</td>
              <td className="numeric">{said(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > SHOWN && (
        <p className="caption">{text("operation_report.changes.more", { n: changes.length - SHOWN })}</p>
      )}
    </TableFrame>
  );
}
