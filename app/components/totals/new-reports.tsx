import { useEffect, useRef } from "react";
import type { SeizureFact } from "#app/domain/fact.ts";
import { useAnnouncer } from "../ui/announcer.tsx";
import { useFormat, useText } from "../ui/text-context.tsx";
import { ReportRow, useReportWords } from "./report-row.tsx";
import { useArrivals } from "./use-arrivals.ts";
import "./totals.css";

type NewReportsProps = {
  /** The newest facts, newest first, current after every fold. */
  reports: readonly SeizureFact[];
  /** How many came today in all. */
  today: number;
  /** "Noi Bai, Viet Nam": the place as the plan names it. */
  placeOf: (fact: SeizureFact) => string;
  linkOf: (id: string) => string;
  filtered?: boolean;
};

/** The newest reports. A new one slides in under lamplight; while its reader scrolls or types, it waits and says so. */
export function NewReports({ reports, today, placeOf, linkOf, filtered }: NewReportsProps) {
  const text = useText();
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const { shown, waiting, lit, burst, release } = useArrivals(
    reports.map((fact) => fact.id),
    list,
  );
  useAnnouncedArrivals(reports, placeOf);
  const rows = shown.flatMap((id) => reports.find((fact) => fact.id === id) ?? []);
  return (
    <section className="new-reports" aria-label={text("reports.title")}>
      <header className="new-reports-head">
        <h2 className="heading">{text("reports.title")}</h2>
        {today > 0 && <span className="tag tag-lamp">{text("reports.today", { n: today })}</span>}
        <span className="caption">{text("reports.newest_first")}</span>
      </header>
      {waiting.length > 0 && (
        <button type="button" className="reports-waiting" onClick={release}>
          {text("reports.new", { n: waiting.length })}
        </button>
      )}
      {burst > 0 && <p className="reports-burst">{text("reports.burst", { n: format.number(burst) })}</p>}
      {rows.length === 0 ? (
        <p className="reports-none">{text(filtered ? "linked.none" : "reports.none")}</p>
      ) : (
        <ol className="reports" ref={list}>
          {rows.map((fact) => (
            <ReportRow
              key={fact.id}
              fact={fact}
              lit={lit.includes(fact.id)}
              place={placeOf(fact)}
              to={linkOf(fact.id)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

/** Reads out what came: one report in words, several as a number. */
function useAnnouncedArrivals(reports: readonly SeizureFact[], placeOf: (fact: SeizureFact) => string) {
  const text = useText();
  const { say } = useAnnouncer();
  const wordsOf = useReportWords();
  const known = useRef(new Set(reports.map((fact) => fact.id)));
  useEffect(() => {
    const fresh = reports.filter((fact) => !known.current.has(fact.id));
    if (fresh.length === 0) return;
    known.current = new Set(reports.map((fact) => fact.id));
    const [only] = fresh;
    if (fresh.length === 1 && only) say(text("reports.say", { what: wordsOf(only), place: placeOf(only) }));
    else say(text("reports.new", { n: fresh.length }));
  }, [reports, say, text, wordsOf, placeOf]);
}
