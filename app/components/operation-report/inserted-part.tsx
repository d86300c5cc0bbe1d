import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { InsertedNode } from "#app/domain/operation-report/report-text.ts";
import { type PartsByName, partsOf, partTitle } from "./document.ts";
import type { ReportDocument } from "./document-types.ts";
import { PartView } from "./part-view.tsx";
import { useReportWords } from "./report-words.ts";

const ReportParts = createContext<PartsByName>(new Map());

/** The tables and pictures that texts below may show. */
export function PartsOfReport({ document, children }: { document: ReportDocument; children: ReactNode }) {
  const parts = useMemo(() => partsOf(document), [document]);
  return <ReportParts.Provider value={parts}>{children}</ReportParts.Provider>;
}

export const useInsertable = () => [...useContext(ReportParts).values()].filter(({ part }) => part !== "highlights");

/** A table or a picture between words. Where nothing else of the report is known, what stands there. */
export function InsertedPart({ part, form }: InsertedNode["attrs"]) {
  const text = useText();
  const words = useReportWords();
  const whole = useContext(ReportParts).get(part);
  if (whole) return <PartView part={whole} form={form} />;
  return (
    <p className="report-part-named">{text(`operation_report.inserted.${form}`, { title: partTitle(part, words) })}</p>
  );
}
