import type { ReactNode } from "react";
import "./plan.css";

type PlanSectionProps = { id: string; title: string; lead?: ReactNode; children: ReactNode };

/** One part of the plan, with an address of its own. */
export function PlanSection({ id, title, lead, children }: PlanSectionProps) {
  return (
    <section id={id} className="plan-section" aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`} className="title-2">
          {title}
        </h2>
        {lead && <p className="muted">{lead}</p>}
      </header>
      <div className="plan-fields">{children}</div>
    </section>
  );
}
