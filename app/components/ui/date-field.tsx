import { CalendarBlankIcon } from "@phosphor-icons/react/dist/ssr/CalendarBlank";
import { useState } from "react";
import { Tiles } from "./choices.tsx";
import { TextInput } from "./inputs.tsx";
import { useFormat, useText } from "./text-context.tsx";
import { useHydrated } from "./use-hydrated.ts";

type DateFieldProps = {
  name: string;
  /** "2026-08-14" */
  initial?: string;
  /** The operational day that is running: with it, today and yesterday are one tap away. */
  today?: string;
  max?: string;
  min?: string;
  onChange?: (day: string) => void;
};

/** A day as text, "2026-08-14"; the platform's own calendar behind it. Stands in a Field. */
export function DateField({ name, initial = "", today, max, min, onChange }: DateFieldProps) {
  const hydrated = useHydrated();
  const [day, setDay] = useState(initial);
  const [other, setOther] = useState(false);
  const yesterday = today && dayBefore(today);
  const choose = (value: string) => {
    setDay(value);
    onChange?.(value);
  };
  const plain = <DayInput name={name} day={day} max={max} min={min} onChange={choose} />;
  if (!hydrated || !today || !yesterday) return plain;
  const far = other || (day !== "" && day !== today && day !== yesterday);
  return (
    <>
      <QuickDays
        name={name}
        today={today}
        yesterday={yesterday}
        day={day}
        far={far}
        choose={choose}
        setOther={setOther}
      />
      {far && plain}
    </>
  );
}

type DayInputProps = { name: string; day: string; max?: string; min?: string; onChange: (day: string) => void };

function DayInput({ day, onChange, ...rest }: DayInputProps) {
  return <TextInput type="date" {...rest} value={day} onChange={(event) => onChange(event.currentTarget.value)} />;
}

type QuickDaysProps = {
  name: string;
  today: string;
  yesterday: string;
  day: string;
  far: boolean;
  choose: (day: string) => void;
  setOther: (other: boolean) => void;
};

function QuickDays({ name, today, yesterday, day, far, choose, setOther }: QuickDaysProps) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      {!far && <input type="hidden" name={name} value={day} />}
      <Tiles
        name={`${name}-quick`}
        shape="row"
        value={[far ? "other" : day]}
        onChoose={(value) => {
          setOther(value === "other");
          if (value !== "other") choose(value);
        }}
        choices={[
          { value: today, label: text("ui.date.today", { day: format.dayShort(today) }) },
          { value: yesterday, label: text("ui.date.yesterday") },
          { value: "other", label: text("ui.date.other"), icon: CalendarBlankIcon },
        ]}
      />
    </>
  );
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
