import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

type Difference = { path: string; label: string; before: string; after: string };
type Props = { label: string; before: string; after: string; differences: readonly Difference[] };

/** Two versions of one report, line by line where they differ. */
export function VersionsBeside({ label, before, after, differences }: Props) {
  const text = useText();
  return (
    <TableFrame label={label}>
      <table className="table beside">
        <thead>
          <tr>
            <td />
            <th scope="col">{before}</th>
            <th scope="col">{after}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((difference) => (
            <tr key={difference.path}>
              <th scope="row">{difference.label}</th>
              <td>{difference.before || <span className="unknown">{text("report.line.nothing")}</span>}</td>
              <td>{difference.after || <span className="unknown">{text("report.line.nothing")}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
