import { Link } from "@remix-run/react";
import { useFormat, useText } from "../ui/text-context.tsx";

/** A number of cases that leads to their reports, where an address says which these are. */
export function DrillCount({ count, to }: { count: number; to: string | null }) {
  const text = useText();
  const format = useFormat();
  const said = format.number(count);
  if (count === 0 || to === null) return <span className={count === 0 ? "muted" : undefined}>{said}</span>;
  return (
    <Link to={to} className="drill" aria-label={text("pivot.show", { n: count })}>
      {said}
    </Link>
  );
}
