import { type ReactNode, useEffect, useRef } from "react";

type MenuProps = {
  /** What is pressed; give it a name if it is only a drawing. */
  summary: ReactNode;
  summaryClass?: string;
  label?: string;
  children: ReactNode;
};

/** A disclosure that floats. Opens without scripts; with them it closes on Escape, on a choice, and on a press outside. */
export function Menu({ summary, summaryClass, label, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const element = details.current;
    if (!element) return;
    const close = (event: Event) => {
      const inside = event.target instanceof Node && element.contains(event.target);
      const chose = inside && event.target instanceof Element && event.target.closest("a") !== null;
      if (!inside || chose) element.open = false;
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !element.open) return;
      element.open = false;
      element.querySelector("summary")?.focus();
    };
    document.addEventListener("click", close);
    element.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("click", close);
      element.removeEventListener("keydown", leave);
    };
  }, []);
  return (
    <details className="menu" ref={details}>
      <summary className={summaryClass} aria-label={label} title={label}>
        {summary}
      </summary>
      <div className="menu-list">{children}</div>
    </details>
  );
}
