import { DrizzleQueryError } from "drizzle-orm";
import { Problem } from "../domain/problem.ts";

type Refusal = { code: string; constraint: string };

const FIELD_OF_CONSTRAINT: [RegExp, string, string][] = [
  [/^seizures_case_no/, "nationalCaseNo", "case_no.duplicate"],
  [/event_kind/, "eventKind", "code.unknown"],
  [/geo_precision/, "place.precision", "code.unknown"],
  [/place_kind/, "placeKind", "code.unknown"],
  [/direction/, "direction", "code.unknown"],
  [/mode_list/, "mode", "code.unknown"],
  [/commodity/, "items", "commodity.unknown"],
  [/seizure_fact_codes.*list_code/, "codes", "code.unknown"],
  [/place_id/, "place.placeId", "place.unknown"],
  [/^operations_code/, "code", "operation.code.taken"],
  [/^administrations_code/, "code", "administration.code.taken"],
  [/^agencies_code/, "code", "agency.code.taken"],
  [/^agency_units_name/, "name", "unit.name.taken"],
  [/^persons_email/, "email", "person.email.taken"],
  [/^members_person/, "email", "member.already"],
];

function refusalOf(thrown: unknown): Refusal | null {
  const cause = thrown instanceof DrizzleQueryError ? thrown.cause : thrown;
  if (!(cause instanceof Error) || !("code" in cause) || typeof cause.code !== "string") return null;
  const constraint =
    "constraint_name" in cause && typeof cause.constraint_name === "string" ? cause.constraint_name : "";
  return { code: cause.code, constraint };
}

const UNIQUE = "23505";
/** An id of nothing that is there; a value outside of what its column takes; more than a row can hold. */
const IMPOSSIBLE = /^(23503|23514|22...|54000)$/;

/**
 * What only PostgreSQL can know, as a refusal in the reader's words: a case number that is taken, a code that no list
 * has, an id that belongs to somebody else, a text that no column holds. Null where it is no fault of the input.
 */
export function inputProblemOf(thrown: unknown): Problem | null {
  const refusal = refusalOf(thrown);
  if (!refusal || (refusal.code !== UNIQUE && !IMPOSSIBLE.test(refusal.code))) return null;
  const found = FIELD_OF_CONSTRAINT.find(([pattern]) => pattern.test(refusal.constraint));
  if (found) return new Problem("invalid", "body.invalid", {}, { fields: { [found[1]]: [found[2]] } });
  return refusal.code === UNIQUE ? new Problem("conflict", "command.reused") : new Problem("invalid", "body.invalid");
}
