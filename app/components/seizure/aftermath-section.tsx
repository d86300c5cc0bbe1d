import { Select } from "#app/components/ui/inputs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { NARRATIVE_LANGUAGES } from "#app/domain/narrative.ts";
import { AskedField } from "./asked-field.tsx";
import { useSet, useTyped } from "./report-context.ts";
import { CodeField, LongTextField } from "./report-fields.tsx";
import { ReportSection } from "./report-section.tsx";

/** What became of the goods, and the case in the officer's own words. */
export function AftermathSection() {
  const text = useText();
  const language = useTyped("language");
  const set = useSet();
  return (
    <ReportSection title={text("report.section.aftermath")}>
      <div className="fields">
        <CodeField name="custody" list="custody" label={text("report.custody")} optional />
        <CodeField name="disposal" list="disposal" label={text("report.disposal")} optional />
      </div>
      <LongTextField
        name="narrative"
        rows={6}
        label={text("report.narrative")}
        hint={text("report.narrative.hint")}
        optional
      />
      <AskedField name="language" label={text("report.language")} optional>
        <Select
          name="language"
          none={text("report.choose")}
          options={NARRATIVE_LANGUAGES.map((tag) => ({ value: tag, label: text.label(`language.${tag}`) }))}
          value={language}
          onChange={(event) => set({ language: event.currentTarget.value })}
        />
      </AskedField>
    </ReportSection>
  );
}
