import { Radio } from "#app/components/ui/choices.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { AMEND_KINDS } from "#app/domain/seizure-form/amend-kinds.ts";
import { AskedField } from "./asked-field.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";
import { LongTextField, TextField } from "./report-fields.tsx";
import { ReportSection } from "./report-section.tsx";

/** Why a released report changes. Both are kept with the version and shown to everybody who reads the case. */
export function AmendSection() {
  const text = useText();
  const { kind } = useReport();
  const chosen = useTyped("amend.kind");
  const set = useSet();
  if (kind !== "amend") return null;
  return (
    <ReportSection title={text("report.section.amend")} note={text("report.amend.hint")}>
      <AskedField name="amend.kind" label={text("report.amend.kind")} group>
        {AMEND_KINDS.map((code) => (
          <Radio
            key={code}
            name="amend.kind"
            value={code}
            checked={chosen === code}
            onChange={() => set({ "amend.kind": code })}
          >
            {text(`report.amend.${code}`)}
          </Radio>
        ))}
      </AskedField>
      <LongTextField name="amend.reason" label={text("report.amend.reason")} />
      <div className="fields">
        <TextField
          name="amend.order.reference"
          label={text("report.amend.order")}
          hint={text("report.amend.order.hint")}
          optional
        />
        <TextField
          name="amend.order.approver"
          label={text("report.amend.approver")}
          hint={text("report.amend.approver.hint")}
          optional
        />
      </div>
    </ReportSection>
  );
}
