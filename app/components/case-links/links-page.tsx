import { GraphIcon } from "@phosphor-icons/react/dist/ssr/Graph";
import { useState } from "react";
import { Done } from "#app/components/form/done.tsx";
import { BelowFigures } from "#app/components/totals/below-figures.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { Segments } from "#app/components/ui/tabs.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useKeys } from "#app/components/ui/use-keys.ts";
import { DAYS_CLOSE, MINIMUM, MOST_SHARING, RULE } from "#app/domain/case-links/rule.ts";
import { LINK_VIEWS, type LinkView } from "#app/domain/case-links/views.ts";
import { doneOf } from "./link-done.ts";
import type { LinkedPair } from "./link-types.ts";
import { PairCard } from "./pair-card.tsx";
import "#app/components/seizure/seizure.css";
import "#app/components/totals/sum-page.css";
import "./case-links.css";

type LinksPageProps = {
  view: LinkView;
  /** Among how many cases was looked. */
  cases: number;
  counts: Record<LinkView, number>;
  open: readonly LinkedPair[];
  /** Cases that hang together, as their linked pairs. */
  groups: readonly (readonly LinkedPair[])[];
  apart: readonly LinkedPair[];
  /** The operation's own address. */
  home: string;
  answer: unknown;
};

/** What may belong together in the whole operation, what does, and what was dismissed; worked through by keyboard. */
export function LinksPage({ view, cases, counts, open, groups, apart, home, answer }: LinksPageProps) {
  const text = useText();
  const done = doneOf(answer);
  const pairs = [...open, ...groups.flat(), ...apart];
  const [at, choose] = useChosen(pairs.map(keyOf));
  const card = (pair: LinkedPair) => (
    <PairCard
      key={keyOf(pair)}
      id={`link-${keyOf(pair)}`}
      chosen={keyOf(pair) === at}
      choose={() => choose(keyOf(pair))}
      {...{ pair, cases, answer }}
      home={`${home}/seizures`}
    />
  );
  return (
    <div className="view sum-page links-page">
      <BelowFigures home={home} title={text("links.page.title")} />
      <p className="links-lead muted">{text("links.page.lead")}</p>
      <Segments
        label={text("links.page.views")}
        value={view}
        options={LINK_VIEWS.map((value) => ({ value, label: text(`links.page.view.${value}`, { n: counts[value] }) }))}
        toOf={(value) => (value === "open" ? "?" : `?view=${value}`)}
      />
      <Done when={done !== null}>{done !== null && text.label(`links.done.${done}`)}</Done>
      {pairs.length === 0 ? (
        <EmptyState icon={GraphIcon} title={text(`links.page.none.${view}`)} level={2}>
          {text(`links.page.none.${view}.text`, { n: cases })}
        </EmptyState>
      ) : (
        <p className="caption keys-hint">{text("links.page.keys")}</p>
      )}
      <ul className="links">{[...open, ...apart].map(card)}</ul>
      {groups.map((group) => (
        <Panel key={keyOf(group[0])} title={text("links.page.group", { n: casesOf(group) })}>
          <ul className="links">{group.map(card)}</ul>
        </Panel>
      ))}
      {counts[view] > pairs.length && view !== "linked" && (
        <p className="caption">{text("links.page.first", { n: pairs.length, total: counts[view] })}</p>
      )}
      <Panel title={text("links.page.rule", { rule: RULE })}>
        <div className="links-rule">
          <p>{text("links.page.caution")}</p>
          <p>{text("links.page.minimum", { points: MINIMUM, most: MOST_SHARING, days: DAYS_CLOSE })}</p>
        </div>
      </Panel>
    </div>
  );
}

const keyOf = (pair: LinkedPair | undefined) => pair?.sides.map(({ id }) => id).join("-") ?? "";

const casesOf = (group: readonly LinkedPair[]) => new Set(group.flatMap(({ sides }) => sides.map(({ id }) => id))).size;

/** J and K move, O and P open the one case or the other, L links, D dismisses; the place stays when a pair has gone. */
function useChosen(keys: readonly string[]): [string, (key: string) => void] {
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, keys.length - 1);
  const move = (to: number) => {
    const chosen = Math.min(keys.length - 1, Math.max(0, to));
    setWanted(chosen);
    document.getElementById(`link-${keys[chosen]}`)?.scrollIntoView({ block: "nearest" });
  };
  const press = (selector: string) => () =>
    document.getElementById(`link-${keys[at]}`)?.querySelector<HTMLElement>(selector)?.click();
  useKeys({
    j: () => move(at + 1),
    k: () => move(at - 1),
    o: press(".link-side:first-child a"),
    p: press(".link-side:last-child a"),
    l: press("button[value=linked]"),
    d: press("button[value=apart]"),
  });
  return [keys[at] ?? "", (key) => setWanted(Math.max(0, keys.indexOf(key)))];
}
