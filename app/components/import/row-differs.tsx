import { comparedLines, useReportLines } from "#app/components/seizure/report-lines.ts";
import { useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import type { GridRow } from "./import-types.ts";

/** What is here beside what the file says, field by field: what a correction would put in the place of what. */
export function RowDiffers({ differs }: { differs: NonNullable<GridRow["differs"]> }) {
  const text = useText();
  const countries = useCountryNames();
  // Readers are never changed by a file: no agency or member has to be named.
  const itself = (id: string) => id;
  const linesOf = useReportLines({ country: (code) => countries[code] ?? code, agency: itself, member: itself });
  const compared = comparedLines(linesOf(differs.before), linesOf(differs.after));
  return (
    <div className="import-differs-row">
      <h3 className="caption">{text("import.differs.title")}</h3>
      <dl className="import-cells">
        {compared.map(({ path, label, before, after }) => (
          <div key={path}>
            <dt>{label}</dt>
            <dd>
              <span className="aside">{text("import.differs.was")} </span>
              {before === "" ? <span className="faint">{text("import.differs.empty")}</span> : <del>{before}</del>}
              <span aria-hidden="true"> → </span>
              <span className="aside">{text("import.differs.is")} </span>
              {after === "" ? <span className="faint">{text("import.differs.empty")}</span> : <ins>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
      {compared.length === 0 && <p className="caption">{text("import.differs.none")}</p>}
    </div>
  );
}
