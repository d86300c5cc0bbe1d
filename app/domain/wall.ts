import { z } from "zod";
import type { Panel, PanelKind } from "./dashboard.ts";
import { Id } from "./id.ts";
import { ROLES } from "./member.ts";
import { RequiredText } from "./text.ts";

/** A wall ends by itself after so long at the latest; the database holds it to that. */
export const MOST_WALL_HOURS = 8 * 24;
export const WALL_HOURS = [8, 24, 72, MOST_WALL_HOURS] as const;
/** So many walls one member has at a time. */
export const MOST_WALLS = 20;

/** Who is in the room: every member of these administrations in these roles, and whoever starts it. */
export const Room = z.object({
  administrations: z.array(Id).min(1, "wall.administrations.missing").max(300),
  roles: z.array(z.enum(ROLES)).min(1, "wall.roles.missing"),
});
export type Room = z.infer<typeof Room>;

export const WallInput = Room.extend({
  dashboard: Id,
  label: RequiredText(80, "wall.label.missing"),
  hours: z.number("wall.hours.wrong").int().min(1, "wall.hours.wrong").max(MOST_WALL_HOURS, "wall.hours.wrong"),
});
export type WallInput = z.infer<typeof WallInput>;

/** A page of a wall has two columns of two places each. */
export type Placed = { at: number; column: 1 | 2; columns: 1 | 2; row: 1 | 2; rows: 1 | 2 };

/** Panels of one sentence; all others want the height of the screen. */
const LOW: readonly PanelKind[] = ["headline", "coverage"];

/** Which panels stand together on a page and where, in their order: what does not fit comes with the next page. */
export function wallPages(panels: readonly Pick<Panel, "kind" | "wide">[]): Placed[][] {
  const pages: Placed[][] = [];
  let used: [number, number] = [2, 2];
  for (const [at, { kind, wide }] of panels.entries()) {
    const rows = LOW.includes(kind) ? 1 : 2;
    let place = placeFor(used, { rows, wide });
    if (!place) {
      pages.push([]);
      used = [0, 0];
      place = placeFor(used, { rows, wide }) ?? { column: 1, row: 1 };
    }
    const columns = wide ? 2 : 1;
    for (let column = place.column - 1; column < place.column - 1 + columns; column++) {
      used[column === 0 ? 0 : 1] = place.row - 1 + rows;
    }
    pages.at(-1)?.push({ at, ...place, columns, rows });
  }
  return pages.map(stretched);
}

type Asked = { rows: 1 | 2; wide: boolean };

function placeFor(
  [left, right]: readonly [number, number],
  { rows, wide }: Asked,
): Pick<Placed, "column" | "row"> | null {
  const fits = (used: number) => used + rows <= 2;
  const row = (used: number) => (used === 0 ? 1 : 2);
  if (wide) return fits(Math.max(left, right)) ? { column: 1, row: row(Math.max(left, right)) } : null;
  if (fits(left)) return { column: 1, row: row(left) };
  return fits(right) ? { column: 2, row: row(right) } : null;
}

/** Nothing beside it, nothing below it: then a panel takes that place too. What one has taken is not free for the next. */
function stretched(page: readonly Placed[]): Placed[] {
  const placed = [...page];
  for (const [at, panel] of page.entries()) {
    const others = placed.filter((_, other) => other !== at);
    const below = panel.rows === 1 && panel.row === 1;
    const free = [panel.column, panel.column + panel.columns - 1].every((column) => !isTaken(others, column, 2));
    const rows = below && free ? 2 : panel.rows;
    const beside = panel.columns === 1 && panel.column === 1;
    const alone = [panel.row, panel.row + rows - 1].every((row) => !isTaken(others, 2, row));
    placed[at] = { ...panel, rows, columns: beside && alone ? 2 : panel.columns };
  }
  return placed;
}

function isTaken(page: readonly Placed[], column: number, row: number): boolean {
  return page.some(
    (other) =>
      column >= other.column &&
      column < other.column + other.columns &&
      row >= other.row &&
      row < other.row + other.rows,
  );
}

/** How a wall looks: for a dark room, or for one with daylight. It stands in its address, and says nothing of who is there. */
export const WALL_LOOK = "look";
export const WALL_LOOKS = ["dark", "light"] as const;
type WallLook = (typeof WALL_LOOKS)[number];

export function wallLook(said: unknown): WallLook {
  return WALL_LOOKS.find((look) => look === said) ?? WALL_LOOKS[0];
}

/** An address of a wall in a look; the usual one is not said. */
export function wallAddress(path: string, said: unknown): string {
  const look = wallLook(said);
  return look === WALL_LOOKS[0] ? path : `${path}?${WALL_LOOK}=${look}`;
}
