import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { MessageValues } from "#app/domain/problem.ts";
import { useReport } from "./report-context.ts";

const QUANTITIES = ["quantity", "usual", "kg", "pieces", "low", "high", "limit"];
const DAYS = ["day", "from", "to"];
const COUNTRIES = ["country", "reporter"];

type Asked = { check: string; values: MessageValues };

/** Numbers, days and countries of which a check speaks, as the reader writes them. */
export function useCheckValues(countryName: (code: string) => string): (values: MessageValues) => MessageValues {
  const text = useText();
  const format = useFormat();
  const said = (name: string, value: string | number) => {
    if (QUANTITIES.includes(name)) return format.decimal(String(value));
    if (DAYS.includes(name)) return format.day(String(value));
    if (COUNTRIES.includes(name)) return countryName(String(value));
    if (name === "unit") return format.unit(String(value), "2");
    if (name === "commodity") return text.commodity(String(value));
    if (name === "handling") return text.code("handling", String(value));
    return value;
  };
  return (values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, said(name, value)]));
}

/** What a check has to say in the reader's words. */
export function useCheckText(countryName: (code: string) => string): (asked: Asked) => string {
  const text = useText();
  const valuesOf = useCheckValues(countryName);
  return ({ check, values }) => text.label(`check.${check}`, valuesOf(values));
}

/** The same on the report form, with the countries that it offers. */
export function useQuestionText(): (asked: Asked) => string {
  const { choices } = useReport();
  return useCheckText((code) => choices.countries.find((country) => country.code === code)?.name ?? code);
}
