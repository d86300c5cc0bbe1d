import { BinocularsIcon } from "@phosphor-icons/react/dist/ssr/Binoculars";
import { BelowFigures } from "#app/components/totals/below-figures.tsx";
import type { Earlier } from "#app/domain/emerging/earlier.ts";
import type { Emerging } from "#app/domain/emerging/emerging.ts";
import { LOOK_BACK, MINIMUM, RULE } from "#app/domain/emerging/rule.ts";
import type { CountryNames } from "../map/map-names.ts";
import { Panel } from "../ui/panel.tsx";
import { EmptyState } from "../ui/states.tsx";
import { RichText, useText } from "../ui/text-context.tsx";
import { Time } from "../ui/time.tsx";
import { FindingCard } from "./finding-card.tsx";
import "../totals/sum-page.css";
import "./emerging.css";

type EmergingViewProps = {
  emerging: Emerging;
  /** What the reader's earlier operations told. */
  before: Pick<Earlier, "operations" | "days">;
  countries: CountryNames;
  /** The operation's own address. */
  home: string;
  asOf: string;
};

/** Everything that the watch says, or that it says nothing, and what it looks at. */
export function EmergingView({ emerging, before, countries, home, asOf }: EmergingViewProps) {
  const text = useText();
  const { findings, watched, cases, need } = emerging;
  return (
    <div className="view sum-page emerging">
      <BelowFigures home={home} title={text("emerging.title")} />
      <p className="emerging-lead muted">{text("emerging.lead")}</p>
      {watched > 0 && (
        <p className="caption" role="status">
          <b>{text("emerging.findings", { n: findings.length })}</b> ·{" "}
          {text("emerging.watched", { corridors: watched, cases })} ·{" "}
          <RichText id="emerging.as_of" tags={{ time: () => <Time at={asOf} as="moment" /> }} />
        </p>
      )}
      {findings.length === 0 ? (
        <EmptyState icon={BinocularsIcon} title={text("emerging.none.title")} level={2}>
          {text("emerging.none.text", { n: watched })}
        </EmptyState>
      ) : (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={finding.cell.key}>
              <FindingCard finding={finding} need={need} before={before} countries={countries} home={home} />
            </li>
          ))}
        </ul>
      )}
      <RuleWords leftOut={emerging.leftOut} />
    </div>
  );
}

/** By which rule, from which minimum on, what was left out, and how little a finding proves. */
function RuleWords({ leftOut }: Pick<Emerging, "leftOut">) {
  const text = useText();
  return (
    <Panel title={text("emerging.rule", { rule: RULE })}>
      <div className="emerging-rule">
        <p>{text("emerging.caution")}</p>
        <p>{text("emerging.minimum", MINIMUM)}</p>
        <p>{text("emerging.left_out", leftOut)}</p>
        <details className="definition">
          <summary>{text("emerging.rule.how")}</summary>
          <p>{text("emerging.rule.text", { back: LOOK_BACK })}</p>
        </details>
      </div>
    </Panel>
  );
}
