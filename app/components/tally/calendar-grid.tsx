import { Link } from "@remix-run/react";
import { type KeyboardEvent, useRef, useState } from "react";
import { TableFrame } from "#app/components/ui/table-frame.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { addDays, daysBetween } from "#app/domain/calendar.ts";
import { coverageOf } from "#app/domain/tally/mark.ts";
import type { WeekOfDay } from "#app/domain/tally/weeks.ts";
import type { CalendarAgency, CalendarPageProps, DayMark } from "./calendar-page.tsx";
import { TallyMark } from "./tally-mark.tsx";
import { placeInWeek, useWeekWords } from "./week-words.ts";

const NO_MARKS: ReadonlyMap<string, DayMark> = new Map();

/** Days that a phone shows; the others are a wider window away. */
const NARROW_DAYS = 7;

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** Agencies by days. One cell takes the focus of the whole grid; arrow keys move it, Enter opens the day. */
export function CalendarGrid(props: CalendarPageProps) {
  const { agencies, marks, from, to, today, differing, weeks } = props;
  const text = useText();
  const table = useRef<HTMLTableElement>(null);
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
  const [focus, setFocus] = useState({ row: 0, day: days.length - 1 });
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const row = Math.min(agencies.length - 1, Math.max(0, focus.row + step[0]));
    const day = Math.min(days.length - 1, Math.max(0, focus.day + step[1]));
    setFocus({ row, day });
    table.current?.querySelector<HTMLElement>(`[data-cell="${row} ${day}"]`)?.focus();
  };
  const byAgency = new Map(agencies.map(({ id }) => [id, new Map<string, DayMark>()]));
  for (const mark of marks) byAgency.get(mark.agencyId)?.set(mark.day, mark);
  return (
    <TableFrame label={text("tally.calendar")} className="tally-frame">
      <p className="aside">{text("tally.calendar.keys")}</p>
      <table className="tally-grid" ref={table} onKeyDown={move}>
        <thead>
          <tr>
            <th scope="col" className="tally-agency">
              {text("tally.agencies", { n: agencies.length })}
            </th>
            {days.map((day, at) => (
              <DayHead key={day} day={day} first={at === 0} today={day === today} far={isFar(at, days.length)} />
            ))}
            <th scope="col" className="numeric tally-rate">
              {text("tally.on_record")}
            </th>
            <th scope="col" className="numeric">
              {text("tally.missing")}
            </th>
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency, row) => (
            <AgencyRow
              key={agency.id}
              today={today}
              differing={differing}
              weeks={weeks}
              agency={agency}
              days={days}
              marks={byAgency.get(agency.id) ?? NO_MARKS}
              row={row}
              focused={focus.row === row ? focus.day : null}
              onFocus={(day) => setFocus({ row, day })}
            />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

const isFar = (at: number, of: number) => at < of - NARROW_DAYS;

function DayHead({ day, first, today, far }: { day: string; first: boolean; today: boolean; far: boolean }) {
  const format = useFormat();
  const date = Number(day.slice(8));
  return (
    <th
      scope="col"
      className={classes("tally-day", today && "tally-today", far && "tally-far")}
      title={format.dayLong(day)}
    >
      <span>{first || date === 1 ? format.monthShort(day) : format.weekdayNarrow(day)}</span>
      <b>{date}</b>
    </th>
  );
}

type AgencyRowProps = Pick<CalendarPageProps, "today" | "differing" | "weeks"> & {
  agency: CalendarAgency;
  days: readonly string[];
  marks: ReadonlyMap<string, DayMark>;
  row: number;
  focused: number | null;
  onFocus: (day: number) => void;
};

function AgencyRow({ agency, days, marks, row, focused, onFocus, today, differing, weeks }: AgencyRowProps) {
  const format = useFormat();
  const { onRecord, due, missing, awaited } = coverageOf(marks.values());
  const over = due - awaited;
  return (
    <tr>
      <th scope="row" className="tally-agency">
        {/* Organisations go by their names; what stands for a country is its code. */}
        <span className="tally-code">{agency.code.length === 2 && agency.code}</span>
        <span className="tally-country">{agency.country}</span> <span className="faint">{agency.name}</span>
      </th>
      {days.map((day, at) => {
        const differs = differing.includes(`${agency.id} ${day}`);
        return (
          <td key={day} className={classes(day === today && "tally-today", isFar(at, days.length) && "tally-far")}>
            <DayCell
              {...{ agency, day, differs }}
              mark={marks.get(day)}
              week={weeks[`${agency.id} ${day}`]}
              cell={`${row} ${at}`}
              focusable={focused === at}
              onFocus={() => onFocus(at)}
            />
          </td>
        );
      })}
      <td className="numeric strong tally-rate">
        {over > 0 ? format.percent(onRecord, over).replace(/[.,]0/, "") : ""}
      </td>
      <td className={missing > 0 ? "numeric strong tally-word-missing" : "numeric faint"}>{format.number(missing)}</td>
    </tr>
  );
}

type DayCellProps = {
  agency: CalendarAgency;
  day: string;
  mark: DayMark | undefined;
  differs: boolean;
  week: WeekOfDay | undefined;
  cell: string;
  focusable: boolean;
  onFocus: () => void;
};

function DayCell({ agency, day, mark, differs, week, cell, focusable, onFocus }: DayCellProps) {
  const text = useText();
  const format = useFormat();
  const hydrated = useHydrated();
  const weekWords = useWeekWords();
  // Before it joined or after it left.
  if (!mark) return null;
  const what = [
    text(`tally.mark.${mark.mark}`),
    weekWords(day, week),
    differs && text("tally.differs"),
    mark.reopened && text("tally.reopened"),
  ];
  const label = text("tally.cell", {
    agency: `${agency.country}, ${agency.name}`,
    day: format.dayLong(day),
    mark: what.filter(Boolean).join(", "),
  });
  return (
    <Link
      to={`${agency.id}/${day}`}
      className="tally-cell"
      aria-label={label}
      title={label}
      data-cell={cell}
      tabIndex={hydrated && !focusable ? -1 : 0}
      onFocus={onFocus}
    >
      <TallyMark mark={mark.mark} differs={differs} week={placeInWeek(day, week)} />
    </Link>
  );
}

function classes(...names: (string | false)[]): string | undefined {
  return names.filter(Boolean).join(" ") || undefined;
}
