import { useText } from "#app/components/ui/text-context.tsx";
import { AmountField } from "./amount-field.tsx";
import { BehalfSection } from "./behalf-section.tsx";
import { DayField } from "./day-field.tsx";
import { GoodsField } from "./goods-field.tsx";
import { ModeField } from "./mode-field.tsx";
import { PlaceField } from "./place-field.tsx";
import { TextField } from "./report-fields.tsx";

/** What an officer can say in one minute. */
export function ShortForm() {
  const text = useText();
  return (
    <>
      <GoodsField path="items.0" label={text("report.what")} />
      <AmountField path="items.0" label={text("report.how_much")} brief />
      <PlaceField path="place" label={text("report.where")} here />
      <DayField label={text("report.when")} />
      <ModeField label={text("report.how_travelled")} />
      <TextField name="nationalCaseNo" label={text("report.case_no")} hint={text("report.case_no.hint")} />
      <BehalfSection />
    </>
  );
}
