import { Segments } from "#app/components/ui/tabs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";

export const CLOCKS = ["happened", "known"] as const;
export type ClockName = (typeof CLOCKS)[number];

type ClockChoiceProps = { value: ClockName; onChoose: (clock: ClockName) => void };

/** By which clock the film runs: the days on which things happened, or the moments at which they were known. */
export function ClockChoice({ value, onChoose }: ClockChoiceProps) {
  const text = useText();
  const options = CLOCKS.map((clock) => ({ value: clock, label: text(`known.clock.${clock}`) }));
  return <Segments label={text("known.clock")} options={options} value={value} onChoose={onChoose} />;
}
