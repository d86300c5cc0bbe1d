import { Tiles } from "#app/components/ui/choices.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { DATE_PRECISIONS } from "#app/domain/seizure-states.ts";
import { AskedField } from "./asked-field.tsx";
import { DayField } from "./day-field.tsx";
import { PlaceField } from "./place-field.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";
import { CodeField, CodeTiles, TextField } from "./report-fields.tsx";
import { ReportSection } from "./report-section.tsx";

/** Where and when it happened, as exactly as anybody knows. */
export function WhenSection() {
  const text = useText();
  const precision = useTyped("datePrecision") || "day";
  return (
    <ReportSection title={text("report.section.where_when")}>
      <CodeTiles name="eventKind" list="event_kind" label={text("report.event_kind")} />
      <PlaceField path="place" label={text("report.where")} here />
      <CodeField name="placeKind" list="place_kind" label={text("report.place_kind")} />
      <DayField label={text("report.when")} />
      <PrecisionField />
      {precision === "month" && (
        <TextField name="occurredMonth" label={text("report.month")} input={{ type: "month" }} />
      )}
      {precision === "year" && (
        <TextField name="occurredYear" label={text("report.year")} input={{ inputMode: "numeric", maxLength: 4 }} />
      )}
      {precision === "range" && <LastDayField />}
      {precision === "day" && <TimeField />}
    </ReportSection>
  );
}

function PrecisionField() {
  const text = useText();
  const value = useTyped("datePrecision") || "day";
  const set = useSet();
  return (
    <AskedField name="datePrecision" label={text("report.precision")} group>
      <Tiles
        name="datePrecision"
        shape="row"
        value={[value]}
        onChoose={(precision) => set({ datePrecision: precision })}
        choices={DATE_PRECISIONS.map((precision) => ({
          value: precision,
          label: text(`report.precision.${precision}`),
        }))}
      />
    </AskedField>
  );
}

function LastDayField() {
  const text = useText();
  const { today } = useReport().choices;
  return <TextField name="occurredTo" label={text("report.last_day")} input={{ type: "date", max: today }} />;
}

/** The clock at the place; in which zone that is, is said beside it. */
function TimeField() {
  const text = useText();
  const { choices } = useReport();
  const zone = useTyped("occurredZone") || choices.operation.zone;
  const value = useTyped("occurredTime");
  const set = useSet();
  return (
    <AskedField name="occurredTime" label={text("report.time")} optional>
      <TextInput
        name="occurredTime"
        inputMode="numeric"
        placeholder="16:05"
        after={text.label(`zone.${zone}`, undefined, zone.slice(zone.lastIndexOf("/") + 1).replaceAll("_", " "))}
        value={value}
        onChange={(event) => set({ occurredTime: event.currentTarget.value })}
      />
      <input type="hidden" name="occurredZone" value={zone} />
    </AskedField>
  );
}
