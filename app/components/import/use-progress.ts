import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { IMPORT_STATES, type ImportState } from "#app/domain/import/progress.ts";

const EVERY_MS = 1_500;
const Far = z.object({ state: z.enum(IMPORT_STATES), rows: z.number(), done: z.number(), cancelAsked: z.boolean() });
type Far = z.infer<typeof Far>;

/**
 * How far the work on a file is, asked for while it is looked at; the page is loaded anew when it comes to its end.
 * A server or line that is away is asked again: the work goes on without this page.
 */
export function useProgress(address: string, shown: Far, working: boolean): Far {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  useEffect(() => {
    latest.current = revalidate;
  });
  const [far, setFar] = useState<{ of: ImportState; at: Far } | null>(null);
  useEffect(() => {
    if (!working) return;
    const stop = new AbortController();
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch(address, { signal: stop.signal, headers: { Accept: "application/json" } });
      const read = answer.ok ? Far.safeParse(await answer.json()) : null;
      if (!read?.success) return;
      setFar({ of: shown.state, at: read.data });
      if (read.data.state !== shown.state) latest.current();
    };
    const asking = setInterval(() => void ask().catch(() => {}), EVERY_MS);
    return () => {
      stop.abort();
      clearInterval(asking);
    };
  }, [address, shown.state, working]);
  return far !== null && far.of === shown.state && working ? { ...far.at, state: shown.state } : shown;
}
