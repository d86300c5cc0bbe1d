import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";
import { ViewChange, ViewInput, WatchInput } from "./domain/saved-view.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { changeView, dropView, saveView } from "./services/saved-views.server.ts";
import { dismissNotice, readNotices, stopWatching, watchView } from "./services/view-notices.server.ts";
import type { Outcome } from "./services/write.server.ts";

const isShared = (form: FormData) => textOf(form, "shared") === "yes";

/** What the page looks like now under a new name, or in the place of an own view that is chosen. */
export async function keepByForm(acting: Acting, form: FormData): Promise<Outcome> {
  const { id } = commandOf(form, null);
  const said = { name: textOf(form, "name"), query: textOf(form, "query"), shared: isShared(form) };
  // Chosen as "id version": what was changed meanwhile is not written over.
  const [view = "", base = ""] = textOf(form, "instead").split(" ");
  if (view !== "") {
    const input = parsed(ViewChange, { ...said, view: idIn(view), base: Number(base) });
    return changeView(acting, { id, input });
  }
  return saveView(acting, { id, input: parsed(ViewInput, { ...said, id, page: textOf(form, "page") }) });
}

export async function renameByForm(acting: Acting, form: FormData): Promise<Outcome> {
  const said = { name: textOf(form, "name"), shared: isShared(form), query: null };
  const input = parsed(ViewChange, { ...said, view: idIn(textOf(form, "view")), base: wholeOf(form, "base") });
  return changeView(acting, commandOf(form, input));
}

export async function watchByForm(acting: Acting, form: FormData): Promise<Outcome> {
  const days = textOf(form, "days").trim() === "" ? null : wholeOf(form, "days");
  const input = parsed(WatchInput, { view: idIn(textOf(form, "view")), threshold: wholeOf(form, "threshold"), days });
  return watchView(acting, commandOf(form, input));
}

export const dropByForm = (acting: Acting, form: FormData) =>
  dropView(acting, commandOf(form, { view: idIn(textOf(form, "view")) }));

export const unwatchByForm = (acting: Acting, form: FormData) =>
  stopWatching(acting, commandOf(form, { view: idIn(textOf(form, "view")) }));

/** One notice, or without one all of them. */
export function readByForm(acting: Acting, form: FormData): Promise<Outcome> {
  const notice = form.has("notice") ? idIn(textOf(form, "notice")) : null;
  return readNotices(acting, commandOf(form, { notice }));
}

export const dismissByForm = (acting: Acting, form: FormData) =>
  dismissNotice(acting, commandOf(form, { notice: idIn(textOf(form, "notice")) }));

/** Ids stand in the form unseen: one that is none was made by no page. */
function idIn(typed: string): Id {
  const id = Id.safeParse(typed);
  if (!id.success) throw new Problem("not-found", "views.unknown");
  return id.data;
}
