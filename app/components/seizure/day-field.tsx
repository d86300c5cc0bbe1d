import { CalendarBlankIcon } from "@phosphor-icons/react/dist/ssr/CalendarBlank";
import { Tiles } from "#app/components/ui/choices.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { TextInput } from "#app/components/ui/inputs.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { addDays } from "#app/domain/calendar.ts";
import { AskedField } from "./asked-field.tsx";
import { useReport, useSet, useTyped } from "./report-context.ts";

/** The day it happened: today and yesterday by one tap, any other from the calendar. */
export function DayField({ label }: { label: string }) {
  const text = useText();
  const format = useFormat();
  const { today } = useReport().choices;
  const yesterday = addDays(today, -1);
  const tapped = useTyped("occurredOn");
  const picked = useTyped("occurredDay");
  const set = useSet();
  const quick = tapped === today || tapped === yesterday;
  const other = picked || (quick ? "" : tapped);
  return (
    <AskedField name="occurredOn" label={label} group>
      <div className="days">
        <Tiles
          name="occurredOn"
          shape="row"
          value={[other === "" ? tapped : ""]}
          onChoose={(day) => set({ occurredOn: day, occurredDay: "" })}
          choices={[
            { value: today, label: text("ui.date.today", { day: format.dayShort(today) }) },
            { value: yesterday, label: text("ui.date.yesterday") },
          ]}
        />
        <details className="more-tiles" open={other !== "" || undefined}>
          <summary className="tile">
            <Icon of={CalendarBlankIcon} size={20} />
            <span className={other === "" ? "" : "strong"}>
              {other === "" ? text("ui.date.other") : format.day(other)}
            </span>
          </summary>
          <TextInput
            type="date"
            name="occurredDay"
            aria-label={text("ui.date.other")}
            value={other}
            max={today}
            onChange={(event) => set({ occurredDay: event.currentTarget.value, occurredOn: "" })}
          />
        </details>
      </div>
    </AskedField>
  );
}
