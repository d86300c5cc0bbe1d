import { useText } from "#app/components/ui/text-context.tsx";
import { AgenciesField } from "./agencies-field.tsx";
import { useReport, useRows } from "./report-context.ts";
import { LongTextField, TextField } from "./report-fields.tsx";
import { AddButton, ReportRow, ReportSection } from "./report-section.tsx";

/** Names, registrations, waybills: apart from the case, for the owner and the agencies that are named here. */
export function NominalSection() {
  const text = useText();
  const { kind } = useReport();
  const rows = useRows("nominal.persons");
  return (
    <ReportSection apart title={text("report.section.nominal")} note={text("report.nominal.hint")}>
      {kind !== "amend" && <p className="field-hint">{text("report.nominal.not_kept")}</p>}
      {rows.map((row, index) => (
        <ReportRow key={row} rows="nominal.persons" row={row} title={text("report.nominal.person", { n: index + 1 })}>
          <div className="fields">
            <TextField name={`nominal.persons.${row}.name`} label={text("report.nominal.name")} />
            <TextField name={`nominal.persons.${row}.document`} label={text("report.nominal.document")} optional />
          </div>
          <TextField name={`nominal.persons.${row}.note`} label={text("report.nominal.note")} optional />
        </ReportRow>
      ))}
      <div className="row wrap">
        <AddButton rows="nominal.persons">{text("report.nominal.add")}</AddButton>
      </div>
      <div className="fields">
        <TextField name="nominal.registration" label={text("report.nominal.registration")} optional />
        <TextField name="nominal.waybill" label={text("report.nominal.waybill")} optional />
      </div>
      <LongTextField name="nominal.note" label={text("report.nominal.more")} optional />
      <AgenciesField name="nominal.recipients" label={text("report.nominal.recipients")} />
    </ReportSection>
  );
}
