import { useMemo } from "react";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import type { ReportWords } from "./document-types.ts";

/** The reader's language, with the operation's names of countries. */
export function useReportWords(): ReportWords {
  const text = useText();
  const format = useFormat();
  const countries = useCountryNames();
  return useMemo(
    () => ({ text, format, country: (code: string) => countries[code] ?? code }),
    [text, format, countries],
  );
}
