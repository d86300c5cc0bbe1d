import { Link } from "@remix-run/react";
import type { Tooth } from "#app/components/ui/coverage-comb.tsx";
import { Icon, type IconOf } from "#app/components/ui/icon.tsx";
import { useFormat, useText } from "#app/components/ui/text-context.tsx";
import type { OperationKind, OperationState } from "#app/domain/operation.ts";
import { OperationCases } from "./operation-cases.tsx";
import { useStateWords } from "./state-words.ts";
import { type Week, WeekBars } from "./week-bars.tsx";
import { YearLine, YearScale } from "./year-line.tsx";
import "./home.css";

export type OperationRow = {
  id: string;
  to: string;
  name: string;
  kind: OperationKind;
  movedDays?: number;
  state: OperationState;
  startsOn: string;
  endsOn: string;
  followUpEndsOn: string;
  /** The operational day that is running there. */
  today: string;
  /** Names of the leading administrations. */
  leads: readonly string[];
  /** The reader's role in words. */
  role: string;
  /** Null where the role does not read figures. */
  cases: { confirmed: number; provisional: number } | null;
  /** Who has said something today; empty before the first day. */
  coverage: readonly { name: string; state: Tooth }[];
  weeks: readonly Week[];
  /** What waits for this reader there, most urgent first. */
  waits: readonly { icon: IconOf; words: string; to: string; urgent?: boolean }[];
};

type OperationsListProps = {
  operations: readonly OperationRow[];
  /** The reader's calendar day, for the line of the year. */
  today: string;
};

/** My operations, each with its place in the year, what was counted, who stands behind it, and what waits for me. */
export function OperationsList({ operations, today }: OperationsListProps) {
  const text = useText();
  return (
    <section className="operations" aria-label={text("home.list.name")}>
      <div className="operations-head" aria-hidden="true">
        <span>{text("home.list.operation")}</span>
        <YearScale today={today} />
        <span>{text("home.list.cases")}</span>
        <span>{text("home.list.weeks")}</span>
        <span>{text("home.list.waits")}</span>
      </div>
      <ul>
        {operations.map((operation) => (
          <Row key={operation.id} operation={operation} today={today} />
        ))}
      </ul>
    </section>
  );
}

function Row({ operation, today }: { operation: OperationRow; today: string }) {
  const { name, to, state, kind } = operation;
  const words = useStateWords(operation);
  const tone =
    kind === "exercise" ? "exercise" : state === "active" ? "lamp" : state === "planning" ? "coming" : "past";
  const hot = state === "active" && kind !== "exercise";
  return (
    <li className={hot ? "operation operation-hot" : "operation"}>
      <div className="operation-what">
        <h2 className="title-2">
          <Link to={to} prefetch="intent" className="operation-link">
            {name}
          </Link>
        </h2>
        <Under operation={operation} />
      </div>
      <div>
        <b className="operation-state">{words}</b>
        <YearLine startsOn={operation.startsOn} endsOn={operation.endsOn} today={today} tone={tone} />
      </div>
      <OperationCases operation={operation} />
      <Weeks operation={operation} />
      <Waits operation={operation} />
    </li>
  );
}

function Under({ operation }: { operation: OperationRow }) {
  const text = useText();
  const format = useFormat();
  const { kind, movedDays = 0, leads, role } = operation;
  return (
    <p className="operation-under">
      {leads.length > 0 && `${text("home.lead", { leads: format.list(leads) })} `}
      {text("home.role", { role })}
      {kind === "demo" && <span className="operation-kind">{text("shell.ribbon.demo", { n: movedDays })}</span>}
      {kind === "exercise" && <span className="operation-kind warn">{text("home.rehearsal")}</span>}
    </p>
  );
}

function Weeks({ operation }: { operation: OperationRow }) {
  const text = useText();
  const format = useFormat();
  const { weeks, startsOn, today } = operation;
  if (weeks.length > 0) return <WeekBars weeks={weeks} />;
  return (
    <div className="caption">{startsOn > today ? text("home.weeks.none", { day: format.dayShort(startsOn) }) : ""}</div>
  );
}

function Waits({ operation }: { operation: OperationRow }) {
  const text = useText();
  const { waits, state } = operation;
  if (waits.length === 0)
    return (
      <div className="faint operation-idle">{text(state === "closed" ? "home.waits.closed" : "home.waits.none")}</div>
    );
  return (
    <ul className="operation-waits">
      {waits.map(({ icon, words, to, urgent }) => (
        <li key={words}>
          <Link to={to} className="operation-wait">
            <Icon of={icon} filled={urgent} className={urgent ? "warn" : undefined} />
            <span>{words}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
