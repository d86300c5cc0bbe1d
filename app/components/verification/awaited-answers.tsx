import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import { QUESTION_OVERDUE_MS } from "#app/domain/watch/sheet.ts";
import type { AwaitedAnswer } from "./verification-types.ts";

/** The board of open questions: whom, about what, and for how long; the oldest first. */
export function AwaitedAnswers({ awaited, home }: { awaited: readonly AwaitedAnswer[]; home: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  if (awaited.length === 0) return null;
  const ageOf = ({ askedAt }: AwaitedAnswer) => now.getTime() - Date.parse(askedAt);
  const columns: Column<AwaitedAnswer>[] = [
    {
      key: "no",
      label: text("seizures.column.no"),
      names: true,
      cell: ({ seizureId, messageNo }) => (
        <Link to={`${home}/${seizureId}`} className="code">
          {messageNo}
        </Link>
      ),
    },
    { key: "agency", label: text("seizures.column.reporter"), cell: ({ agency }) => agency },
    { key: "about", label: text("seizure.ask.about"), cell: ({ field }) => text.label(`seizure.about.${field}`) },
    { key: "question", label: text("seizure.ask.question"), cell: ({ question }) => question },
    {
      key: "age",
      label: text("verify.waiting"),
      numeric: true,
      cell: (row) => (
        <span className={ageOf(row) > QUESTION_OVERDUE_MS ? "verify-heavy" : undefined}>
          {format.duration(ageOf(row))}
        </span>
      ),
    },
  ];
  return (
    <Panel title={text("verify.questions", { n: awaited.length })} note={text("verify.questions.note")}>
      <Table
        label={text("verify.questions", { n: awaited.length })}
        columns={columns}
        rows={awaited}
        keyOf={({ id }) => id}
        stack
      />
    </Panel>
  );
}
