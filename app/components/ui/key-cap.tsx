/** A key on the keyboard; not shown on touch screens. */
export function KeyCap({ children }: { children: string }) {
  return (
    <span className="keycap" aria-hidden="true">
      {children}
    </span>
  );
}
