import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

const EVERY_MS = 2_000;

/** While something is in the making the page is loaded anew, so that it shows how far it is; nobody has to press for it. */
export function useUntilMade(making: boolean): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  useEffect(() => {
    latest.current = revalidate;
  });
  useEffect(() => {
    if (!making) return;
    const asking = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) latest.current();
    }, EVERY_MS);
    return () => clearInterval(asking);
  }, [making]);
}
