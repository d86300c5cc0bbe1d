import { useSearchParams } from "@remix-run/react";
import { type CSSProperties, useMemo } from "react";
import { filterOf } from "#app/domain/saved-view.ts";
import { WALL_LOOK, wallLook, wallPages } from "#app/domain/wall.ts";
import { CertaintyLegend } from "../charts/legend.tsx";
import { type Marking, useMarking } from "../charts/markings.tsx";
import { useFilterWords } from "../totals/filter-words.ts";
import { InZone, useFormat, useText } from "../ui/text-context.tsx";
import { useNamesOf } from "../workspace/use-filter-names.ts";
import { usePlaceWordsOf } from "../workspace/use-place-names.ts";
import type { BoardAround } from "./board-types.ts";
import { PanelFigure } from "./panel-figure.tsx";
import { STALE_AFTER_MS, useSeconds, useTurn, useWallRefresh } from "./use-wall.ts";
import type { WallBoard } from "./wall-types.ts";
import "./dashboards.css";
import "./wall.css";

type Seen = NonNullable<WallBoard["seen"]>;

/** A screen in a room: no hand touches it, and it says itself how old it is. */
export function WallPage({ wall }: { wall: WallBoard | null }) {
  const { lost } = useWallRefresh(wall?.at ?? null);
  const look = wallLook(useSearchParams()[0].get(WALL_LOOK));
  return (
    <main className="wall" data-theme={look}>
      {wall ? (
        <InZone zone={wall.operation.zone}>
          <WallHead wall={wall} lost={lost} />
          {wall.seen ? <WallPanels wall={wall} seen={wall.seen} /> : <WallWords id="wall.room.nothing" />}
        </InZone>
      ) : (
        <WallWords id="wall.over" />
      )}
    </main>
  );
}

function WallWords({ id }: { id: "wall.over" | "wall.room.nothing" }) {
  const text = useText();
  return (
    <div className="wall-words">
      <h1>{text(id)}</h1>
      <p>{text(`${id}.text`)}</p>
    </div>
  );
}

function markingOf({ kind, datesMovedDays }: WallBoard["operation"]): Marking {
  return kind === "demo" ? { kind, movedDays: datesMovedDays } : { kind };
}

function WallHead({ wall, lost }: { wall: WallBoard; lost: boolean }) {
  const text = useText();
  const format = useFormat();
  const now = useSeconds();
  const marking = useMarking(markingOf(wall.operation));
  const { operation, dashboard, people } = wall;
  const stale = lost || (now !== null && now.getTime() - Date.parse(wall.at) > STALE_AFTER_MS);
  return (
    <header className="wall-head">
      <div className="wall-what">
        <p className="wall-operation">
          {operation.name} {operation.edition}
        </p>
        <h1>{dashboard.name}</h1>
        {marking && <p className="wall-marking">{marking}</p>}
      </div>
      <p className="wall-room">
        <span className="tag">{operation.handling}</span> {text("wall.room.people", { n: people })}
      </p>
      <div className={stale ? "wall-fresh wall-stale" : "wall-fresh"} role="status">
        {text(stale ? "wall.stale" : "wall.fresh", { at: format.time(wall.at) })}
      </div>
      <div className="wall-clock">
        <time>{format.time((now ?? new Date(wall.at)).toISOString())}</time>
        <span>{format.zoneName(operation.zone)}</span>
      </div>
    </header>
  );
}

function WallPanels({ wall, seen }: { wall: WallBoard; seen: Seen }) {
  const text = useText();
  const { panels } = wall.dashboard;
  const pages = useMemo(() => wallPages(panels), [panels]);
  const turn = useTurn(pages.length);
  const around = useWallAround(wall, seen);
  return (
    <>
      <div className="wall-page">
        {pages[turn]?.map(({ at, column, columns, row, rows }) => {
          const [panel, part] = [panels[at], seen.board.parts[at]];
          if (!panel || !part) return null;
          const { filter } = filterOf(panel.query);
          const style: CSSProperties = { gridColumn: `${column} / span ${columns}`, gridRow: `${row} / span ${rows}` };
          return (
            <div key={`${at} ${panel.kind}`} className="board-cell" style={style}>
              <FilterLine query={panel.query} around={around} />
              <PanelFigure shown={{ panel, filter, ...part }} around={around} />
            </div>
          );
        })}
      </div>
      <footer className="wall-foot">
        <CertaintyLegend />
        {pages.length > 1 && <span>{text("wall.page", { n: turn + 1, of: pages.length })}</span>}
        <span>{text("wall.ends", { at: useFormat().moment(wall.expiresAt) })}</span>
      </footer>
    </>
  );
}

function FilterLine({ query, around }: { query: string; around: BoardAround }) {
  const text = useText();
  const { filter } = useMemo(() => filterOf(query), [query]);
  const words = useFilterWords({ filter, participants: around.participants, names: around.names });
  if (words.length === 0) return null;
  return <p className="board-filter">{text("dashboards.only", { filter: words.map(([word]) => word).join(" · ") })}</p>;
}

function useWallAround({ operation, today }: WallBoard, { board, names, participants }: Seen): BoardAround {
  const marking = useMemo(() => markingOf(operation), [operation]);
  return {
    operation: { code: operation.code, phases: operation, marking },
    participants,
    asOf: board.asOf,
    today,
    agencyDays: board.agencyDays,
    all: board.all,
    names: useNamesOf(names, board.places),
    placeOf: usePlaceWordsOf(names, board.places),
    home: null,
  };
}
