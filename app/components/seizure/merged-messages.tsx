import { Link } from "@remix-run/react";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Merged } from "./page-types.ts";
import type { Naming } from "./report-lines.ts";

type MergedProps = { merged: readonly Merged[]; naming: Naming; home: string };

/** Which message counts for this one, or which ones are counted under it: one case, told twice. */
export function MergedMessages({ merged, naming, home }: MergedProps) {
  const text = useText();
  const into = merged.filter(({ kept }) => kept);
  const under = merged.filter(({ kept }) => !kept);
  if (merged.length === 0) return null;
  return (
    <section className="fact-group" aria-label={text("seizure.merged.title")}>
      <h2 className="heading">{text("seizure.merged.title")}</h2>
      {into.length > 0 && <p>{text("seizure.merged.into")}</p>}
      {under.length > 0 && <p>{text("seizure.merged.under", { n: under.length })}</p>}
      <ul className="merged">
        {[...into, ...under].map(({ id, messageNo, agencyId }) => (
          <li key={id}>
            <Link to={`${home}/${id}`} className="code">
              {messageNo}
            </Link>{" "}
            {naming.agency(agencyId)}
          </li>
        ))}
      </ul>
    </section>
  );
}
