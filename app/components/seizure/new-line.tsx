import { Link } from "@remix-run/react";
import { useState } from "react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { SeizureFact } from "#app/domain/fact.ts";
import { type FactFilter, fitsFilter } from "#app/domain/fact-filter.ts";
import { useArrivals } from "#app/live/live-context.tsx";

type NewLineProps = { known: readonly SeizureFact[]; filter: FactFilter; firstPage: string };

/** What came since the list was drawn waits in one line: rows do not move under the reader's eyes. */
export function NewLine({ known, filter, firstPage }: NewLineProps) {
  const text = useText();
  const [arrived, setArrived] = useState<readonly SeizureFact[]>([]);
  useArrivals(({ facts }) => setArrived((before) => [...before, ...facts]));
  const ids = new Set(known.map((fact) => fact.id));
  const fresh = arrived.filter((fact) => !ids.has(fact.id) && fitsFilter(filter, fact));
  return (
    <div aria-live="polite">
      {fresh.length > 0 && (
        <Link to={firstPage} className="new-line" onClick={() => setArrived([])}>
          {text("seizures.new", { n: fresh.length })}
        </Link>
      )}
    </div>
  );
}
