import { lazy, Suspense } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import { patientImport } from "#app/live/patient-import.ts";
import { AmountField } from "./amount-field.tsx";
import { DayField } from "./day-field.tsx";
import { GoodsField } from "./goods-field.tsx";
import { ModeField } from "./mode-field.tsx";
import { PlaceField } from "./place-field.tsx";
import { useReport } from "./report-context.ts";
import { TextField } from "./report-fields.tsx";

/** For contact points, who can enter what a post told them. */
const BehalfSection = lazy(async () => {
  const loaded = await patientImport(() => import("./behalf-section.tsx"));
  return { default: loaded.BehalfSection };
});

/** What an officer can say in one minute. */
export function ShortForm() {
  const text = useText();
  const { choices } = useReport();
  return (
    <>
      <GoodsField path="items.0" label={text("report.what")} />
      <AmountField path="items.0" label={text("report.how_much")} brief />
      <PlaceField path="place" label={text("report.where")} here />
      <DayField label={text("report.when")} />
      <ModeField label={text("report.how_travelled")} />
      <TextField name="nationalCaseNo" label={text("report.case_no")} hint={text("report.case_no.hint")} />
      {choices.posts.length > 0 && (
        <Suspense fallback={null}>
          <BehalfSection />
        </Suspense>
      )}
    </>
  );
}
