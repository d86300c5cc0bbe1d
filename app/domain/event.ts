import { z } from "zod";
import { Id } from "./id.ts";
import { LocalDate } from "./local-date.ts";
import { OPERATION_STATES } from "./operation.ts";
import { REMINDERS } from "./tally/reminder.ts";
import { RHYTHMS } from "./tally/rhythm.ts";

/**
 * The closed list of what can happen, each with its present version. Bodies hold codes, ids and parameters: never
 * sentences, labels or tier C. Stored bytes never change; an older version is read through its upcaster below.
 */
export const EVENT_BODIES = {
  "operation.opened": z.object({ code: z.string() }),
  "operation.planned": z.object({ version: z.number().int() }),
  "operation.moved": z.object({ from: z.enum(OPERATION_STATES), to: z.enum(OPERATION_STATES) }),
  "operation.boundaries_approved": z.object({ profile: z.string() }),
  "agency.invited": z.object({ agency: Id }),
  "agency.left": z.object({ agency: Id }),
  "agency.steps_set": z.object({ agency: Id, steps: z.number().int() }),
  "member.added": z.object({ member: Id, agency: Id, role: z.string() }),
  "member.changed": z.object({ member: Id, role: z.string(), state: z.string() }),
  "report.saved": z.object({ seizure: Id, version: z.number().int() }),
  "report.submitted": z.object({ seizure: Id, step: z.number().int(), steps: z.number().int() }),
  /** Entered for a post, confirmed by it, or said to be wrong: who said what of it is no part of the event. */
  "report.entered": z.object({ seizure: Id }),
  "report.confirmed": z.object({ seizure: Id }),
  "report.objected": z.object({ seizure: Id }),
  "report.cleared": z.object({ seizure: Id, step: z.number().int(), steps: z.number().int() }),
  "report.returned": z.object({ seizure: Id }),
  "report.put_on_hold": z.object({ seizure: Id }),
  "report.taken_up": z.object({ seizure: Id }),
  "report.released": z.object({ seizure: Id }),
  "seizure.released": z.object({ seizure: Id, revision: z.number().int() }),
  "seizure.amended": z.object({ seizure: Id, revision: z.number().int(), kind: z.string() }),
  "seizure.verified": z.object({ seizure: Id, revision: z.number().int() }),
  "seizure.withdrawn": z.object({ seizure: Id }),
  /** How many lost it is said in its owner's stream alone. */
  "seizure.narrowed": z.object({ seizure: Id, lost: z.number().int().optional() }),
  /** Bodies and keys of what was told of it before are destroyed; its owner alone hears of what nobody else counted. */
  "seizure.erased": z.object({ seizure: Id }),
  "seizure.held": z.object({ seizure: Id }),
  "seizure.unheld": z.object({ seizure: Id, revision: z.number().int() }),
  "seizure.merged": z.object({ seizure: Id, revision: z.number().int(), into: Id }),
  "seizure.unmerged": z.object({ seizure: Id, revision: z.number().int(), from: Id }),
  /** It became part of a joint case, or another one stands for it in that; `joint` is the seizure that does. */
  "seizure.joined": z.object({ seizure: Id, revision: z.number().int(), joint: Id }),
  /** The plan was changed, and by it the record lies inside the window or outside, or came late, otherwise than before. */
  "seizure.judged": z.object({ seizure: Id, revision: z.number().int() }),
  "seizure.parted": z.object({ seizure: Id, revision: z.number().int() }),
  "duplicate.proposed": z.object({ duplicate: Id }),
  "duplicate.told_apart": z.object({ duplicate: Id }),
  "duplicate.agreed": z.object({ duplicate: Id, agency: Id }),
  "duplicate.closed": z.object({ duplicate: Id, state: z.enum(["refused", "undone", "merged", "joined"]) }),
  /** Somebody said whether two cases belong together: by the command alone, which no case can be told from. */
  "link.answered": z.object({ link: Id }),
  /** A photo or document came to a record or was taken from it: told to its owner. */
  "attachment.added": z.object({ seizure: Id, attachment: Id }),
  "attachment.removed": z.object({ seizure: Id, attachment: Id }),
  /**
   * Something beside its facts came to a released case, was taken from it, or was corrected: told to those who read the
   * case, and of what is for its owner alone to the owner. It is not called a seizure's: who counts that has nothing to count anew.
   */
  "case.touched": z.object({ case: Id, own: z.boolean() }),
  /** A summary of its narrative was written, corrected or taken back: in which language and by whom is no part of it. */
  "summary.written": z.object({ seizure: Id }),
  /** What courts or laboratories said of it was told, corrected or taken back: what that was is no part of it. */
  "outcome.told": z.object({ seizure: Id }),
  /** A view that all who read facts may open was shared, changed or taken back. */
  "view.shared": z.object({ view: Id }),
  "view.changed": z.object({ view: Id }),
  "view.withdrawn": z.object({ view: Id }),
  /** What stands in a report on the operation, or in which state it is: read anew by those who may. */
  "operation_report.changed": z.object({ report: Id }),
  "operation_report.published": z.object({ report: Id, edition: z.number().int() }),
  /** An erratum came to a published version, or was withdrawn. */
  "operation_report.corrected": z.object({ report: Id, edition: z.number().int() }),
  /** Something at the media desk is another: read anew by those who may. Of which release, where it was the clock. */
  "media.changed": z.object({ release: Id.optional() }),
  "media.released": z.object({ release: Id }),
  /** Cases came to fit a view that somebody watches: told to that member alone. */
  "view.noticed": z.object({ member: Id }),
  /** A dashboard was shared, changed or taken back, as with views. */
  "dashboard.shared": z.object({ dashboard: Id }),
  "dashboard.changed": z.object({ dashboard: Id }),
  "dashboard.withdrawn": z.object({ dashboard: Id }),
  /** A screen for everybody in a room was started or ended. */
  "wall.started": z.object({ wall: Id }),
  "wall.ended": z.object({ wall: Id }),
  "question.asked": z.object({ seizure: Id, question: Id }),
  "question.answered": z.object({ seizure: Id, question: Id }),
  "tally.promised": z.object({ agency: Id, rhythm: z.enum(RHYTHMS) }),
  "tally.posted": z.object({ agency: Id, day: LocalDate, version: z.number().int() }),
  "tally.asked": z.object({ agency: Id, day: LocalDate }),
  "tally.reminded": z.object({ agency: Id, day: LocalDate, kind: z.enum(REMINDERS) }),
  "tally.questioned": z.object({ agency: Id, day: LocalDate, question: Id }),
  "tally.settled": z.object({ agency: Id, day: LocalDate, question: Id }),
  "watch.rostered": z.object({ agency: Id, shift: Id }),
  "watch.struck": z.object({ agency: Id, shift: Id }),
  "watch.noted": z.object({ agency: Id, entry: Id }),
  "watch.signed": z.object({ agency: Id, handover: Id }),
  "watch.accepted": z.object({ agency: Id, handover: Id }),
  "watch.taken_back": z.object({ agency: Id, handover: Id }),
} as const;

