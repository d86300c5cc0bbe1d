import { daysBetween, type LocalDate, localDateIn } from "#app/domain/local-date.ts";
import { withConnection } from "#db/connect-once.ts";
import { Refusal } from "#db/refusal.ts";
import { exerciseDay } from "#seeds/exercise.server.ts";
import { seedId } from "#seeds/seed-id.ts";
import type { SeedRelease } from "#seeds/seed-plan.ts";

export const EXERCISE = seedId("operation", "EXERCISE");

/** A day of the exercise, as far as it is not in the product yet. */
export interface Day {
  number: number;
  today: LocalDate;
  releases: SeedRelease[];
}

const LONGEST_LOOK = 60;

/** As many as are worth watching at once. */
const SEVERAL = 3;

/** The next day, from today on, on which several administrations have something to tell; `wanted` names another one. */
export async function dayToPlay(ownerUrl: string, wanted: number | undefined, now = new Date()): Promise<Day> {
  const { startsOn, zone, known } = await exerciseSoFar(ownerUrl);
  const today = localDateIn(zone, now);
  const first = wanted ?? daysBetween(startsOn, today) + 1;
  const last = wanted ?? first + LONGEST_LOOK;
  const days: Day[] = [];
  for (let number = first; number <= last; number++) {
    const releases = exerciseDay(startsOn, number).filter(({ input }) => !known.has(input.id));
    if (releases.length > 0) days.push({ number, today, releases });
  }
  const day = days.find(({ releases }) => new Set(releases.map(({ agencyId }) => agencyId)).size >= SEVERAL) ?? days[0];
  if (day) return day;
  throw new Refusal(`Day ${first} of the exercise is told already: name another one with --day.`);
}

async function exerciseSoFar(ownerUrl: string): Promise<{ startsOn: LocalDate; zone: string; known: Set<string> }> {
  return withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    const [plan] = await sql<{ startsOn: LocalDate; zone: string }[]>`
      select starts_on::text as "startsOn", zone from operation_plans
      where operation_id = ${EXERCISE} and ended_by is null`;
    if (!plan)
      throw new Refusal("There is no exercise in this installation: npm run seed makes one in an empty database.");
    const rows = await sql<{ id: string }[]>`select id from seizure_reports where operation_id = ${EXERCISE}`;
    return { ...plan, known: new Set(rows.map(({ id }) => id)) };
  });
}
