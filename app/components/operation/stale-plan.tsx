import { useEffect, useRef } from "react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Table } from "#app/components/ui/table.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { FormValues } from "#app/form-answer.ts";
import { usePlanLabels } from "./plan-labels.ts";

type StalePlanProps = { yours: FormValues; theirs: FormValues; version: number };

/** Somebody changed the plan meanwhile: what differs, side by side. Nothing is overwritten without being seen. */
export function StalePlan({ yours, theirs, version }: StalePlanProps) {
  const text = useText();
  const labels = usePlanLabels();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const said = (values: FormValues, name: string) => [values[name] ?? ""].flat().join(", ");
  const differing = Object.keys(theirs).filter((name) => said(theirs, name) !== said(yours, name));
  return (
    <div ref={place} className="form-errors stack" role="alert" tabIndex={-1}>
      <p className="strong">{text("plan.stale", { n: version })}</p>
      <Table
        label={text("plan.stale.table")}
        rows={differing}
        keyOf={(name) => name}
        columns={[
          {
            key: "field",
            label: text("plan.stale.field"),
            names: true,
            cell: (name) => labels[name.replace(/\[\]$/, "")] ?? text("plan.reporters_read.term"),
          },
          { key: "yours", label: text("plan.stale.yours"), cell: (name) => said(yours, name) },
          {
            key: "theirs",
            label: text("plan.stale.theirs", { n: version }),
            cell: (name) => <b>{said(theirs, name)}</b>,
          },
        ]}
      />
      <div>
        <LinkButton to="." reloadDocument>
          {text("plan.stale.take_theirs")}
        </LinkButton>
      </div>
    </div>
  );
}
