import { useText } from "#app/components/ui/text-context.tsx";
import { Time } from "#app/components/ui/time.tsx";
import type { OwnerLine } from "./highlight-types.ts";

/** Each owner of a case, with what was said last of the words that stand. */
export function OwnersWords({ owners }: { owners: readonly OwnerLine[] }) {
  const text = useText();
  return (
    <ul className="highlight-owners">
      {owners.map(({ id, agency, answer, by, at, reason }) => (
        <li key={id} className={answer === null ? "muted" : undefined}>
          {text(`operation_report.highlight.owner.${answer ?? "open"}`, { agency })}
          {at && (
            <span className="caption">
              {" "}
              {by && `${by} · `}
              <Time at={at} />
            </span>
          )}
          {reason && <q className="highlight-reason">{reason}</q>}
        </li>
      ))}
    </ul>
  );
}
