import type { Question } from "./checks.ts";
import type { Id } from "./id.ts";
import type { AudienceInput, SeizureInput } from "./seizure.ts";

/** An agency that takes part, as far as reading goes. */
export type Participant = {
  agencyId: Id;
  agencyName: string;
  administrationId: Id;
  /** The name that the plan lists. */
  officialName: string;
  /** Partners and observers take part without reading what is addressed to all. */
  readsAll: boolean;
  /** It has a coordination unit's member: that unit reads every shared case. */
  coordinates: boolean;
};

/** Agencies that will be able to read a case beside the owner and the coordination unit, by name. */
export function readersFor(audience: AudienceInput, participants: readonly Participant[], owner: Id): Participant[] {
  const chosen = (participant: Participant) =>
    audience.kind === "all" ? participant.readsAll : audience.agencies.includes(participant.agencyId);
  return participants.filter((participant) => participant.agencyId !== owner && chosen(participant));
}

/** How many countries and organisations that is; the owner's own counts among them. */
export function administrationsOf(readers: readonly Participant[], own: Id): number {
  return new Set([own, ...readers.map((reader) => reader.administrationId)]).size;
}

/** Whom an agency usually lets read its cases. */
export type UsualAudience = AudienceInput;

/** One released case of the agency: to whom it was addressed. */
export type PastAudience = { kind: string; agencies: readonly Id[] };

/** A habit is the list that most of the last twenty cases went to, the newest among equals; below three there is none. */
export const HABIT_OVER = 20;
const HABIT_FROM = 3;

export function usualAudience(newestFirst: readonly PastAudience[]): UsualAudience | null {
  const recent = newestFirst.slice(0, HABIT_OVER);
  if (recent.length < HABIT_FROM) return null;
  const lists = recent.map(({ kind, agencies }) => (kind === "all" ? "all" : [...agencies].sort().join(" ")));
  const times = (list: string) => lists.filter((other) => other === list).length;
  const most = lists.reduce((best, list) => (times(list) > times(best) ? list : best));
  if (most === "all") return { kind: "all" };
  return { kind: "agencies", agencies: most === "" ? [] : most.split(" ") };
}

/** Codes of handling that forbid passing on without the giver's leave: 'all participants' is then worth a question. */
const NOT_FOR_ALL = ["H2", "H3"];

type Sharing = Pick<SeizureInput, "handling" | "audience">;
type Among = { participants: readonly Participant[]; owner: Id; usual: UsualAudience | null };

/** Asks when a report would reach more readers than its handling suggests, or than the agency's reports usually do. */
export function audienceQuestions({ handling, audience }: Sharing, { participants, owner, usual }: Among): Question[] {
  const readers = readersFor(audience, participants, owner);
  const answers: Question["answers"] = [{ key: "as_it_is", change: null }];
  if (audience.kind === "all" && NOT_FOR_ALL.includes(handling)) {
    const narrow = { key: "name_agencies", change: { field: "audience.kind", value: "agencies" } };
    const values = { handling, n: readers.length };
    return [{ check: "audience_handling", field: "audience.kind", values, answers: [narrow, ...answers] }];
  }
  const beyond = beyondUsual(readers, usual);
  if (beyond.length === 0 || !usual || usual.kind === "all") return [];
  const values = { n: beyond.length, usual: usual.agencies.length, names: namesOf(beyond) };
  const asUsual = { key: "as_usual", change: { field: "audience.agencies", value: usual.agencies.join(" ") } };
  return [{ check: "audience_habit", field: "audience.kind", values, answers: [asUsual, ...answers] }];
}

/** Those who would read it and usually do not. Where the habit is 'all', nobody is. */
function beyondUsual(readers: readonly Participant[], usual: UsualAudience | null): Participant[] {
  if (usual === null || usual.kind === "all") return [];
  return readers.filter((reader) => !usual.agencies.includes(reader.agencyId));
}

const NAMED = 6;

function namesOf(readers: readonly Participant[]): string {
  const names = [...new Set(readers.map((reader) => reader.agencyName))];
  return names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " …" : "");
}
