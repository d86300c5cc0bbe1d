import { Tag } from "#app/components/ui/tag.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { LinkAnswer } from "./link-answer.tsx";
import { LinkHistory } from "./link-history.tsx";
import { LinkReasons } from "./link-reasons.tsx";
import { LinkSideLine } from "./link-sides.tsx";
import type { LinkedPair } from "./link-types.ts";

type PairCardProps = {
  id: string;
  pair: LinkedPair;
  cases: number;
  /** Where the seizures are. */
  home: string;
  chosen: boolean;
  choose: () => void;
  answer: unknown;
};

/** Two cases under each other, why, what was said of them, and the answers. */
export function PairCard({ id, pair, cases, home, chosen, choose, answer }: PairCardProps) {
  const text = useText();
  return (
    <li id={id} className="link-card" aria-current={chosen || undefined} onFocus={choose}>
      <div className="link-both">
        {pair.sides.map((side) => (
          <LinkSideLine key={side.id} side={side} home={home} />
        ))}
      </div>
      {pair.fresh && (
        <p>
          <Tag tone="lamp">{text("links.fresh")}</Tag>
        </p>
      )}
      <LinkReasons pair={pair} cases={cases} />
      <LinkHistory history={pair.history} />
      <LinkAnswer pair={pair} answer={answer} />
      {!pair.mayAnswer && pair.state === "open" && <p className="caption">{text("links.only_seen")}</p>}
    </li>
  );
}
