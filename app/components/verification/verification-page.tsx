import { ShieldCheckIcon } from "@phosphor-icons/react/dist/ssr/ShieldCheck";
import { useNavigate } from "@remix-run/react";
import { useState } from "react";
import { ComparedLine } from "#app/components/duplicates/compared-line.tsx";
import { Done } from "#app/components/form/done.tsx";
import { Pager } from "#app/components/ui/pager.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useKeys } from "#app/components/ui/use-keys.ts";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { DuplicateCoverage } from "#app/domain/duplicates/coverage.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { AwaitedAnswers } from "./awaited-answers.tsx";
import { UncheckedRow } from "./unchecked-row.tsx";
import type { AwaitedAnswer, UncheckedReport } from "./verification-types.ts";
import "#app/components/seizure/seizure.css";
import "./verification.css";

type VerificationPageProps = {
  reports: readonly UncheckedReport[];
  total: number;
  /** Of them, those that stand by their age alone so far. */
  unjudged: number;
  /** This page, from 1, the place of its first report in the queue, and how many pages there are. */
  page: number;
  from: number;
  pages: number;
  coverage: DuplicateCoverage;
  awaited: readonly AwaitedAnswer[];
  answer: unknown;
};

/** The queue of the coordination unit, worked through by keyboard: it checks and asks, and never edits. */
export function VerificationPage({ reports, coverage, awaited, answer, ...queue }: VerificationPageProps) {
  const { total, unjudged, page, from, pages } = queue;
  const text = useText();
  useRenewalOn("desk", () => true);
  useRenewalOn("operation", (type) => type.startsWith("seizure."));
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  const [at, move] = useChosen(reports, home);
  const done = typeof answer === "object" && answer !== null && "done" in answer ? String(answer.done) : "";
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("verify.title")}</h1>
        <span className="caption">{text("verify.count", { n: total })}</span>
      </header>
      <ComparedLine coverage={coverage} />
      <Done when={done !== ""}>{done !== "" && text.label(`verify.done.${done}`)}</Done>
      {reports.length === 0 ? (
        <EmptyState level={2} icon={ShieldCheckIcon} title={text("verify.empty.title")}>
          {text("verify.empty.text")}
        </EmptyState>
      ) : (
        <>
          <ol className="verify-rows">
            {reports.map((report, index) => (
              <UncheckedRow
                key={`${report.id} ${report.version}`}
                report={report}
                home={home}
                chosen={index === at}
                choose={() => move(index)}
                answer={answer}
              />
            ))}
          </ol>
          {pages > 1 && (
            <Pager
              from={from}
              to={from + reports.length - 1}
              total={total}
              previousTo={page > 1 ? `?page=${page - 1}` : undefined}
              nextTo={page < pages ? `?page=${page + 1}` : undefined}
            />
          )}
          {unjudged > 0 && <p className="caption">{text("verify.unjudged", { n: unjudged })}</p>}
          <p className="caption keys-hint">{text("verify.keys")}</p>
        </>
      )}
      <AwaitedAnswers awaited={awaited} home={home} />
    </div>
  );
}

/** J and K move, O opens the case, V checks, A asks; the place in the queue stays when a row has gone. */
function useChosen(reports: readonly UncheckedReport[], home: string): [number, (to: number) => void] {
  const navigate = useNavigate();
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, reports.length - 1);
  const move = (to: number) => {
    const next = Math.min(reports.length - 1, Math.max(0, to));
    setWanted(next);
    document.getElementById(`check-${reports[next]?.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const within = (selector: string) =>
    document.getElementById(`check-${reports[at]?.id}`)?.querySelector<HTMLElement>(selector);
  useKeys({
    j: () => move(at + 1),
    k: () => move(at - 1),
    o: () => reports[at] && navigate(`${home}/${reports[at].id}`),
    v: () => within("button[value=verify]")?.click(),
    a: () => {
      const question = within("textarea");
      // What weighs most is asked about, unless something is typed already.
      if (question instanceof HTMLTextAreaElement && question.value === "") within(".verify-findings button")?.click();
      within("textarea")?.focus();
    },
  });
  return [at, move];
}
