import { useText } from "#app/components/ui/text-context.tsx";
import { PlaceField } from "./place-field.tsx";
import { useReport, useRows, useTyped } from "./report-context.ts";
import { CodeField, CodeTiles, NumberField } from "./report-fields.tsx";
import { AddButton, ReportRow, ReportSection } from "./report-section.tsx";
import { YesNoField } from "./yes-no-field.tsx";

/** The way of the goods, stop by stop. Several origins stand beside each other, each with its share. */
export function RouteSection() {
  const text = useText();
  const { choices } = useReport();
  const rows = useRows("route");
  return (
    <ReportSection title={text("report.section.route")} note={text("report.route.hint")}>
      {rows.map((row, index) => (
        <Node key={row} row={row} place={index} first={index === 0} last={index === rows.length - 1} />
      ))}
      <div className="row wrap">
        {(choices.codes.route_role ?? []).map((role) => (
          <AddButton key={role} rows="route" role={role}>
            {text.code("route_role", role)}
          </AddButton>
        ))}
      </div>
    </ReportSection>
  );
}

function Node({ row, place, first, last }: { row: number; place: number; first: boolean; last: boolean }) {
  const text = useText();
  const path = `route.${row}`;
  const role = useTyped(`${path}.role`);
  const title = text.code("route_role", role);
  return (
    <ReportRow rows="route" row={row} title={title} ordered ends={{ first, last }}>
      <CodeTiles name={`${path}.role`} list="route_role" label={text("report.route.role")} />
      <PlaceField path={`${path}.place`} label={text("report.route.place")} mapName={`${place + 1}. ${title}`} />
      <CodeTiles name={`${path}.evidence`} list="evidence" label={text("report.route.evidence")} />
      <div className="fields">
        {role === "origin" && (
          <NumberField name={`${path}.sharePercent`} label={text("report.route.share")} after="%" optional />
        )}
        {role !== "destination" && (
          <CodeField name={`${path}.modeToNext`} list="mode" label={text("report.route.mode_to_next")} optional />
        )}
      </div>
      {role === "transit" && <YesNoField name={`${path}.opportunity`} label={text("report.route.opportunity")} />}
    </ReportRow>
  );
}
