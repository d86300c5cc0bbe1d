import { forwardRef, type ReactNode } from "react";

type Props = { label: string; className?: string; children: ReactNode };

/** The frame that a wide table scrolls in, by keyboard too. A group and no landmark: a page has many tables. */
export const TableFrame = forwardRef<HTMLDivElement, Props>(function TableFrame({ label, className, children }, ref) {
  const classes = className ? `table-frame ${className}` : "table-frame";
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex lint/a11y/useSemanticElements: a frame that scrolls must be reachable by keyboard.
    <div className={classes} role="group" tabIndex={0} aria-label={label} ref={ref}>
      {children}
    </div>
  );
});
