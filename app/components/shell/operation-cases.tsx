import { CoverageComb } from "#app/components/ui/coverage-comb.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { OperationRow } from "./operations-list.tsx";

type Props = { operation: Pick<OperationRow, "cases" | "coverage" | "kind"> };

/** How many cases, and who stands behind the number today. */
export function OperationCases({ operation }: Props) {
  const text = useText();
  const { cases, coverage, kind } = operation;
  if (!cases) return <div className="faint">{text("home.cases.hidden")}</div>;
  return (
    <div>
      <Total {...cases} kind={kind} />
      {kind === "exercise" && <p className="operation-apart">{text("home.cases.apart")}</p>}
      {coverage.length > 0 && <Coverage coverage={coverage} />}
    </div>
  );
}

type TotalProps = NonNullable<OperationRow["cases"]> & Pick<OperationRow, "kind">;

function Total({ confirmed, provisional, kind }: TotalProps) {
  const text = useText();
  const format = useFormat();
  const n = confirmed + provisional;
  if (n === 0) return <p className="operation-none">{text("home.cases.none")}</p>;
  return (
    <p className="operation-cases">
      <b className="figure">{format.number(n)}</b>{" "}
      {text(kind === "exercise" ? "home.cases.exercise" : "home.cases", { n })}
      {provisional > 0 && (
        <>
          {", "}
          <span className="provisional">{text("ui.pair.provisional", { n: provisional })}</span>
        </>
      )}
    </p>
  );
}

function Coverage({ coverage }: Pick<OperationRow, "coverage">) {
  const text = useText();
  const reported = coverage.filter(({ state }) => state === "full" || state === "nil").length;
  return (
    <p className="operation-coverage">
      <CoverageComb teeth={coverage} />
      <span>{text("home.coverage", { reported, total: coverage.length })}</span>
    </p>
  );
}
