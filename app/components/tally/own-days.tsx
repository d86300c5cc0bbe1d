import { Link } from "@remix-run/react";
import { type Column, Table } from "#app/components/ui/table.tsx";
import { useFormat, useNow, useText } from "#app/components/ui/text-context.tsx";
import type { CalendarPageProps, DayMark } from "./calendar-page.tsx";
import { TallyWord } from "./tally-mark.tsx";
import { useTallyWords } from "./tally-words.ts";
import { placeInWeek, useWeekWords } from "./week-words.ts";

/** The own agency's days, the newest first: how each stands, and what was said. */
export function OwnDays({ marks, own, differing, asked, agencyId, today, weeks }: CalendarPageProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const words = useTallyWords();
  const weekWords = useWeekWords();
  const saidOn = (day: string) => own.find((tally) => tally.day === day);
  const askedOn = (day: string) => asked.filter((row) => row.day === day && row.agencyId === agencyId).at(-1)?.at;
  const columns: Column<DayMark>[] = [
    {
      key: "day",
      label: text("tally.day"),
      names: true,
      cell: ({ day }) => <Link to={`${agencyId}/${day}`}>{format.dayLong(day)}</Link>,
    },
    {
      key: "mark",
      label: text("tally.state"),
      cell: ({ day, mark }) => (
        <TallyWord
          mark={mark}
          differs={differing.includes(`${agencyId} ${day}`)}
          week={placeInWeek(day, weeks[`${agencyId} ${day}`])}
        />
      ),
    },
    {
      key: "said",
      label: text("tally.content"),
      cell: ({ day, mark, reopened }) => {
        const [said, at, week] = [saidOn(day), askedOn(day), weekWords(day, weeks[`${agencyId} ${day}`])];
        return (
          <span className="stack tally-own">
            {said && <span>{words(said)}</span>}
            {week && <span className="caption">{week}</span>}
            {reopened && <span className="tally-word-missing">{text("tally.reopened")}</span>}
            {differing.includes(`${agencyId} ${day}`) && <span className="caption">{text("tally.differs")}</span>}
            {at && mark === "missing" && (
              <span className="caption">{text("tally.asked.at", { at: format.relative(at, now) })}</span>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <Table
      label={text("tally.calendar")}
      columns={columns}
      rows={marks.filter((mark) => mark.agencyId === agencyId).reverse()}
      keyOf={({ day }) => day}
      marked={({ day }) => day === today}
      stack
    />
  );
}
