import type { Id } from "#app/domain/id.ts";
import type { LoggedDetail, MediaAct, MediaHindrance, OpenKind, ReleaseState } from "#app/domain/media.ts";

/** What clocks show at one minute, and in which countries. */
export type ClockLine = { day: string; time: string; codes: string[] };

export type PictureLine = {
  id: Id;
  caption: string;
  width: number;
  height: number;
  masks: number;
  at: string;
  /** Where the reader may know which case it is of. */
  caseNo: string | null;
  cleared: { name: string; at: string; note: string } | null;
  withdrawn: boolean;
};

/** A mark that something about a case is open, for those who may know which. */
export type MarkLine = {
  id: Id;
  caseNo: string;
  kind: OpenKind;
  reason: string;
  until: string | null;
  at: string;
  own: boolean;
};

export type KnownLine = { id: Id; caseNo: string; outlet: string; source: string; day: string; own: boolean };

export type CorrectionLine = { id: Id; kind: "correction" | "retraction"; words: string; at: string };

export type ReleaseLine = {
  id: Id;
  title: string;
  words: string;
  state: ReleaseState;
  releaseAt: string;
  releasedAt: string | null;
  /** Its minute came, and this was in the way. */
  waitsFor: MediaHindrance | null;
  why: string;
  report: { id: Id; number: number; title: string } | null;
  /** Administrations without a report, as a number alone. */
  silent: number | null;
  pictures: PictureLine[];
  names: string[] | null;
  clocks: ClockLine[];
  corrections: CorrectionLine[];
  /** For those who run the desk: what is in the way now. */
  way: { hindrance: MediaHindrance | null; openCases: number; marks: MarkLine[] } | null;
  known: KnownLine[];
};

export type LogLine = { id: Id; at: string; act: MediaAct; by: string; agency: string; detail: LoggedDetail };

/** An own case that somebody asked for, and what of its photos may be masked. */
export type OwnCase = { seizure: Id; caseNo: string; photos: Id[] };

export type MaskedPhoto = { attachment: Id; caseNo: string; width: number; height: number };

export type MediaPageData = {
  mayRelease: boolean;
  runs: boolean;
  speaks: boolean;
  outside: boolean;
  zone: string;
  today: string;
  releases: ReleaseLine[];
  /** What may go into a release. */
  editions: { report: Id; number: number; title: string; published: boolean }[];
  ready: PictureLine[];
  marks: MarkLine[];
  known: KnownLine[];
  pictures: PictureLine[];
  asked: string;
  ownCase: OwnCase | null;
  photo: MaskedPhoto | null;
  log: LogLine[];
  /** Codes of the countries that take part. */
  codes: string[];
  fresh: Id;
  command: string;
};
