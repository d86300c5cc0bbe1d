import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";

/** Tells the server that a case of others is being printed: its owner may know that it lies about on paper. */
export function usePrintNote(isOthers: boolean): void {
  const { submit } = useFetcher();
  useEffect(() => {
    if (!isOthers) return;
    const note = () => submit({ intent: "printed" }, { method: "post" });
    window.addEventListener("beforeprint", note);
    return () => window.removeEventListener("beforeprint", note);
  }, [isOthers, submit]);
}
