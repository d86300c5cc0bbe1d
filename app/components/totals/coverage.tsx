import type { CoverageRow } from "#app/domain/figures/result.ts";
import type { Participant } from "../charts/participant.ts";
import { useFormat, useText } from "../ui/text-context.tsx";
import "./totals.css";

type CoverageProps = { rows: readonly CoverageRow[]; participants: readonly Participant[] };

type Standing = "today" | "before" | "none";

/**
 * Who stands behind the total: one tooth per administration. Full has reported a case today, half on another day, dotted
 * none so far. Whether silence means 'nothing to report' is not known here, and the sentence says so.
 */
export function Coverage({ rows, participants }: CoverageProps) {
  const text = useText();
  const format = useFormat();
  const standing = (code: string): Standing => {
    const row = rows.find((entry) => entry.reporter === code);
    if (!row) return "none";
    return row.today > 0 ? "today" : "before";
  };
  const of = (wanted: Standing) => participants.filter(({ code }) => standing(code) === wanted);
  const [today, ever, silent] = [of("today").length, participants.length - of("none").length, of("none")];
  return (
    <div className="coverage">
      <p className="coverage-line">
        <span className="comb" aria-hidden="true">
          {participants.map(({ code, name }) => (
            <i
              key={code}
              className={`tooth tooth-${TOOTH[standing(code)]}`}
              title={text(`totals.coverage.${standing(code)}`, { name })}
            />
          ))}
        </span>
        <b>{text("totals.coverage.ever", { n: ever, total: participants.length })}</b>
      </p>
      <p className="caption">
        {text("totals.coverage.today.n", { n: today })}{" "}
        {silent.length > 0 && text("totals.coverage.silent", { names: format.list(silent.map(({ name }) => name)) })}
      </p>
    </div>
  );
}

const TOOTH = { today: "full", before: "part", none: "not_due" } as const;
