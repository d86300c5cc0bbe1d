import { z } from "zod";
import type { Id } from "./id.ts";
import type { LocalDate } from "./local-date.ts";
import type { AgencyReading } from "./reading.ts";
import type { Order } from "./seizure-form/amend.ts";
import { RequiredText, Text } from "./text.ts";

/** Why something is erased, for all who counted it; on whose word, for the owner alone. */
export const ErasingPart = z.object({
  reason: RequiredText(1000, "erase.reason.missing"),
  reference: RequiredText(120, "erase.order.missing"),
  approver: Text(120),
});

/** What is left of an erased record, as far as its reader may know it. */
export type Erased = {
  seizure: Id;
  /** Empty for a report that was never released. */
  messageNo: string;
  agencyId: Id;
  at: string;
  reason: string;
  /** Deadlines whose sums counted it. */
  frozenDays: readonly LocalDate[];
  /** For its owner alone: versions of reports that count it; those that the reader may not open have no title. */
  frozenVersions: readonly { report: Id; number: number; title: string | null }[];
  /** For its owner alone: on whose word, by whom, and who had it open. */
  order: Order | null;
  by: string | null;
  readings: readonly AgencyReading[] | null;
};

/** By what a record may be named when somebody confirms that it is to be erased: its numbers, or the end of its id. */
export function namesToType(id: Id, numbers: readonly string[]): string[] {
  const known = numbers.filter((number) => number.trim() !== "");
  return known.length > 0 ? known : [id.slice(-8)];
}

export function isNamed(names: readonly string[], typed: string): boolean {
  const plain = (text: string) => text.normalize("NFC").trim().toLowerCase();
  return names.some((name) => plain(name) === plain(typed));
}
