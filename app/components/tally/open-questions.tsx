import { Link } from "@remix-run/react";
import { Panel } from "#app/components/ui/panel.tsx";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { TallyQuestion } from "#app/domain/tally/question.ts";
import type { CalendarAgency } from "./calendar-page.tsx";
import { useDifferenceWords } from "./difference-words.ts";

type OpenQuestionsProps = { questions: readonly TallyQuestion[]; agencies: readonly CalendarAgency[]; all: boolean };

/** What tallies and case reports have to agree about, the oldest first. */
export function OpenTallyQuestions({ questions, agencies, all }: OpenQuestionsProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const words = useDifferenceWords();
  if (questions.length === 0) return null;
  const agency: Column<TallyQuestion> = {
    key: "agency",
    label: text("tally.agency"),
    cell: ({ agencyId }) => agencies.find(({ id }) => id === agencyId)?.name ?? "",
  };
  const columns: Column<TallyQuestion>[] = [
    {
      key: "day",
      label: text("tally.day"),
      names: true,
      cell: ({ agencyId, day }) => <Link to={`${agencyId}/${day}`}>{format.dayLong(day)}</Link>,
    },
    ...(all ? [agency] : []),
    { key: "goods", label: text("tally.goods"), cell: words.about },
    { key: "said", label: text("tally.question.said"), numeric: true, cell: (row) => words.side(row, row.said) },
    { key: "seen", label: text("tally.question.seen"), numeric: true, cell: (row) => words.side(row, row.seen) },
    {
      key: "age",
      label: text("tally.question.age"),
      numeric: true,
      cell: ({ askedAt }) => format.duration(now.getTime() - Date.parse(askedAt)),
    },
  ];
  return (
    <div className="tally-questions">
      <Panel title={text("tally.questions", { n: questions.length })} note={text("tally.questions.note")}>
        <Table label={text("tally.questions.list")} columns={columns} rows={questions} keyOf={({ id }) => id} stack />
      </Panel>
    </div>
  );
}
