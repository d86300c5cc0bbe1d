import { useText } from "#app/components/ui/text-context.tsx";
import type { TallyCoverage } from "#app/domain/tally/mark.ts";

/** "20 of 22 due tallies are on record, 2 are missing": who is silent is a number, never a zero. */
export function CoverageLine({ coverage, until }: { coverage: TallyCoverage; until: string }) {
  const text = useText();
  const { onRecord, due, missing, awaited } = coverage;
  if (due === 0) return <span>{text("tally.coverage.none")}.</span>;
  return (
    <span>
      {text("tally.coverage", { n: onRecord, due })}
      {missing > 0 && (
        <>
          ; <span className="tally-word-missing">{text("tally.coverage.missing", { n: missing })}</span>
        </>
      )}
      {awaited > 0 && `; ${text("tally.coverage.awaited", { n: awaited, time: until })}`}.
    </span>
  );
}
