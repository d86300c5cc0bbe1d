import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { watchPage } from "./watch-page.ts";

const EVERY_MS = 60_000;

/** For pages without a live line: loaded anew once a minute while looked at, and whenever somebody comes back to them. */
export function useRenewal(): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  useEffect(() => {
    latest.current = revalidate;
  });
  useEffect(() => {
    const renew = () => {
      if (document.visibilityState === "visible" && navigator.onLine) latest.current();
    };
    const unwatch = watchPage({ check: renew, offline: () => {} });
    const renewing = setInterval(renew, EVERY_MS);
    return () => {
      unwatch();
      clearInterval(renewing);
    };
  }, []);
}
