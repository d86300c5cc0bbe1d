import { Id } from "./domain/id.ts";
import { instantAt, isLocalDate, isTimeZone } from "./domain/local-date.ts";
import { Problem } from "./domain/problem.ts";
import { EntryInput } from "./domain/watch/entry.ts";
import { HandoverInput } from "./domain/watch/sheet.ts";
import { ShiftInput } from "./domain/watch/shift.ts";
import { commandOf, parsed, textOf } from "./form.server.ts";
import { acceptHandover, signHandover, takeBackHandover } from "./services/handovers.server.ts";
import type { Acting } from "./services/house.server.ts";
import { noteInLog, putOnRoster, strikeFromRoster } from "./services/watch.server.ts";

/** Somebody of the own agency is on duty, by the wall clock of the zone in which the form was read. */
export async function rosterByForm(acting: Acting, form: FormData) {
  const { id } = commandOf(form, null);
  const zone = textOf(form, "zone");
  const instant = (name: string) => instantTyped(textOf(form, name), zone);
  const shift = parsed(ShiftInput, {
    id,
    memberId: textOf(form, "memberId"),
    startsAt: instant("startsAt"),
    endsAt: instant("endsAt"),
    contact: textOf(form, "contact"),
  });
  return putOnRoster(acting, { id, input: shift });
}

/** What is no time stays as it was typed, and is refused at its field. */
function instantTyped(typed: string, zone: string): string {
  const [, day = "", time = ""] =
    /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::\d\d)?$/.exec(typed.trim()) ?? [];
  if (!isLocalDate(day) || !isTimeZone(zone)) return typed.trim() === "" ? "" : "?";
  return instantAt(zone, day, time).toISOString();
}

export async function strikeByForm(acting: Acting, form: FormData) {
  return strikeFromRoster(acting, commandOf(form, { shift: idIn(form, "shift") }));
}

/** A note or a promise; about an earlier entry, its correction or that it was kept. */
export async function noteByForm(acting: Acting, form: FormData) {
  const { id } = commandOf(form, null);
  const about = textOf(form, "about") === "" ? null : textOf(form, "about");
  const plain = textOf(form, "promise") === "yes" ? "promise" : "note";
  const kind = textOf(form, "kind") === "" ? plain : textOf(form, "kind");
  const entry = parsed(EntryInput, { id, kind, about, text: textOf(form, "text") });
  return noteInLog(acting, { id, input: entry });
}

export async function signByForm(acting: Acting, form: FormData) {
  const { id } = commandOf(form, null);
  const input = parsed(HandoverInput, { id, seen: textOf(form, "seen"), remark: textOf(form, "remark") });
  return signHandover(acting, { id, input });
}

export async function acceptByForm(acting: Acting, form: FormData) {
  return acceptHandover(acting, commandOf(form, { handover: idIn(form, "handover") }));
}

export async function takeBackByForm(acting: Acting, form: FormData) {
  return takeBackHandover(acting, commandOf(form, { handover: idIn(form, "handover") }));
}

/** Ids stand in the form unseen: one that is none was made by no page. */
function idIn(form: FormData, name: string): Id {
  const id = Id.safeParse(form.get(name));
  if (!id.success) throw new Problem("not-found", "watch.unknown");
  return id.data;
}