export type EventType = keyof typeof EVENT_BODIES;
export type EventBody<T extends EventType> = z.infer<(typeof EVENT_BODIES)[T]>;

/** Present version of each type; all began with 1. */
export const EVENT_VERSIONS: Record<EventType, number> = Object.fromEntries(
  Object.keys(EVENT_BODIES).map((type) => [type, 1]),
) as Record<EventType, number>;

type Upcaster = (body: unknown) => unknown;

/** type → version → step to the next version. A body of version 1 passes every step up to the present. */
export const UPCASTERS: Partial<Record<EventType, Record<number, Upcaster>>> = {};

export function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_BODIES, type);
}

/** Reads stored bytes of any past version as the present one. Throws on a body that never was of that type. */
export function readEventBody<T extends EventType>(
  type: T,
  version: number,
  stored: string,
  upcasters: typeof UPCASTERS = UPCASTERS,
): EventBody<T> {
  let body: unknown = JSON.parse(stored);
  for (let at = version; at < EVENT_VERSIONS[type]; at++) {
    const step = upcasters[type]?.[at];
    if (!step) throw new Error(`no upcaster for ${type} version ${at}`);
    body = step(body);
  }
  return EVENT_BODIES[type].parse(body) as EventBody<T>;
}

/** Which kind of stream carries it; a change may be noted in several. */
export const STREAM_KINDS = ["operation", "notices", "unit", "desk", "watch"] as const;
export type StreamKind = (typeof STREAM_KINDS)[number];
