import { Tiles } from "#app/components/ui/choices.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { UNKNOWN } from "#app/domain/unknown.ts";
import { AskedField } from "./asked-field.tsx";
import { useSet, useTyped } from "./report-context.ts";

/** Yes, no, or nobody can say. */
export function YesNoField({ name, label }: { name: string; label: string }) {
  const text = useText();
  const value = useTyped(name);
  const set = useSet();
  return (
    <AskedField name={name} label={label} group>
      <Tiles
        name={name}
        shape="row"
        value={[value]}
        onChoose={(chosen) => set({ [name]: chosen })}
        choices={[
          { value: "yes", label: text("report.yes") },
          { value: "no", label: text("report.no") },
          { value: UNKNOWN, label: text("ui.unknown.say") },
        ]}
      />
    </AskedField>
  );
}
