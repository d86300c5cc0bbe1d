import { useText } from "#app/components/ui/text-context.tsx";
import { AskedField } from "./asked-field.tsx";
import { CountrySelect } from "./place-field.tsx";
import { useRows } from "./report-context.ts";
import { NumberField } from "./report-fields.tsx";
import { AddButton, ReportRow, ReportSection } from "./report-section.tsx";

/** How many persons, and of which nationality; never who. */
export function PersonsSection() {
  const text = useText();
  const rows = useRows("persons.nationalities");
  return (
    <ReportSection title={text("report.section.persons")} note={text("report.persons.hint")}>
      <div className="fields">
        <NumberField whole name="persons.arrested" label={text("report.arrested")} optional />
        <NumberField whole name="persons.identified" label={text("report.identified")} optional />
      </div>
      <div id="at-persons.nationalities" className="stack">
        {rows.map((row) => (
          <Nationality key={row} row={row} />
        ))}
      </div>
      <div className="row wrap">
        <AddButton rows="persons.nationalities">{text("report.nationality.add")}</AddButton>
      </div>
    </ReportSection>
  );
}

function Nationality({ row }: { row: number }) {
  const text = useText();
  const path = `persons.nationalities.${row}`;
  return (
    <ReportRow rows="persons.nationalities" row={row} title={text("report.nationality")}>
      <div className="fields">
        <AskedField
          name={`${path}.country`}
          also={row === 0 ? ["persons.nationalities"] : []}
          label={text("report.place.country")}
        >
          <CountrySelect name={`${path}.country`} />
        </AskedField>
        <NumberField whole name={`${path}.count`} label={text("report.nationality.count")} />
      </div>
    </ReportRow>
  );
}
