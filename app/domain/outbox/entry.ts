import { z } from "zod";
import { ATTACHMENT_AUDIENCES, ATTACHMENT_KINDS, PhotoReduced } from "../attachment.ts";
import { Id } from "../id.ts";
import { LocalDate } from "../local-date.ts";

/** What can wait on a device: a report, a day's tally, a photo or document of a report. */
export const ENTRY_KINDS = ["report", "tally", "file"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * Where an entry stands. `held`: a file whose report is still being written. `asks`: the server has questions, or found
 * something wrong at a field. `conflict`: what it speaks of has changed meanwhile. `refused`: as a whole, for a reason.
 */
export const ENTRY_STATES = ["held", "waiting", "asks", "conflict", "refused"] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** What a device keeps of an entry without a key: nothing that tells what it is about beyond its record. */
export const OutboxEntry = z.object({
  id: Id,
  /** The person who wrote it; nobody else's session sends it. */
  owner: Id,
  operation: Id,
  kind: z.enum(ENTRY_KINDS),
  /** What it speaks of: entries of one subject go in the order in which they were written. */
  subject: z.string(),
  /** Its place in that order. */
  place: z.int(),
  state: z.enum(ENTRY_STATES),
  /** About how much has to go over the line. */
  bytes: z.int(),
  /** When it was written, by the clock of the device. */
  wroteAt: z.iso.datetime(),
  /** Counts how often its owner has changed it: an answer to an earlier edition says nothing about this one. */
  edition: z.int(),
  /** How often it was tried without an answer. */
  tries: z.int(),
  /** The whole photo behind a smaller copy: it goes when nothing else waits. */
  last: z.boolean().default(false),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;

const Fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** What is sent, exactly as it was typed, with the ids under which it is sent however often. */
export const OutboxContent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("report"),
    /** A new report, one that is inside its agency still, or a correction of a released one. */
    as: z.enum(["new", "draft", "amend"]),
    fields: Fields,
  }),
  z.object({
    kind: z.literal("tally"),
    agency: Id,
    day: LocalDate,
    pairs: z.array(z.tuple([z.string(), z.string()])),
  }),
  z.object({
    kind: z.literal("file"),
    record: Id,
    name: z.string(),
    type: z.string(),
    size: z.int(),
    as: z.enum(ATTACHMENT_KINDS),
    audience: z.enum(ATTACHMENT_AUDIENCES),
    /** Commands under which it is begun and finished. */
    begin: Id,
    finish: Id,
    /** It is a smaller copy: of this. */
    of: PhotoReduced.optional(),
  }),
]);
export type OutboxContent = z.infer<typeof OutboxContent>;

export const subjectOfReport = (record: Id) => `report ${record}`;
export const subjectOfTally = (agency: Id, day: LocalDate) => `tally ${agency} ${day}`;

/** What an entry speaks of. */
export function subjectOf(content: OutboxContent): string {
  if (content.kind === "tally") return subjectOfTally(content.agency, content.day);
  const { id } = content.kind === "report" ? content.fields : { id: content.record };
  return subjectOfReport(String(id));
}

/** Whether a tally speaks of one day alone, as the form does that opens it again. */
export function isOneDay(content: OutboxContent): content is Extract<OutboxContent, { kind: "tally" }> {
  if (content.kind !== "tally") return false;
  return content.pairs.every(([name]) => !/^tallies\.(?!0\.)/.test(name));
}
