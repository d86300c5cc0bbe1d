import { ArrowDownIcon } from "@phosphor-icons/react/dist/ssr/ArrowDown";
import { ArrowUpIcon } from "@phosphor-icons/react/dist/ssr/ArrowUp";
import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { TrashIcon } from "@phosphor-icons/react/dist/ssr/Trash";
import { type ReactNode, useId } from "react";
import { Button, IconButton } from "#app/components/ui/button.tsx";
import type { IconOf } from "#app/components/ui/icon.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import type { RowsName } from "#app/domain/seizure-form/fields.ts";
import { type FormStep, stepText } from "#app/domain/seizure-form/steps.ts";
import { useTake } from "./report-context.ts";

type SectionProps = { title: string; note?: ReactNode; apart?: boolean; children: ReactNode };

/** One part of the full form. */
export function ReportSection({ title, note, apart, children }: SectionProps) {
  const id = useId();
  return (
    <section className={apart ? "report-section report-section-apart" : "report-section"} aria-labelledby={id}>
      <h2 id={id} className="report-section-title">
        {title}
      </h2>
      {note && <p className="field-hint">{note}</p>}
      {children}
    </section>
  );
}

type RowProps = {
  rows: RowsName;
  row: number;
  title: string;
  ordered?: boolean;
  ends?: { first: boolean; last: boolean };
  children: ReactNode;
};

/** One of several of a kind, with the ways to take it away or to another place in the order. */
export function ReportRow({ rows, row, title, ordered, ends, children }: RowProps) {
  const text = useText();
  const id = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: fieldsets inside of it have legends of their own.
    <div className="report-row" role="group" aria-labelledby={id}>
      <header className="report-row-head">
        <h3 id={id} className="subheading">
          {title}
        </h3>
        {ordered && !ends?.first && (
          <StepIcon step={{ act: "up", rows, row }} icon={ArrowUpIcon} label={text("report.row.up", { what: title })} />
        )}
        {ordered && !ends?.last && (
          <StepIcon
            step={{ act: "down", rows, row }}
            icon={ArrowDownIcon}
            label={text("report.row.down", { what: title })}
          />
        )}
        <StepIcon step={{ act: "remove", rows, row }} icon={TrashIcon} label={text("ui.remove", { what: title })} />
      </header>
      {children}
    </div>
  );
}

function StepIcon({ step, icon, label }: { step: FormStep; icon: IconOf; label: string }) {
  const take = useTake();
  return (
    <IconButton
      type="submit"
      name="step"
      value={stepText(step)}
      size="small"
      icon={icon}
      label={label}
      onClick={(event) => {
        event.preventDefault();
        take(step);
      }}
    />
  );
}

/** Adds one more of a kind; without scripts the form comes back with it. */
export function AddButton({ rows, role, children }: { rows: RowsName; role?: string; children: string }) {
  const take = useTake();
  const step: FormStep = role ? { act: "add", rows, role } : { act: "add", rows };
  return (
    <Button
      name="step"
      value={stepText(step)}
      icon={PlusIcon}
      onClick={(event) => {
        event.preventDefault();
        take(step);
      }}
    >
      {children}
    </Button>
  );
}
