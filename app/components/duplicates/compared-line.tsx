import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { DuplicateCoverage } from "#app/domain/duplicates/coverage.ts";
import "./compared-line.css";

/** So long until a page that shows an unfinished comparison asks how far it is. */
const ASK_AGAIN_MS = 5_000;

/** Says where duplicates were not looked for among all cases: a report with nothing found may still be told twice. */
export function ComparedLine({ coverage }: { coverage: DuplicateCoverage | null }) {
  const text = useText();
  const { revalidate } = useRevalidator();
  const goesOn = coverage !== null && !coverage.complete;
  useEffect(() => {
    if (!goesOn) return;
    const asking = setInterval(() => document.visibilityState === "visible" && revalidate(), ASK_AGAIN_MS);
    return () => clearInterval(asking);
  }, [goesOn, revalidate]);
  if (!coverage) return null;
  return <p className="caption compared-line">{text(wordsFor(coverage), { n: coverage.cases })}</p>;
}

function wordsFor({ complete, whole }: DuplicateCoverage) {
  if (!complete) return "duplicates.so_far";
  return whole ? "duplicates.among_all" : "duplicates.newest";
}
