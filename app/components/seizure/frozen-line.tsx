import { Link } from "@remix-run/react";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";

/** In how many sums that were written down it was counted: there it stays, whatever becomes of it. */
export function FrozenLine({ frozen }: { frozen: number | null }) {
  const text = useText();
  const { operation } = useWorkspace();
  if (frozen === null) return null;
  const words = text("seizure.frozen", { n: frozen });
  return <p>{frozen === 0 ? words : <Link to={`/operations/${operation.id}/deadlines`}>{words}</Link>}</p>;
}
