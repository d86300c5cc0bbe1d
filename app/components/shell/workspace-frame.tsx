import { CaretDownIcon } from "@phosphor-icons/react/dist/ssr/CaretDown";
import { PlusIcon } from "@phosphor-icons/react/dist/ssr/Plus";
import { Link, useNavigate } from "@remix-run/react";
import type { CSSProperties, ReactNode } from "react";
import { LinkButton } from "#app/components/ui/button.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { Logo } from "#app/components/ui/logo.tsx";
import { useText } from "#app/components/ui/text-context.tsx";
import { useKeys } from "#app/components/ui/use-keys.ts";
import type { OperationKind } from "#app/domain/operation.ts";
import { PersonMenu, type ShellLink, type ShellPerson } from "./person-menu.tsx";
import type { Place } from "./places.ts";
import { Rail } from "./rail.tsx";
import { SkipLink } from "./skip-link.tsx";
import { elapsedShare, TimeBox, TimeBoxBrief, type TimeBoxProps } from "./time-box.tsx";

export type WorkspaceFrameProps = {
  operation: {
    /** Name with edition, as people say it. */
    name: string;
    kind: OperationKind;
    /** By how many days the records of a demonstration were moved. */
    movedDays?: number;
  };
  timeBox: TimeBoxProps;
  /** Default handling of the operation: code and its words. */
  handling: { code: string; label: string };
  places: readonly Place[];
  person: ShellPerson;
  personLinks?: readonly ShellLink[];
  /** The badge that says how fresh the page is. */
  live?: ReactNode;
  /** Other standing parts of the bar: who is here, search. */
  tools?: ReactNode;
  /** Where to report; left out where the role may not, and on the form itself. */
  reportTo?: string;
  /** Filled only where the page has no other primary act. */
  reportIsPrimary?: boolean;
  /** Bars below the head: no line, closed. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of an operation: head with the time box as a line of light, rail with words, and the page. */
export function WorkspaceFrame(props: WorkspaceFrameProps) {
  const { timeBox, places, reportTo, banner, children } = props;
  const navigate = useNavigate();
  useKeys({ n: reportTo === undefined ? undefined : () => navigate(reportTo) });
  const share: CSSProperties & { "--share": number } = { "--share": elapsedShare(timeBox) };
  return (
    <div className={reportTo ? "workspace workspace-reporting" : "workspace"}>
      <SkipLink />
      <header className="bar">
        <Head {...props} />
        <Strip {...props} />
        <i className="bar-lamp" style={share} aria-hidden="true" />
      </header>
      <Rail places={places} />
      <div className="workspace-main">
        {banner}
        <main id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

function Head(props: WorkspaceFrameProps) {
  const { operation, timeBox, handling, person, personLinks, live, tools, reportTo, reportIsPrimary } = props;
  const text = useText();
  return (
    <>
      <Name {...operation} />
      <TimeBox {...timeBox} />
      <span className="spacer" />
      <span className="marking" title={text("shell.handling", handling)}>
        <b>{handling.code}</b>
        <span className="marking-words">{handling.label}</span>
      </span>
      {live}
      {tools}
      {reportTo && (
        <LinkButton
          to={reportTo}
          kind={reportIsPrimary ? "primary" : "lamp"}
          icon={PlusIcon}
          keyCap="N"
          className="bar-report"
        >
          {text("shell.report")}
        </LinkButton>
      )}
      <PersonMenu person={person} links={personLinks} />
    </>
  );
}

function Name(operation: WorkspaceFrameProps["operation"]) {
  const text = useText();
  return (
    <>
      <Link to="/" className="brand" aria-label={text("shell.home")}>
        <Logo size={30} />
      </Link>
      <div className="bar-name">
        <Link to="/" className="operation-name" title={text("shell.switch")}>
          <span className="truncate">{operation.name}</span>
          <Icon of={CaretDownIcon} size={12} />
        </Link>
        <Ribbon {...operation} />
      </div>
    </>
  );
}

/** Under the head of a narrow window: what the records are, the day, the time to the cut-off. */
function Strip({ operation, timeBox }: WorkspaceFrameProps) {
  return (
    <p className="bar-strip">
      <Ribbon {...operation} />
      <TimeBoxBrief {...timeBox} />
    </p>
  );
}

/** What the records of this operation are, on every screen of it. */
export function Ribbon({ kind, movedDays = 0 }: { kind: OperationKind; movedDays?: number }) {
  const text = useText();
  if (kind === "live") return null;
  if (kind === "exercise") return <span className="ribbon ribbon-exercise">{text("shell.ribbon.exercise")}</span>;
  return <span className="ribbon">{text("shell.ribbon.demo", { n: movedDays })}</span>;
}
