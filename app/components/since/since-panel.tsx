import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { useWorkspace } from "#app/components/workspace/use-workspace.ts";
import type { Change } from "#app/domain/visit.ts";
import { useVisit } from "./use-visit.ts";
import "./since.css";

export type SinceData = { since: string; lines: readonly Change[]; more: number } | null;

/** On coming in: what changed since the reader was last here, the weightiest first. Nothing on the first visit. */
export function SinceLastHere({ since }: { since: SinceData }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const words = useChangeWords();
  useVisit(useWorkspace().operation.id);
  if (!since) return null;
  const at = format.relative(since.since, now);
  if (since.lines.length === 0) return <p className="caption since">{text("since.nothing", { at })}</p>;
  return (
    <div className="since">
      <Panel title={text("since.title")} note={at}>
        <ul className="waiting">
          {since.lines.map((change) => {
            const { said, to } = words(change);
            return (
              <li key={`${change.kind} ${change.id}`} className={`since-${change.kind}`}>
                {to ? <Link to={to}>{said}</Link> : said}
                <span className="caption">{format.relative(change.at, now)}</span>
              </li>
            );
          })}
        </ul>
        {since.more > 0 && <p className="caption">{text("since.more", { n: since.more })}</p>}
      </Panel>
    </div>
  );
}

type Words = { said: string; to?: string };

function useChangeWords() {
  const text = useText();
  const format = useFormat();
  const { operation, participants } = useWorkspace();
  const home = `/operations/${operation.id}`;
  return (change: Change): Words => {
    const { kind, agencyId, seizure, no = "", question = "", day = "", state = "", n = 0 } = change;
    const to = seizure && `${home}/seizures/${seizure}`;
    const goods = change.goods ? text.commodity(change.goods) : text("today.report.untitled");
    const agency = participants.find((row) => row.agencyId === agencyId)?.agencyName ?? "";
    const tally = `${home}/tallies/${agencyId}/${day}`;
    switch (kind) {
      case "question":
      case "answered":
        return { said: text(`since.${kind}`, { question }), to };
      case "returned":
        return { said: text("since.returned", { goods }), to };
      case "cleared":
        return { said: text("since.cleared", { no, goods }), to };
      case "on_route":
        return { said: text("since.on_route", { no, goods, agency }), to };
      case "withdrawn":
        return { said: no ? text("since.withdrawn", { no, agency }) : text("since.withdrawn.unseen", { agency }), to };
      case "erased":
        return { said: no ? text("since.erased", { no, agency }) : text("since.erased.report", { agency }), to };
      case "tally_asked":
      case "tally_reminded":
        return { said: text(`since.${kind}`, { day: format.dayLong(day) }), to: tally };
      case "tally_question":
        return {
          said: text("since.tally_question", {
            day: format.dayLong(day),
            goods: change.goods ? goods : text("tally.arrested"),
          }),
          to: tally,
        };
      case "moved":
        return { said: text("since.moved", { state: text.label(`state.${state}`) }), to: `${home}/plan` };
      case "plan":
        return { said: text("since.plan"), to: `${home}/plan` };
      case "people":
        return { said: text("since.people", { n }), to: `${home}/participants` };
    }
  };
}
