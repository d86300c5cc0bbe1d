import { QuotesIcon } from "@phosphor-icons/react/dist/ssr/Quotes";
import { Link } from "@remix-run/react";
import { doneOf } from "#app/components/form/answer.ts";
import { Done } from "#app/components/form/done.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { AskedCard } from "./asked-card.tsx";
import type { AskedLine } from "./highlight-types.ts";
import "#app/components/totals/sum-page.css";
import "./highlights.css";

type AskedPageProps = {
  lines: readonly AskedLine[];
  mayAnswer: boolean;
  command: string;
  home: string;
  answer: unknown;
};

/** What reports want to say of the own agency's cases: what waits first, then what was answered. */
export function AskedPage({ lines, home, ...page }: AskedPageProps) {
  const text = useText();
  const done = doneOf(page.answer);
  const waiting = lines.filter(({ own }) => own === null);
  const answered = lines.filter(({ own }) => own !== null);
  return (
    <div className="view sum-page">
      <header className="view-head">
        <h1 className="title">{text("highlights.title")}</h1>
        <span className="spacer" />
        <Link to={`${home}/help?topic=reports`} className="link">
          {text("export.help")}
        </Link>
      </header>
      <p className="muted highlight-lead">{text("highlights.lead")}</p>
      <Done when={done !== null}>{done !== null && text.label(`highlights.done.${done}`)}</Done>
      {lines.length === 0 && (
        <EmptyState level={2} icon={QuotesIcon} title={text("highlights.empty")}>
          {text("highlights.empty.text")}
        </EmptyState>
      )}
      {[
        { title: text("highlights.waiting"), cards: waiting },
        { title: text("highlights.answered"), cards: answered },
      ].map(
        ({ title, cards }) =>
          cards.length > 0 && (
            <Panel key={title} title={title} note={String(cards.length)}>
              <ul className="highlight-cards highlight-asked">
                {cards.map((line) => (
                  <AskedCard key={`${line.report.id} ${line.seizure}`} line={line} home={home} {...page} />
                ))}
              </ul>
            </Panel>
          ),
      )}
    </div>
  );
}
