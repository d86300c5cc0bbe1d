import { ChartBarIcon } from "@phosphor-icons/react/dist/ssr/ChartBar";
import { useSearchParams } from "@remix-run/react";
import { type ReactNode, useMemo } from "react";
import { type Panel, spansOf } from "#app/domain/dashboard.ts";
import { NO_FILTER } from "#app/domain/filter-address.ts";
import { filterOf } from "#app/domain/saved-view.ts";
import type { AgencyDays } from "#app/domain/tally/agency-days.ts";
import { useRenewalOn } from "#app/live/use-renewal-on.ts";
import { CertaintyLegend } from "../charts/legend.tsx";
import { useMarking } from "../charts/markings.tsx";
import { useDaysAt } from "../known/use-days-at.ts";
import { LinkButton } from "../ui/button.tsx";
import { EmptyState } from "../ui/states.tsx";
import { Tag } from "../ui/tag.tsx";
import { useText } from "../ui/text-context.tsx";
import { useAsOf } from "../workspace/use-as-of.ts";
import { useCurrentFigures, useNewestFacts } from "../workspace/use-current.ts";
import { useFilterNames } from "../workspace/use-filter-names.ts";
import { usePlaceNamesOf, usePlaceWords } from "../workspace/use-place-names.ts";
import { useMarkingOfOperation, useParticipants, useWorkspace } from "../workspace/use-workspace.ts";
import { AddPanel } from "./add-panel.tsx";
import { ArrangePanel, type Arranging } from "./arrange-panel.tsx";
import { BoardCell, type Spans } from "./board.tsx";
import type { BoardAround, BoardPart } from "./board-types.ts";
import { DashboardAnswer } from "./dashboard-answer.tsx";
import { DashboardNaming } from "./dashboard-naming.tsx";
import type { FilterToChoose, OpenDashboard } from "./dashboard-types.ts";
import { useCarrying, useFocusAlong } from "./use-carrying.ts";
import "./dashboards.css";

export type DashboardPageProps = {
  dashboard: OpenDashboard;
  board: {
    all: number;
    parts: readonly BoardPart[];
    places: Readonly<Record<string, string>>;
    agencyDays: AgencyDays;
    asOf: string;
  };
  filters: readonly FilterToChoose[];
  keeps: boolean;
  shares: boolean;
  starts: boolean;
  command: string;
  answer: unknown;
};

/** A dashboard with its figures as they are now, and while it is arranged, the steps above each panel. */
export function DashboardPage(props: DashboardPageProps) {
  const { dashboard, board, filters, keeps, command, answer } = props;
  const { panels, version } = dashboard;
  const text = useText();
  const [params] = useSearchParams();
  useRenewalOn("operation", (type) => type.startsWith("dashboard."));
  const arrange = keeps && dashboard.own && params.has("arrange");
  const carrying = useCarrying(command, version);
  const noteFocus = useFocusAlong(version);
  const [two, three] = [spansOf(panels, 2), spansOf(panels, 3)];
  const arranging: Arranging = { command, version, of: panels.length, filters, ...carrying };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is pressed is remembered, nothing is done.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key on a button is a click.
    <div className="board-page" onClick={noteFocus}>
      <DashboardHead {...props} arrange={arrange} />
      <DashboardAnswer answer={answer} command={command} arrange={arrange} />
      {panels.length === 0 && !arrange && (
        <EmptyState icon={ChartBarIcon} title={text("dashboards.empty")}>
          {text("dashboards.empty.text")}
        </EmptyState>
      )}
      <div className="board">
        {keyed(panels).map(({ key, panel, at }) => {
          const part = board.parts[at];
          const above = arrange && <ArrangePanel panel={panel} at={at} arranging={arranging} />;
          return (
            part && <LivePanel key={key} {...{ panel, part, board, above, spans: [two[at] ?? 1, three[at] ?? 1] }} />
          );
        })}
      </div>
      {arrange && <AddPanel command={command} version={version} count={panels.length} filters={filters} />}
    </div>
  );
}

function DashboardHead(props: DashboardPageProps & { arrange: boolean }) {
  const { dashboard, keeps, starts, arrange } = props;
  const text = useText();
  const marking = useMarking(useMarkingOfOperation());
  const { own, shared, maker, agency } = dashboard;
  return (
    <header className="board-head">
      <h1 className="statistics-title">{dashboard.name}</h1>
      {own && shared && <Tag>{text("views.shared.tag")}</Tag>}
      {!own && <span className="caption">{text("views.by", { name: maker ?? "–", agency: agency ?? "–" })}</span>}
      {marking && <p className="statistics-marking">{marking}</p>}
      <CertaintyLegend />
      <span className="board-ways screen-only">
        <LinkButton to="../dashboards" relative="path" size="small">
          {text("dashboards.title")}
        </LinkButton>
        {starts && dashboard.panels.length > 0 && (
          <LinkButton to="wall" size="small">
            {text("wall.start.act")}
          </LinkButton>
        )}
        {own && keeps && (
          <LinkButton to={arrange ? "?" : "?arrange"} size="small">
            {text(arrange ? "dashboards.arranged" : "dashboards.arrange")}
          </LinkButton>
        )}
      </span>
      {arrange && <DashboardNaming {...props} />}
    </header>
  );
}

type LivePanelProps = {
  panel: Panel;
  part: BoardPart;
  board: DashboardPageProps["board"];
  above: ReactNode;
  spans: Spans;
};

/** Counted by the server for the first paint, then from the page's own facts as they come. */
function LivePanel({ panel, part, board, above, spans }: LivePanelProps) {
  const { day, today } = useDaysAt(null);
  const { filter } = useMemo(() => filterOf(panel.query), [panel.query]);
  const figures = useCurrentFigures(part.figures, filter, today);
  const newest = useNewestFacts(part.facts, filter, NEWEST);
  const facts = panel.kind === "latest" ? newest : NONE;
  const around = useAround(board, { filter, facts, day });
  return (
    <BoardCell shown={{ panel, filter, figures, facts, unlisted: 0 }} around={around} spans={spans} above={above} />
  );
}

const NEWEST = 8;
const NONE = [] as const;

type Seen = { filter: ReturnType<typeof filterOf>["filter"]; facts: BoardPart["facts"]; day: string };

function useAround({ all, places, agencyDays, asOf }: DashboardPageProps["board"], seen: Seen): BoardAround {
  const { operation, me } = useWorkspace();
  const total = useCurrentFigures(
    { cases: { total: all, confirmed: 0, provisional: 0 } },
    NO_FILTER,
    useDaysAt(null).today,
  );
  return {
    operation: { code: operation.code, phases: operation.plan, marking: useMarkingOfOperation() },
    participants: useParticipants(),
    own: me.administration,
    asOf: useAsOf(asOf),
    today: seen.day,
    agencyDays,
    all: total.cases.total,
    names: useFilterNames(seen.filter, places),
    placeOf: usePlaceWords(usePlaceNamesOf(seen.facts, places)),
    home: `/operations/${operation.id}`,
  };
}

/** Two panels of one kind and filter are told apart by which of them comes first. */
function keyed(panels: readonly Panel[]) {
  const seen = new Map<string, number>();
  return panels.map((panel, at) => {
    const what = `${panel.kind} ${panel.query}`;
    const before = seen.get(what) ?? 0;
    seen.set(what, before + 1);
    return { key: `${what} ${before}`, panel, at };
  });
}
