import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { CommodityMark } from "#app/components/ui/marks.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { daysBetween } from "#app/domain/calendar.ts";
import { slotOf } from "#app/domain/commodity-groups.ts";
import type { PlannedOperation } from "./plan-page.tsx";

type PlanFactsProps = { operation: PlannedOperation; leads: readonly string[] };

/** The plan, term beside value. */
export function PlanFacts({ operation, leads }: PlanFactsProps) {
  const text = useText();
  const { plan, code } = operation;
  return (
    <>
      <Panel title={text("plan.what")}>
        <dl className="facts panel-part">
          <Fact term={text("plan.name")}>{plan.edition === "" ? plan.name : `${plan.name} ${plan.edition}`}</Fact>
          <Fact term={text("plan.code")}>
            <Tag code>{code}</Tag>
          </Fact>
          <Fact term={text("plan.objectives")}>
            {plan.objectives === "" ? (
              <span className="faint">{text("plan.none_said")}</span>
            ) : (
              <Lines of={plan.objectives} />
            )}
          </Fact>
          <Fact term={text("plan.scope.groups")}>
            <ul className="groups">
              {plan.scope.map((group) => (
                <li key={group} className="row">
                  <CommodityMark slot={slotOf(group)} />
                  {text.commodity(group)}
                </li>
              ))}
            </ul>
          </Fact>
          <Fact term={text("plan.led_by")}>
            <ul>
              {leads.map((lead) => (
                <li key={lead}>{lead}</li>
              ))}
            </ul>
            <Link to="../participants" className="link">
              {text("plan.all_participants")}
            </Link>
          </Fact>
        </dl>
      </Panel>
      <Times plan={plan} />
      <Handling plan={plan} />
    </>
  );
}

/** A text with its own line ends. */
function Lines({ of }: { of: string }) {
  return <p className="lines reading">{of}</p>;
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Times({ plan }: Pick<PlannedOperation, "plan">) {
  const text = useText();
  const format = useFormat();
  const days = daysBetween(plan.startsOn, plan.endsOn) + 1;
  return (
    <Panel title={text("plan.time")}>
      <dl className="facts panel-part">
        <Fact term={text("plan.operational")}>
          {format.dayRange(plan.startsOn, plan.endsOn)}{" "}
          <span className="muted">{text("plan.understood.days", { n: days })}</span>
        </Fact>
        <Fact term={text("plan.follow_up_ends_on")}>{format.day(plan.followUpEndsOn)}</Fact>
        <Fact term={text("plan.debrief_on")}>{format.day(plan.debriefOn)}</Fact>
        <Fact term={text("plan.zone")}>
          {format.zoneName(plan.zone)} <span className="faint">{plan.zone}</span>
        </Fact>
        <Fact term={text("plan.cut_off")}>
          {text("plan.cut_off.daily", { time: plan.cutOff, zone: format.zoneName(plan.zone) })}
        </Fact>
        <Fact term={text("plan.late_limit")}>{text("plan.late_limit.n", { n: plan.lateLimitHours })}</Fact>
      </dl>
    </Panel>
  );
}

function Handling({ plan }: Pick<PlannedOperation, "plan">) {
  const text = useText();
  return (
    <Panel title={text("plan.handling")}>
      <dl className="facts panel-part">
        <Fact term={text("plan.handling.default")}>
          <Tag code>{plan.handling}</Tag> {text.code("handling", plan.handling)}
        </Fact>
        <Fact term={text("plan.tier")}>{text(`plan.tier.${plan.tier}`)}</Fact>
        <Fact term={text("plan.joining")}>{text(`plan.joining.${plan.joining}`)}</Fact>
        <Fact term={text("plan.reporters_read.term")}>
          {text(plan.reportersReadFacts ? "plan.reporters_read.yes" : "plan.reporters_read.no")}
        </Fact>
        <Fact term={text("plan.presence.term")}>
          {text(plan.showsPresence ? "plan.presence.yes" : "plan.presence.no")}
        </Fact>
      </dl>
    </Panel>
  );
}
