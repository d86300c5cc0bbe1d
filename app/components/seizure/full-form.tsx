import { useText } from "#app/components/ui/text-context.tsx";
import { AftermathSection } from "./aftermath-section.tsx";
import { AmendSection } from "./amend-section.tsx";
import { BehalfSection } from "./behalf-section.tsx";
import { FoundSection } from "./found-section.tsx";
import { ItemSection } from "./item-section.tsx";
import { NominalSection } from "./nominal-section.tsx";
import { PersonsSection } from "./persons-section.tsx";
import { ReadersSection } from "./readers-section.tsx";
import { TextField } from "./report-fields.tsx";
import { RouteSection } from "./route-section.tsx";
import { TransportSection } from "./transport-section.tsx";
import { WhenSection } from "./when-section.tsx";

/** The whole record, in the order in which an officer tells it. */
export function FullForm() {
  const text = useText();
  return (
    <>
      <AmendSection />
      <ItemSection />
      <WhenSection />
      <TransportSection />
      <TextField name="nationalCaseNo" label={text("report.case_no")} hint={text("report.case_no.hint")} />
      <div className="fields">
        <TextField name="cenNo" label={text("report.cen_no")} hint={text("report.cen_no.hint")} optional />
        <TextField name="cencommNo" label={text("report.cencomm_no")} optional />
      </div>
      <RouteSection />
      <FoundSection />
      <PersonsSection />
      <AftermathSection />
      <ReadersSection />
      <NominalSection />
      <BehalfSection />
    </>
  );
}
