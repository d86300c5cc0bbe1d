import { useId } from "react";
import { Done } from "#app/components/form/done.tsx";
import { useAnswer } from "#app/components/form/use-answer.ts";
import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { Id } from "#app/domain/id.ts";
import { LinkAnswer } from "./link-answer.tsx";
import { LinkByNumber } from "./link-by-number.tsx";
import { doneOf } from "./link-done.ts";
import { LinkHistory } from "./link-history.tsx";
import { LinkReasons } from "./link-reasons.tsx";
import { LinkSideLine } from "./link-sides.tsx";
import type { LinkedPair, LinksOfSeizure } from "./link-types.ts";
import "./case-links.css";

type LinksSectionProps = { links: LinksOfSeizure; seizure: Id; home: string };

/** So many are there to be seen at once on the page of a seizure. */
const AT_ONCE = 3;

/** Other seizures that belong together with this one, or may: never a second report of it, which is a duplicate. */
export function LinksSection({ links: { pairs, cases, command }, seizure, home }: LinksSectionProps) {
  const text = useText();
  const id = useId();
  const answer = useAnswer<unknown>();
  const done = doneOf(answer);
  const of = (state: LinkedPair["state"]) => pairs.filter((pair) => pair.state === state);
  const [linked, open, apart] = [of("linked"), of("open"), of("apart")];
  if (pairs.length === 0 && command === null) return null;
  const card = (pair: LinkedPair) => (
    <LinkCard key={pair.sides[1].id} pair={pair} cases={cases} home={home} answer={answer} />
  );
  return (
    <section className="fact-group links-section" aria-labelledby={id}>
      <h2 id={id} className="heading">
        {text("links.section")}
      </h2>
      <p className="caption">{text("links.section.note")}</p>
      <Done when={done !== null}>{done !== null && text.label(`links.done.${done}`)}</Done>
      {pairs.length > 0 && <ul className="links">{[...linked, ...open.slice(0, AT_ONCE)].map(card)}</ul>}
      <More label={text("links.more", { n: open.length - AT_ONCE })} pairs={open.slice(AT_ONCE)}>
        {card}
      </More>
      <More label={text("links.dismissed", { n: apart.length })} pairs={apart}>
        {card}
      </More>
      {command !== null && <LinkByNumber seizure={seizure} command={command} answer={answer} />}
    </section>
  );
}

type MoreProps = { label: string; pairs: readonly LinkedPair[]; children: (pair: LinkedPair) => React.ReactNode };

function More({ label, pairs, children }: MoreProps) {
  if (pairs.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <ul className="links">{pairs.map(children)}</ul>
    </details>
  );
}

type LinkCardProps = { pair: LinkedPair; cases: number; home: string; answer: unknown };

/** The other case, why it stands here, what was said of it, and the answers. */
function LinkCard({ pair, cases, home, answer }: LinkCardProps) {
  const text = useText();
  return (
    <li className={`link-card link-${pair.state}`}>
      <div className="link-head">
        <LinkSideLine side={pair.sides[1]} home={home} />
        <Tag tone={pair.state === "open" ? "lamp" : "plain"}>{text(`links.state.${pair.state}`)}</Tag>
      </div>
      <LinkReasons pair={pair} cases={cases} />
      <LinkHistory history={pair.history} />
      <LinkAnswer pair={pair} answer={answer} />
    </li>
  );
}
