import { v7 as uuid } from "uuid";
import type { Tx } from "#db/client.server.ts";
import type { Self } from "#db/queries/acting.server.ts";
import { placeNamesOf } from "#db/queries/place-names.server.ts";
import { listNotices, listViews } from "#db/queries/saved-views.server.ts";
import { may } from "./domain/access.ts";
import { filterOf } from "./domain/saved-view.ts";
import { memberOf, mustBeAllowed } from "./services/write.server.ts";

/** For the menu of views beside a page: which there are, and the command of the form that keeps another one. */
export async function viewsBeside(tx: Tx, self: Self) {
  const member = memberOf(self);
  if (!member.readsFacts) return null;
  const views = await listViews(tx, member);
  return {
    keeps: may(member, "view.keep", member.operation.state),
    command: uuid(),
    views: views.map(({ id, name, page, query, own, shared, version, maker, agency }) => ({
      ...{ id, name, page, query, own, shared, version, maker, agency },
    })),
  };
}

/** All views that the reader may open, and what was told of the own ones. */
export async function viewsPage(tx: Tx, self: Self) {
  const member = mustBeAllowed(self, "view.read");
  const [views, notices] = await Promise.all([listViews(tx, member), listNotices(tx, member)]);
  const names = await placeNamesOf(tx, [...new Set(views.flatMap(placesOf))]);
  const named = views.map((view) => ({
    ...view,
    places: Object.fromEntries(placesOf(view).flatMap((id) => (names[id] ? [[id, names[id]]] : []))),
  }));
  const keeps = may(member, "view.keep", member.operation.state);
  return { views: named, notices: notices.map(asShown), keeps, command: uuid() };
}

/** Places of the gazetteer that the filter of a view speaks of, by their ids. */
function placesOf({ query }: { query: string }): string[] {
  const { seizedIn, through, corridors } = filterOf(query).filter;
  const ends = corridors.flatMap((key) => key.split(/[>~]/).map((end) => end.slice(3)));
  return [...seizedIn, ...through, ...ends].filter((id) => /^[a-z]+:/.test(id));
}

/** What nobody has read yet, for the first page. */
export async function unreadNotices(tx: Tx, self: Self) {
  const member = memberOf(self);
  if (!member.readsFacts) return [];
  return (await listNotices(tx, member, { unread: true })).map(asShown);
}

type Notice = Awaited<ReturnType<typeof listNotices>>[number];

function asShown({ firstAt, at, readAt, ...notice }: Notice) {
  return { ...notice, firstAt: firstAt.toISOString(), at: at.toISOString(), read: readAt !== null };
}
