import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Logo } from "#app/components/ui/logo.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { PersonMenu, type ShellLink, type ShellPerson } from "./person-menu.tsx";
import { SkipLink } from "./skip-link.tsx";

type PageFrameProps = {
  title: ReactNode;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** Acts beside the title; the primary one last. */
  acts?: ReactNode;
  /** Standing parts of the bar: the clock, ways to other pages. */
  tools?: ReactNode;
  person?: ShellPerson;
  personLinks?: readonly ShellLink[];
  /** Forms and texts are narrow, lists wide. */
  narrow?: boolean;
  children: ReactNode;
};

/** The frame of pages outside of an operation. */
export function PageFrame({ title, lead, acts, tools, person, personLinks, narrow, children }: PageFrameProps) {
  const text = useText();
  return (
    <div className="page">
      <SkipLink />
      <header className="bar bar-plain">
        <Link to="/" className="brand" aria-label={text("shell.home")}>
          <Logo size={30} />
        </Link>
        <span className="title-3">{text("shell.product")}</span>
        <span className="spacer" />
        {tools}
        {person && <PersonMenu person={person} links={personLinks} />}
      </header>
      <main id="content" tabIndex={-1} className={narrow ? "page-main page-narrow" : "page-main"}>
        <header className="page-head">
          <div>
            <h1 className="title">{title}</h1>
            {lead && <p className="page-lead">{lead}</p>}
          </div>
          {acts && <div className="page-acts">{acts}</div>}
        </header>
        {children}
      </main>
    </div>
  );
}
