import {
  CancelledRelease,
  ClearedPicture,
  CorrectedRelease,
  KnownTakenBack,
  Lifted,
  MarkedOpen,
  MaskedPicture,
  MovedRelease,
  NamedOrder,
  PlannedRelease,
  SaidKnown,
  WithdrawnPicture,
} from "./domain/media.ts";
import { Problem } from "./domain/problem.ts";
import { commandOf, parsed, textOf, wholeOf } from "./form.server.ts";
import type { Acting } from "./services/house.server.ts";
import { liftBlackout, markOpen, sayKnown, takeKnownBack } from "./services/media-cases.server.ts";
import { clearPicture, maskPicture, withdrawPicture } from "./services/media-pictures.server.ts";
import {
  cancelRelease,
  correctRelease,
  moveRelease,
  orderNames,
  planRelease,
} from "./services/media-releases.server.ts";

/** An act at the media desk, by the name of its form. */
export async function actAtDesk(acting: Acting, form: FormData, intent: string) {
  await ofReleases(acting, form, intent);
  return { done: intent };
}

const listOf = (form: FormData, name: string) => form.getAll(name).filter((value) => typeof value === "string");

async function ofReleases(acting: Acting, form: FormData, intent: string): Promise<unknown> {
  const said = (name: string) => textOf(form, name);
  const release = said("release");
  const minute = { day: said("day"), time: said("time") };
  switch (intent) {
    case "plan_release": {
      const told = { id: release, title: said("title"), words: said("words"), pictures: listOf(form, "pictures[]") };
      return planRelease(
        acting,
        commandOf(form, parsed(PlannedRelease, { ...told, ...minute, edition: editionOf(form) })),
      );
    }
    case "move_release":
      return moveRelease(acting, commandOf(form, parsed(MovedRelease, { release, ...minute })));
    case "cancel_release":
      return cancelRelease(acting, commandOf(form, parsed(CancelledRelease, { release, why: said("why") })));
    case "order_names":
      return orderNames(acting, commandOf(form, parsed(NamedOrder, { release, names: listOf(form, "names[]") })));
    case "correct_release": {
      const told = { release, kind: said("kind"), words: said("words") };
      return correctRelease(acting, commandOf(form, parsed(CorrectedRelease, told)));
    }
    default:
      return ofCases(acting, form, intent);
  }
}

/** What was chosen of a list: a report and its version. */
function editionOf(form: FormData) {
  const [report, number] = textOf(form, "edition").split(" ");
  return report ? { report, number: Number(number) } : null;
}

async function ofCases(acting: Acting, form: FormData, intent: string): Promise<unknown> {
  const said = (name: string) => textOf(form, name);
  switch (intent) {
    case "mark_open": {
      const until = said("untilDay") === "" ? null : { day: said("untilDay"), time: said("untilTime") || "23:59" };
      const told = { seizure: said("case"), kind: said("kind"), reason: said("reason"), until };
      return markOpen(acting, commandOf(form, parsed(MarkedOpen, told)));
    }
    case "lift":
      return liftBlackout(acting, commandOf(form, parsed(Lifted, { blackout: said("blackout") })));
    case "say_known": {
      const told = { seizure: said("case"), outlet: said("outlet"), source: said("source"), day: said("day") };
      return sayKnown(acting, commandOf(form, parsed(SaidKnown, told)));
    }
    case "take_known_back":
      return takeKnownBack(acting, commandOf(form, parsed(KnownTakenBack, { known: said("known") })));
    default:
      return ofPictures(acting, form, intent);
  }
}

async function ofPictures(acting: Acting, form: FormData, intent: string): Promise<unknown> {
  const said = (name: string) => textOf(form, name);
  const picture = said("picture");
  switch (intent) {
    case "mask_picture": {
      const told = { id: picture, attachment: said("attachment"), caption: said("caption"), masks: masksOf(form) };
      return maskPicture(acting, commandOf(form, parsed(MaskedPicture, told)));
    }
    case "clear_picture": {
      const told = { picture, looked: said("looked") === "yes", note: said("note") };
      return clearPicture(acting, commandOf(form, parsed(ClearedPicture, told)));
    }
    case "withdraw_picture":
      return withdrawPicture(acting, commandOf(form, parsed(WithdrawnPicture, { picture })));
    default:
      throw new Problem("invalid", "form.invalid");
  }
}

/** A mask is five fields in a row of each list. */
function masksOf(form: FormData) {
  const kinds = listOf(form, "mask_kind[]");
  const numbers = ["x", "y", "width", "height"].map((name) => [name, listOf(form, `mask_${name}[]`)] as const);
  return kinds.map((kind, at) => ({
    kind,
    ...Object.fromEntries(numbers.map(([name, values]) => [name, wholeIn(values[at] ?? "")])),
  }));
}

function wholeIn(typed: string): number {
  const one = new FormData();
  one.set("n", typed);
  return wholeOf(one, "n");
}
