import { Link } from "@remix-run/react";
import { Count } from "../ui/quantity.tsx";
import { useText } from "../ui/text-context.tsx";
import type { Shown } from "./pivot-table.ts";

/** A number that leads to the cases that it counts, or whose amounts it adds up. */
export function Drilled({ shown: { count, words }, to }: { shown: Shown; to: string | null }) {
  const text = useText();
  if (count === 0 || to === null)
    return <span className={count === 0 ? "muted" : undefined}>{words ?? <Count value={count} />}</span>;
  const said = `${words === null ? "" : `${words}. `}${text("pivot.show", { n: count })}`;
  return (
    <Link to={to} relative="path" className="drill" aria-label={said}>
      {words ?? <Count value={count} />}
    </Link>
  );
}
