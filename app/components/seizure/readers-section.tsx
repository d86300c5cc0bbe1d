import { Checkbox, Radio } from "#app/components/ui/choices.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { AgenciesField } from "./agencies-field.tsx";
import { AskedField } from "./asked-field.tsx";
import { PeopleField } from "./people-field.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";
import { ReportSection } from "./report-section.tsx";

/** Who may read the case, what they may do with it, and whether it counts yet. */
export function ReadersSection() {
  const text = useText();
  const { choices } = useReport();
  const [handling, kind, held] = [useTyped("handling"), useTyped("audience.kind") || "all", useTyped("held")];
  const set = useSet();
  return (
    <ReportSection title={text("report.section.readers")}>
      <AskedField name="handling" label={text("report.handling")} group>
        {(choices.codes.handling ?? []).map((code) => (
          <Radio
            key={code}
            name="handling"
            value={code}
            checked={handling === code}
            onChange={() => set({ handling: code })}
          >
            {text.code("handling", code)} <span className="tag tag-code">{code}</span>
          </Radio>
        ))}
      </AskedField>
      <AskedField name="audience.kind" label={text("report.audience")} group>
        {(["all", "agencies", "members"] as const).map((choice) => (
          <Radio
            key={choice}
            name="audience.kind"
            value={choice}
            checked={kind === choice}
            onChange={() => set({ "audience.kind": choice })}
          >
            {text(`report.audience.${choice}`)}
          </Radio>
        ))}
      </AskedField>
      <div className={kind === "agencies" ? undefined : "without-scripts"}>
        <AgenciesField name="audience.agencies" label={text("report.audience.which")} />
      </div>
      <div className={kind === "members" ? undefined : "without-scripts"}>
        <PeopleField name="audience.members" label={text("report.audience.who")} />
      </div>
      <AskedField name="held" label={text("report.held")} hint={text("report.held.hint")} group>
        <Checkbox
          name="held"
          checked={held !== ""}
          onChange={(event) => set({ held: event.currentTarget.checked ? "on" : "" })}
        >
          {text("report.held.yes")}
        </Checkbox>
      </AskedField>
    </ReportSection>
  );
}
