import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { Question } from "#app/domain/checks.ts";
import { useReport } from "./report-context.ts";

const QUANTITIES = ["quantity", "usual", "kg", "pieces", "low", "high", "limit"];
const DAYS = ["day", "from", "to"];
const COUNTRIES = ["country", "reporter"];

/** A question in the reader's words: its numbers, days and countries as the reader writes them. */
export function useQuestionText(): (question: Question) => string {
  const text = useText();
  const format = useFormat();
  const { choices } = useReport();
  const countryName = (code: string) => choices.countries.find((country) => country.code === code)?.name ?? code;
  const said = (name: string, value: string | number) => {
    if (QUANTITIES.includes(name)) return format.decimal(String(value));
    if (DAYS.includes(name)) return format.day(String(value));
    if (COUNTRIES.includes(name)) return countryName(String(value));
    if (name === "unit") return format.unit(String(value), "2");
    if (name === "commodity") return text.commodity(String(value));
    if (name === "handling") return text.code("handling", String(value));
    return value;
  };
  return ({ check, values }) =>
    text.label(
      `check.${check}`,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(name, value)])),
    );
}
