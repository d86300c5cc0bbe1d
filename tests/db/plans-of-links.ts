import { MOST_SHARING } from "#app/domain/case-links/rule.ts";
import type { Tx } from "#db/client.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { casesNumbered, cluesAround, linkAnswers, linkedDays, linkedParts } from "#db/queries/case-links.server.ts";
import type { World } from "#tests/support/world.ts";

/** Every seizure has a way and a flight that many share, and a mark that four do; every hundredth was answered about. */
export async function link({ owner, operationId }: World): Promise<void> {
  await owner`
    insert into seizure_clues (operation_id, seizure_id, tier, kind, value)
    select s.operation_id, s.id, c.tier, c.kind, c.value
    from (select operation_id, id, row_number() over (order by id) as n from seizures
      where operation_id = ${operationId} and ended_by is null) s
    cross join lateral (values
      ('A', 'way', 'concealment_place:luggage F2.raw_ivory NG>VN' || s.n % 30),
      ('B', 'transport', 'vn' || s.n % 500),
      ('B', 'mark', 'mark' || s.n / 4)) as c(tier, kind, value)`;
  await owner`
    insert into case_links (operation_id, one, other, version, answer, reasons, author_id, command_id)
    select s.operation_id, s.id, s.later, v.version, 'apart', '{}', s.author_id, gen_random_uuid()
    from (select operation_id, id, author_id, lead(id) over (order by id) as later, row_number() over (order by id) as n
      from seizures where operation_id = ${operationId} and ended_by is null) s
    cross join generate_series(1, 2) as v(version) where s.n % 100 = 1 and s.later is not null`;
  await owner`analyze seizure_clues, case_links`;
}

const ids = (from: number) => Array.from({ length: 160 }, (_, at) => numbered(from + at));

export const OF_LINKS = {
  "what a case has in common with others": (tx: Tx, { operationId }: Membership) =>
    cluesAround(tx, operationId, numbered(41), MOST_SHARING),
  "what is put beside each other of two hundred cases": async (tx: Tx, { operationId }: Membership) => {
    await linkedParts(tx, operationId, ids(1_000));
    await linkedDays(tx, operationId, ids(1_000));
  },
  "what was said of a case": (tx: Tx, { operationId }: Membership) => linkAnswers(tx, operationId, numbered(101)),
};

/** The cases are numbered from one on. */
function numbered(at: number): string {
  return `0190a000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`;
}

/** One that somebody links by its number. */
export const numberedCase = (tx: Tx, { operationId }: Membership) => casesNumbered(tx, operationId, "case/000041");
