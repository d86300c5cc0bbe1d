import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { SPAN_STAYS_MS } from "#app/domain/visit.ts";

/**
 * Says that the first page is being looked at: when it is opened, and when somebody comes back to a window that was left
 * open for long, for whom it is then loaded anew. A page that renews itself in a window nobody looks at is no visit.
 */
export function useVisit(operationId: string): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  useEffect(() => {
    latest.current = revalidate;
  });
  useEffect(() => {
    let told = 0;
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      const before = told;
      told = Date.now();
      // Without a line the next visit says it.
      fetch(`/operations/${operationId}/visit`, { method: "POST" }).catch(() => {});
      if (before > 0 && told - before > SPAN_STAYS_MS) latest.current();
    };
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [operationId]);
}
