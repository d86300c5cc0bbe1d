import { useText } from "#app/components/ui/text-context.tsx";
import type { TallyMark as Mark } from "#app/domain/tally/mark.ts";

type TallyMarkProps = {
  mark: Mark;
  size?: number;
  /** A lamp dot: the tally differs from the case reports. */
  differs?: boolean;
  /** Where in the days of a weekly tally this one stands: a line leads through them to the day of the tally. */
  week?: PlaceInWeek | undefined;
};

export type PlaceInWeek = "first" | "between" | "last";

/** Five shapes that are told apart without colour: full, hollow with a bar, split, hatched, a dot. A word stands beside. */
export function TallyMark({ mark, size = 20, differs = false, week }: TallyMarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" className={`tally-mark tally-${mark}`} aria-hidden="true">
      {week && <path d={WEEK_LINE[week]} className="tally-line tally-week" />}
      {/* Nothing is said of such a day itself: the line alone stands there. */}
      {(!week || week === "last" || mark !== "not_due") && <Shape mark={mark} />}
      {differs && <circle cx="17.4" cy="2.6" r="2.6" className="tally-differs" />}
    </svg>
  );
}

const WEEK_LINE: Record<PlaceInWeek, string> = {
  first: "M3 5V15M3 10H24",
  between: "M-4 10H24",
  last: "M-4 10H2",
};

function Shape({ mark }: { mark: Mark }) {
  switch (mark) {
    case "reported":
      return <rect x="2" y="2" width="16" height="16" rx="2" className="tally-fill" />;
    case "nil":
      return (
        <>
          <rect x="3" y="3" width="14" height="14" rx="2" className="tally-line" />
          <path d="M6.5 10H13.5" className="tally-line" />
        </>
      );
    case "late":
      return (
        <>
          <path d="M2.8 17.2V4.2A1.4 1.4 0 0 1 4.2 2.8H17.2Z" className="tally-fill" />
          <path d="M17.2 5.6V15.8A1.4 1.4 0 0 1 15.8 17.2H5.6" className="tally-line" />
        </>
      );
    case "missing":
      return (
        <>
          <rect x="2.8" y="2.8" width="14.4" height="14.4" rx="1" className="tally-line tally-thin" />
          <path d="M3 12L12 3M3 17L17 3M8 17L17 8M13 17L17 13M3 7L7 3" className="tally-line tally-thin" />
        </>
      );
    case "not_due":
      return <circle cx="10" cy="10" r="1.6" className="tally-fill" />;
  }
}

/** The mark with its word. */
export function TallyWord({ mark, differs, week }: Omit<TallyMarkProps, "size">) {
  const text = useText();
  return (
    <span className={`tally-word tally-word-${mark}`}>
      <TallyMark mark={mark} size={16} differs={differs} week={week} />
      {text(`tally.mark.${mark}`)}
    </span>
  );
}
