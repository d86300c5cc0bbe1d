import { z } from "zod";
import { Id } from "./id.ts";
import { LocalDate } from "./local-date.ts";
import { RequiredText, Text } from "./text.ts";

export const RELEASE_STATES = ["embargoed", "released", "cancelled"] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** Why a release waits: something about one of its cases is open, its report is not published, a picture is not cleared. */
export const MEDIA_HINDRANCES = ["black", "unpublished", "picture"] as const;
export type MediaHindrance = (typeof MEDIA_HINDRANCES)[number];

/** What is going on that the press would spoil. */
export const OPEN_KINDS = ["arrest", "delivery", "other"] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

export const MASK_KINDS = ["face", "plate", "badge", "other"] as const;

/** What the log says of an act beside who, when and what about. Never of a case. */
export type LoggedDetail = {
  title?: string;
  from?: string;
  to?: string;
  why?: string;
  masks?: number;
  sha256?: string;
};

export const MEDIA_ACTS = [
  "release.planned",
  "release.moved",
  "release.named",
  "release.cancelled",
  "release.waits",
  "release.out",
  "release.correction",
  "release.retraction",
  "picture.proposed",
  "picture.cleared",
  "picture.withdrawn",
  "picture.gone",
  "open.marked",
  "open.lifted",
  "known.said",
  "known.taken_back",
] as const;
export type MediaAct = (typeof MEDIA_ACTS)[number];

/** A rectangle in points of the picture as it is shown. */
export const Mask = z.object({
  kind: z.enum(MASK_KINDS),
  x: z.number().int().min(0).max(20_000),
  y: z.number().int().min(0).max(20_000),
  width: z.number().int().min(4, "media.mask.small").max(20_000),
  height: z.number().int().min(4, "media.mask.small").max(20_000),
});
export type Mask = z.infer<typeof Mask>;

export const MOST_MASKS = 60;
export const MOST_PICTURES = 20;

const Time = z.string("date.missing").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "media.time.malformed");
const Reason = RequiredText(1000, "media.reason.missing");

/** By the clock of the operation's zone. */
const Minute = { day: LocalDate, time: Time };

export const PlannedRelease = z
  .object({
    id: Id,
    title: RequiredText(160, "media.title.missing"),
    words: Text(8000),
    edition: z.object({ report: Id, number: z.number().int().min(1) }).nullable(),
    pictures: z.array(Id).max(MOST_PICTURES, "media.pictures.many"),
    ...Minute,
  })
  .refine(({ words, edition, pictures }) => words !== "" || edition !== null || pictures.length > 0, {
    message: "media.words.missing",
    path: ["words"],
  });
export type PlannedRelease = z.infer<typeof PlannedRelease>;

export const MovedRelease = z.object({ release: Id, ...Minute });
export type MovedRelease = z.infer<typeof MovedRelease>;

export const CancelledRelease = z.object({ release: Id, why: Reason });
export type CancelledRelease = z.infer<typeof CancelledRelease>;

export const CorrectedRelease = z.object({
  release: Id,
  kind: z.enum(["correction", "retraction"]),
  words: RequiredText(2000, "media.correction.missing"),
});
export type CorrectedRelease = z.infer<typeof CorrectedRelease>;

/** Codes in their order; none: alphabetically. */
export const NamedOrder = z.object({ release: Id, names: z.array(z.string().min(1).max(20)).max(300) });
export type NamedOrder = z.infer<typeof NamedOrder>;

/** The number of an own case, as it is written. */
const CaseNo = RequiredText(60, "media.case.missing").transform((no) => no.toUpperCase());

export const MarkedOpen = z.object({
  seizure: CaseNo,
  kind: z.enum(OPEN_KINDS),
  reason: Reason,
  until: z.object(Minute).nullable(),
});
export type MarkedOpen = z.infer<typeof MarkedOpen>;

export const Lifted = z.object({ blackout: Id });
export type Lifted = z.infer<typeof Lifted>;

export const SaidKnown = z.object({
  seizure: CaseNo,
  outlet: RequiredText(160, "media.outlet.missing"),
  source: Text(600),
  day: LocalDate,
});
export type SaidKnown = z.infer<typeof SaidKnown>;

export const KnownTakenBack = z.object({ known: Id });
export type KnownTakenBack = z.infer<typeof KnownTakenBack>;

export const MaskedPicture = z.object({
  id: Id,
  attachment: Id,
  caption: RequiredText(300, "media.caption.missing"),
  masks: z.array(Mask).max(MOST_MASKS, "media.masks.many"),
});
export type MaskedPicture = z.infer<typeof MaskedPicture>;

/** `looked`: nothing else points at a person. */
export const ClearedPicture = z.object({
  picture: Id,
  looked: z.literal(true, "media.looked.missing"),
  note: Text(1000),
});
export type ClearedPicture = z.infer<typeof ClearedPicture>;

export const WithdrawnPicture = z.object({ picture: Id });
export type WithdrawnPicture = z.infer<typeof WithdrawnPicture>;

/** Codes of administrations as they are named: those that leads have put in an order, then whoever else takes part. */
export function inNamedOrder(codes: readonly string[], names: readonly string[] | null): string[] {
  const first = (names ?? []).filter((code) => codes.includes(code));
  return [...first, ...codes.filter((code) => !first.includes(code))];
}
