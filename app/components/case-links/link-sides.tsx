import { Link } from "@remix-run/react";
import { GoodsWords, StateWord, useDayWords } from "#app/components/seizure/seizure-words.tsx";
import { useCountryNames } from "#app/components/workspace/use-workspace.ts";
import { isConfirmed } from "#app/domain/confirmed.ts";
import type { LinkSide } from "./link-types.ts";

/** What stands no more is told: an answer on it stays. */
const ENDED: ReadonlySet<string> = new Set(["withdrawn", "merged"]);

/** One of two cases in a line, with the way to it. */
export function LinkSideLine({ side, home }: { side: LinkSide; home: string }) {
  const countries = useCountryNames();
  const when = useDayWords();
  return (
    <div className="link-side">
      <Link to={`${home}/${side.id}`} className="link code">
        {side.messageNo}
      </Link>
      <GoodsWords items={side.items} hollow={!isConfirmed(side)} />
      <span className="caption">
        {when(side)} · {countries[side.place.country] ?? side.place.country}
      </span>
      {ENDED.has(side.state) && <StateWord fact={side} />}
    </div>
  );
}
