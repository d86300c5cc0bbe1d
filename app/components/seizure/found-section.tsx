import { useText } from "#app/components/ui/text-context.tsx";
import { CodesField, LongTextField } from "./report-fields.tsx";
import { ReportSection } from "./report-section.tsx";

/** How it was found, how it was hidden, and what was wrong with it. */
export function FoundSection() {
  const text = useText();
  return (
    <ReportSection title={text("report.section.found")} note={text("report.found.hint")}>
      <CodesField name="detections" list="detection" label={text("report.detections")} />
      <CodesField name="controlReasons" list="control_reason" label={text("report.control_reasons")} />
      <CodesField name="concealmentPlaces" list="concealment_place" label={text("report.concealment_places")} />
      <CodesField name="concealmentMethods" list="concealment_method" label={text("report.concealment_methods")} />
      <LongTextField name="concealmentText" label={text("report.concealment_text")} optional />
      <CodesField name="offences" list="offence" label={text("report.offences")} />
    </ReportSection>
  );
}
