import { GavelIcon } from "@phosphor-icons/react/dist/ssr/Gavel";
import { Form, Link } from "@remix-run/react";
import { Button } from "#app/components/ui/button.tsx";
import { DateField } from "#app/components/ui/date-field.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Panel } from "#app/components/ui/panel.tsx";
import { EmptyState } from "#app/components/ui/states.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import { AgencyTable, DetailTable, KindTable } from "./outcome-tables.tsx";
import type { OutcomesPage } from "./outcome-types.ts";
import { OutcomesCsv } from "./outcomes-csv.tsx";
import "#app/components/totals/sum-page.css";
import "./outcomes-page.css";

type PageProps = OutcomesPage & { home: string };

/** What became of the cases as it was known at the end of a day: by kind, by agency, and what was said. */
export function OutcomesView(page: PageProps) {
  const text = useText();
  const { table, unread, home } = page;
  const { any } = table;
  return (
    <div className="view sum-page outcomes-page">
      <header className="view-head">
        <div>
          <p>
            <Link to={`${home}/reports`} className="link">
              {text("shell.place.reports")}
            </Link>
          </p>
          <h1 className="title">{text("outcomes.title")}</h1>
        </div>
        <span className="spacer" />
        <Link to={`${home}/help?topic=reports`} className="link">
          {text("export.help")}
        </Link>
      </header>
      <p className="muted outcomes-lead">{text("outcomes.lead")}</p>
      <DayForm {...page} />
      <p className="sum-line">{text("outcomes.cases", { told: any.told, n: any.of })}</p>
      <div className="stack gap-1">
        <StillTaken {...page} />
        {unread > 0 && <p className="caption">{text("outcomes.unread", { n: unread })}</p>}
        {table.apart > 0 && <p className="caption">{text("outcomes.apart", { n: table.apart })}</p>}
      </div>
      {any.told === 0 ? (
        <EmptyState icon={GavelIcon} title={text("outcomes.empty")} level={2}>
          {text(any.of === 0 ? "outcomes.no_cases" : "outcomes.empty.text")}
        </EmptyState>
      ) : (
        <Tables {...page} />
      )}
      <details className="definition">
        <summary>{text("outcomes.rule.title")}</summary>
        <p className="outcomes-rule">{text("outcomes.rule")}</p>
      </details>
    </div>
  );
}

function Tables(page: PageProps) {
  const text = useText();
  const { table, agencies } = page;
  return (
    <>
      <Panel title={text("outcomes.by_kind")} acts={<OutcomesCsv page={page} />}>
        <KindTable table={table} />
      </Panel>
      <Panel title={text("outcomes.by_agency")}>
        <AgencyTable table={table} agencies={agencies} />
        <Silent {...page} />
      </Panel>
      <Panel title={text("outcomes.details")}>
        <DetailTable table={table} />
      </Panel>
    </>
  );
}

/** Of whose cases nothing was told: how many these are, and who, for those who may know that. */
function Silent({ silent, agencies }: PageProps) {
  const text = useText();
  if (silent.agencies === 0) return null;
  const named = (silent.named ?? []).map(({ agency, of }) => ({ name: agencies[agency] ?? "", of }));
  const words = named.sort((left, right) => (left.name < right.name ? -1 : 1)).map(({ name, of }) => `${name} (${of})`);
  return (
    <p className="caption outcomes-silent">
      {text("outcomes.silent", { n: silent.agencies, cases: silent.cases })}
      {words.length > 0 && `: ${words.join(" · ")}`}
    </p>
  );
}

/** The cut-off: a day whose end it is, by the operation's own calendar. */
function DayForm({ day, today, home }: PageProps) {
  const text = useText();
  return (
    <Form method="get" className="outcomes-day screen-only" preventScrollReset>
      <Field label={text("outcomes.day")}>
        <DateField key={day} name="on" initial={day} max={today} />
      </Field>
      <Button type="submit">{text("outcomes.day.show")}</Button>
      {day !== today && (
        <Link to={`${home}/outcomes`} className="link" preventScrollReset>
          {text("outcomes.day.today")}
        </Link>
      )}
    </Form>
  );
}

/** Until when more may come. */
function StillTaken({ state, until }: PageProps) {
  const text = useText();
  const format = useFormat();
  if (state === "open") return <p className="caption">{text("outcomes.open")}</p>;
  if (until === null) return <p className="caption">{text("outcomes.over.unknown")}</p>;
  return <p className="caption">{text(`outcomes.${state}`, { day: format.day(until) })}</p>;
}
