import { TextToCopy } from "#app/components/form/text-to-copy.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import { nameOf } from "#app/components/workspace/workspace.tsx";
import type { WeekOfDay } from "#app/domain/tally/weeks.ts";
import { useTalliesHome } from "./use-tallies-home.ts";
import { useWeekWords } from "./week-words.ts";

type AskTextProps = {
  day: string;
  dueAt: string;
  /** With the weekly tally that is meant, where it is one. */
  agencies: readonly { name: string; country: string; week?: WeekOfDay | undefined }[];
  /** Where under the tallies the link leads. */
  to?: string;
};

/** The same request as words for other ways: agencies and days, nothing about persons or cases. */
export function AskText({ day, dueAt, agencies, to = "" }: AskTextProps) {
  const text = useText();
  const format = useFormat();
  const hydrated = useHydrated();
  const { operation } = useWorkspace();
  const { zone } = operation.plan;
  const path = `${useTalliesHome()}${to}`;
  const weekWords = useWeekWords();
  const nameOfAgency = ({ country, name, week }: AskTextProps["agencies"][number]) => {
    const whole = weekWords(day, week);
    return `${country} (${[name, ...(whole ? [whole] : [])].join(", ")})`;
  };
  const words = text("tally.ask.copied", {
    operation: nameOf(operation.plan),
    day: format.dayLong(day),
    agencies: agencies.map(nameOfAgency).join("; "),
    at: format.timeIn(dueAt, zone),
    link: (hydrated ? window.location.origin : "") + path,
  });
  return <TextToCopy label={text("tally.ask.copy")} hint={text("tally.ask.copy.hint")} value={words} rows={4} />;
}

/** How many were asked just now; null when that was not the question. */
export function askedOf(answer: unknown): number | null {
  if (typeof answer !== "object" || answer === null || !("asked" in answer)) return null;
  return Number(answer.asked);
}
