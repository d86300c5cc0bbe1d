import { useFormat } from "#app/components/ui/text-context.tsx";
import { daysBetween } from "#app/domain/calendar.ts";

type YearLineProps = {
  startsOn: string;
  endsOn: string;
  today: string;
  tone: "lamp" | "exercise" | "past" | "coming";
};

/** Where a day lies in the year of today, in percent; what lies outside stands at its end. */
function at(day: string, today: string): number {
  const year = today.slice(0, 4);
  const length = daysBetween(`${year}-01-01`, `${year}-12-31`) + 1;
  return Math.min(100, Math.max(0, (100 * daysBetween(`${year}-01-01`, day)) / length));
}

/** The time box on one common line of the year: outlined as a whole, filled as far as it has come. */
export function YearLine({ startsOn, endsOn, today, tone }: YearLineProps) {
  const [start, end, now] = [at(startsOn, today), at(endsOn, today), at(today, today)];
  const reached = Math.min(end, Math.max(start, now));
  return (
    <span className="year" aria-hidden="true">
      <i className="year-box" style={{ insetInlineStart: `${start}%`, inlineSize: `${end - start}%` }} />
      <i
        className={`year-done year-${tone}`}
        style={{ insetInlineStart: `${start}%`, inlineSize: `${reached - start}%` }}
      />
      <i className="year-now" style={{ insetInlineStart: `${now}%` }} />
    </span>
  );
}

/** The months over the column of year lines. */
export function YearScale({ today }: { today: string }) {
  const format = useFormat();
  const year = today.slice(0, 4);
  const months = ["01", "04", "07", "10"].map((month) => `${year}-${month}-01`);
  return (
    <span className="year-scale">
      {months.map((day) => (
        <span key={day} style={{ insetInlineStart: `${at(day, today)}%` }}>
          {format.monthShort(day)}
        </span>
      ))}
      <span className="year-scale-end">{year}</span>
    </span>
  );
}
