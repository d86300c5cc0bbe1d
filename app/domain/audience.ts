import type { Question } from "./checks.ts";
import type { Id } from "./id.ts";
import type { Role } from "./member.ts";
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
  /** Those of it to whom a case can be addressed by name. */
  people: readonly NamedPerson[];
};

export type NamedPerson = { memberId: Id; name: string; role: Role };

/** Roles in which somebody can be named as a reader: those that read facts, without which a case cannot be opened. */
export const NAMEABLE: readonly Role[] = ["lead", "ocu", "ncp", "analyst", "partner"];

/** What was chosen in words of a form; names of the kinds that were not chosen are no part of it. */
export function audienceOf(kind: string, agencies: readonly Id[], members: readonly Id[]): AudienceInput {
  if (kind === "agencies") return { kind, agencies: [...agencies] };
  return kind === "members" ? { kind, members: [...members] } : { kind: "all" };
}

/**
 * Agencies that will be able to read a case beside the owner and the coordination unit; where persons are named, those
 * of them alone.
 */
export function readersFor(audience: AudienceInput, participants: readonly Participant[], owner: Id): Participant[] {
  const chosen = (participant: Participant) => {
    if (audience.kind === "all") return participant.readsAll;
    if (audience.kind === "agencies") return audience.agencies.includes(participant.agencyId);
    return participant.people.some(({ memberId }) => audience.members.includes(memberId));
  };
  return participants.filter((participant) => participant.agencyId !== owner && chosen(participant));
}

/** Participants who read, each with the persons of it who were named; without persons where it was named as a whole. */
export function namedAmong(audience: AudienceInput, readers: readonly Participant[]): Participant[] {
  const named = new Set(audience.kind === "members" ? audience.members : []);
  return readers.map((reader) => ({ ...reader, people: reader.people.filter(({ memberId }) => named.has(memberId)) }));
}

/** How many countries and organisations that is; the owner's own counts among them. */
export function administrationsOf(readers: readonly Participant[], own: Id): number {
  return new Set([own, ...readers.map((reader) => reader.administrationId)]).size;
}

/** Whom an agency usually lets read its cases. */
export type UsualAudience = AudienceInput;

/** One released case of the agency: to whom it was addressed. */
export type PastAudience = { kind: string; readers: readonly Id[] };

/** A habit is the list that most of the last twenty cases went to, the newest among equals; below three there is none. */
export const HABIT_OVER = 20;
const HABIT_FROM = 3;

export function usualAudience(newestFirst: readonly PastAudience[]): UsualAudience | null {
  const recent = newestFirst.slice(0, HABIT_OVER);
  if (recent.length < HABIT_FROM) return null;
  const lists = recent.map(({ kind, readers }) =>
    kind === "all" ? "all" : `${kind} ${[...readers].sort().join(" ")}`,
  );
  const times = (list: string) => lists.filter((other) => other === list).length;
  const most = lists.reduce((best, list) => (times(list) > times(best) ? list : best));
  const [kind, ...readers] = most.split(" ").filter((part) => part !== "");
  if (kind === "all") return { kind };
  return kind === "members" ? { kind, members: readers } : { kind: "agencies", agencies: readers };
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
  if (usual === null || usual.kind === "all") return [];
  const expected = readersFor(usual, participants, owner);
  const beyond = readers.filter((reader) => !expected.includes(reader));
  if (beyond.length === 0) return [];
  const values = { n: beyond.length, usual: expected.length, names: namesOf(beyond) };
  const [field, ids] = usual.kind === "agencies" ? ["agencies", usual.agencies] : ["members", usual.members];
  const asUsual = { key: "as_usual", change: { field: `audience.${field}`, value: ids.join(" ") } };
  return [{ check: "audience_habit", field: "audience.kind", values, answers: [asUsual, ...answers] }];
}

const NAMED = 6;

function namesOf(readers: readonly Participant[]): string {
  const names = [...new Set(readers.map((reader) => reader.agencyName))];
  return names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " …" : "");
}
