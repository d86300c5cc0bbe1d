import { Link, useLocation } from "@remix-run/react";
import { SkipLink } from "#app/components/shell/skip-link.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Logo } from "#app/components/ui/logo.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { isOneDay } from "#app/domain/outbox/entry.ts";
import { BringInFile } from "./bring-in-file.tsx";
import { ClockNotice } from "./clock-notice.tsx";
import { EntryList } from "./entry-list.tsx";
import { KeptReport } from "./kept-report.tsx";
import { KeptTally } from "./kept-tally.tsx";
import { LeavePanel } from "./leave-panel.tsx";
import { NextShift } from "./next-shift.tsx";
import { GivePin, PinSettings } from "./pin-panel.tsx";
import { TakenList } from "./taken-list.tsx";
import { useOnline } from "./use-online.ts";
import { type OpenOutbox, type OutboxView, useOutbox } from "./use-outbox.ts";
import { WritePanel } from "./write-panel.tsx";
import "./outbox.css";

/** What waits on this device, and the forms that can be written without a line; which of them says the address. */
export function OutboxPage() {
  const { view, underWay, taken } = useOutbox();
  const text = useText();
  const online = useOnline();
  const { hash } = useLocation();
  if (view.is === "open") {
    const form = formOf(view, hash.slice(1));
    if (form) return form;
  }
  return (
    <div className="page">
      <SkipLink />
      <header className="bar bar-plain">
        <Link to="/" className="brand" aria-label={text("shell.home")} discover="none" reloadDocument>
          <Logo size={30} />
        </Link>
        <span className="title-3">{text("shell.product")}</span>
        <span className="spacer" />
        {"account" in view && (
          <span className="caption truncate" translate="no">
            {view.account.name}
          </span>
        )}
      </header>
      <main id="content" tabIndex={-1} className="page-main page-narrow outbox">
        <header className="page-head">
          <div>
            <h1 className="title">{text("outbox.title")}</h1>
            <p className="page-lead">{text("outbox.lead")}</p>
          </div>
          <div className="page-acts">
            {online && (
              <LinkButton to="/" reloadDocument>
                {text("outbox.home")}
              </LinkButton>
            )}
          </div>
        </header>
        {!online && (
          <Notice tone="warn" title={text("outbox.no_line")}>
            {text("outbox.no_line.text")}
          </Notice>
        )}
        <ClockNotice />
        {view.is === "open" && !view.signedIn && <NotSignedIn />}
        {view.is === "open" ? (
          <>
            {hash === "#sign-out" && <LeavePanel outbox={view} />}
            <WritePanel outbox={view} />
            <EntryList outbox={view} entries={view.entries} underWay={underWay} />
            <TakenList taken={taken} />
            <PinSettings account={view.account} />
            <NextShift holder={view.account.person} />
            <BringInFile outbox={view} />
          </>
        ) : (
          <>
            <Closed view={view} />
            {view.is !== "none" && <NextShift holder={"account" in view ? view.account.person : null} />}
          </>
        )}
      </main>
    </div>
  );
}

/** Taken over with a PIN: what is written is kept, and goes once its writer has signed in. */
function NotSignedIn() {
  const text = useText();
  return (
    <Notice
      title={text("outbox.shift.not_in")}
      act={
        <LinkButton to="/sign-in?next=/outbox" reloadDocument>
          {text("outbox.locked.sign_in")}
        </LinkButton>
      }
    >
      {text("outbox.shift.not_in.text")}
    </Notice>
  );
}

function formOf(view: OpenOutbox, asked: string) {
  const [what, id = ""] = asked.split("=");
  if (what === "report" && view.kits.has(id)) return <KeptReport key={asked} outbox={view} operation={id} />;
  if (what === "tally" && view.kits.has(id)) return <KeptTally key={asked} outbox={view} operation={id} />;
  const entry = what === "entry" ? view.entries.find((one) => one.id === id) : undefined;
  if (entry && isOneDay(entry.content) && view.kits.get(entry.operation)?.tally)
    return <KeptTally key={asked} outbox={view} operation={entry.operation} entry={entry} />;
  if (entry?.content.kind !== "report" || !view.kits.get(entry.operation)?.report) return null;
  return <KeptReport key={asked} outbox={view} operation={entry.operation} entry={entry} />;
}

/** Nobody may look in: why, and how to come in. */
function Closed({ view }: { view: Exclude<OutboxView, OpenOutbox> }) {
  const text = useText();
  if (view.is === "loading") return <p className="caption">{text("ui.loading")}</p>;
  if (view.is === "pin") return <GivePin account={view.account} n={view.n} />;
  if (view.is === "none") return <Notice title={text("outbox.cannot")}>{text("outbox.cannot.text")}</Notice>;
  return (
    <Notice
      title={text("outbox.locked.title")}
      act={
        <LinkButton to="/sign-in?next=/outbox" kind="primary" reloadDocument>
          {text("outbox.locked.sign_in")}
        </LinkButton>
      }
    >
      {view.waiting.length === 0 && text("outbox.locked.none")}
      {view.waiting.map(({ name, n }) => (
        <p key={name}>{text("outbox.locked.waits", { n, name })}</p>
      ))}
    </Notice>
  );
}
