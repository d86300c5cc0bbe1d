import { CopyIcon } from "@phosphor-icons/react/dist/ssr/Copy";
import { useRevalidator } from "@remix-run/react";
import { Done } from "#app/components/form/done.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { DuplicateCoverage } from "#app/domain/duplicates/coverage.ts";
import { useFrames } from "#app/live/live-context.tsx";
import { ComparedLine } from "./compared-line.tsx";
import { DecidedCard } from "./decided-card.tsx";
import type { DecidedPair, FoundPair } from "./duplicate-types.ts";
import { FoundCard } from "./found-card.tsx";
import "#app/components/seizure/seizure.css";
import "./duplicates.css";

type DuplicatesPageProps = {
  found: readonly FoundPair[];
  total: number;
  /** Among how many cases was looked; null for who is not shown what was found. */
  coverage: DuplicateCoverage | null;
  proposes: boolean;
  decided: readonly DecidedPair[];
  answer: unknown;
};

/** What may be told twice, what waits for its owners, and what was decided; nothing is merged without their word. */
export function DuplicatesPage({ found, total, coverage, proposes, decided, answer }: DuplicatesPageProps) {
  const text = useText();
  const { revalidate } = useRevalidator();
  useFrames("desk", revalidate);
  const home = `/operations/${useWorkspace().operation.id}/seizures`;
  const waiting = decided.filter(({ state }) => state === "proposed");
  const closed = decided.filter(({ state }) => state !== "proposed");
  const done = typeof answer === "object" && answer !== null && "done" in answer ? String(answer.done) : "";
  return (
    <div className="view">
      <header className="view-head">
        <h1>{text("duplicates.title")}</h1>
        {proposes && <span className="caption">{text("duplicates.count", { n: total })}</span>}
      </header>
      <ComparedLine coverage={coverage} />
      <Done when={done !== ""}>{done !== "" && text.label(`duplicates.done.${done}`)}</Done>
      {found.length + decided.length === 0 && (
        <EmptyState level={2} icon={CopyIcon} title={text("duplicates.empty.title")}>
          {text(proposes ? "duplicates.empty.text" : "duplicates.empty.owner")}
        </EmptyState>
      )}
      <Cards title={text("duplicates.waiting")} note={text("duplicates.waiting.note")} pairs={waiting}>
        {(pair) => <DecidedCard key={pair.id} pair={pair} home={home} answer={answer} />}
      </Cards>
      <Cards title={text("duplicates.found")} note={text("duplicates.found.note")} pairs={found}>
        {(pair) => <FoundCard key={pair.sides.map(({ id }) => id).join(" ")} pair={pair} home={home} answer={answer} />}
      </Cards>
      <Cards title={text("duplicates.closed")} pairs={closed}>
        {(pair) => <DecidedCard key={pair.id} pair={pair} home={home} answer={answer} />}
      </Cards>
    </div>
  );
}

type CardsProps<Pair> = {
  title: string;
  note?: string;
  pairs: readonly Pair[];
  children: (pair: Pair) => React.ReactNode;
};

function Cards<Pair>({ title, note, pairs, children }: CardsProps<Pair>) {
  if (pairs.length === 0) return null;
  return (
    <Panel title={title} note={note}>
      <ul className="pairs">{pairs.map(children)}</ul>
    </Panel>
  );
}
