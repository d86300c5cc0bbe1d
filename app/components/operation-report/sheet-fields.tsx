import { type FormEvent, useEffect, useRef, useState } from "react";
import { AskChoice, AskDay } from "#app/components/form/ask.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { REPORT_KINDS, type ReportKind, SUBJECT_OF } from "#app/domain/operation-report/report.ts";
import { SUPPRESS_UNDER } from "#app/domain/operation-report/suppression.ts";
import type { ReportsPageData } from "./report-types.ts";

const kindOf = (value: string): ReportKind => REPORT_KINDS.find((kind) => kind === value) ?? "end_of_operation";

/** The kind that is chosen in the form, and what its title is proposed for: a title that was typed stays. */
export function useKindChosen(first: string) {
  const [kind, choose] = useState(kindOf(first));
  const [titledFor, title] = useState({ kind, about: "" });
  const [typed, type] = useState(false);
  const propose = (now: typeof titledFor) => !typed && title(now);
  const onChange = ({ target }: FormEvent) => {
    if (target instanceof HTMLSelectElement && SUBJECTS.has(target.name))
      propose({ kind, about: target.value && (target.selectedOptions[0]?.label ?? "") });
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === "title") type(true);
    if (target.name === "kind") choice(target.value);
  };
  const choice = (value: string) => {
    choose(kindOf(value));
    propose({ kind: kindOf(value), about: "" });
  };
  return { kind, titledFor, onChange, choice };
}

const SUBJECTS: ReadonlySet<string> = new Set(Object.values(SUBJECT_OF));

/** "Country sheet: Thailand"; without a subject it names the operation. */
export function useProposedTitle(name: string, { kind, about }: { kind: ReportKind; about: string }): string {
  const text = useText();
  return kind === "end_of_operation"
    ? text("operation_report.begin.title", { name })
    : `${text(`operation_report.kind.${kind}`)}: ${about || name}`;
}

type KindFieldsProps = {
  kind: ReportKind;
  subjects: ReportsPageData["subjects"];
  choice: (value: string) => void;
};

/** What a report of this kind is about: days, an administration or a group of goods. */
export function KindFields(props: KindFieldsProps) {
  return (
    <div ref={useChosenBefore(props.choice)}>
      <FieldsOf {...props} />
    </div>
  );
}

/** Whoever chooses before the page listens has chosen all the same. */
function useChosenBefore(choice: (value: string) => void) {
  const place = useRef<HTMLDivElement>(null);
  const told = useRef(false);
  useEffect(() => {
    if (told.current) return;
    told.current = true;
    const chosen = place.current?.closest("form")?.querySelector<HTMLInputElement>("input[name=kind]:checked");
    if (chosen && !chosen.defaultChecked) choice(chosen.value);
  });
  return place;
}

function FieldsOf({ kind, subjects }: KindFieldsProps) {
  const text = useText();
  const subject = SUBJECT_OF[kind];
  if (kind === "situation") {
    return (
      <div className="report-days">
        <AskDay name="from" label={text("operation_report.from")} hint={text("operation_report.days.hint")} />
        <AskDay name="to" label={text("operation_report.to")} hint={text("operation_report.days.hint")} />
      </div>
    );
  }
  if (!subject) return null;
  const options =
    subject === "group"
      ? subjects.groups.map((value) => ({ value, label: text.commodity(value) }))
      : subjects.administrations.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <AskChoice
      name={subject}
      label={text.label(`operation_report.subject.${subject}`)}
      options={options}
      none={text("operation_report.subject.choose")}
    />
  );
}

/** Which counts of persons are left unsaid. */
export function AskSuppression() {
  const text = useText();
  const rules = SUPPRESS_UNDER.map((n) => ({
    value: String(n),
    label: n === 0 ? text("operation_report.suppress.0") : text("operation_report.suppress.under", { n }),
  }));
  return (
    <AskChoice
      name="suppress"
      label={text("operation_report.suppress")}
      hint={text("operation_report.suppress.hint")}
      options={rules}
      none={text("operation_report.suppress.usual")}
    />
  );
}
