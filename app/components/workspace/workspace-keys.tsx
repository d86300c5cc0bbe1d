import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/** N reports from anywhere in the operation, unless the reader is writing something. */
export function WorkspaceKeys({ home, canReport }: { home: string; canReport: boolean }) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!canReport) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "n" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      navigate(`${home}/seizures/new`);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [home, canReport, navigate]);
  return null;
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
