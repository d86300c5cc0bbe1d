import { Link } from "@remix-run/react";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { HighlightsOfCase } from "./highlight-types.ts";
import "./highlights-of-case.css";

type OfCaseProps = { highlights: HighlightsOfCase | null; seizure: string };

/** On the page of a seizure: the reports that it may be chosen for, or that ask its owner what may be said of it. */
export function HighlightsOfCaseSection({ highlights, seizure }: OfCaseProps) {
  const text = useText();
  const operation = `/operations/${useWorkspace().operation.id}`;
  if (!highlights || (highlights.reports.length === 0 && highlights.asked === 0)) return null;
  const { reports, asked } = highlights;
  return (
    <section className="fact-group">
      <h2 className="heading">{text("seizure.reports")}</h2>
      {asked > 0 && (
        <p>
          <Link to={`${operation}/highlights`} className="link">
            {text("seizure.reports.asked", { n: asked })}
          </Link>
        </p>
      )}
      {reports.length > 0 && (
        <ul className="highlight-reports">
          {reports.map(({ id, title, chosen }) => (
            <li key={id} dir="auto">
              <Link to={`${operation}/reports/${id}?case=${seizure}#section-highlights`} className="link">
                {text(chosen ? "seizure.reports.chosen" : "seizure.reports.choose", { title })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
