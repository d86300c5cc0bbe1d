import { addDays, instantAt, type LocalDate, localDateIn } from "#app/domain/local-date.ts";
import type { OperationPlan } from "#app/domain/operation.ts";
import { afterwards } from "./exercise-after.ts";
import { EXERCISE_DAYS, type ExerciseCase, exerciseCases, waitingCases } from "./exercise-cases.server.ts";
import { laboratoryResult, questionsAbout, toldByAnother } from "./exercise-life.ts";
import { watchOfExercise } from "./exercise-watch.ts";
import { PROFILES } from "./exercise-world.ts";
import { seedId } from "./seed-id.ts";
import type { SeedOperation, SeedRelease, SeedWaiting } from "./seed-plan.ts";
import { ACCOUNT_AGENCIES, agencyOf, headquartersId, personId, seedMembers } from "./world.server.ts";

/** The exercise: invented, in the shape of the third joint operation, two thirds through today. */
const ZONE = "Asia/Ho_Chi_Minh";
/** Which day of the exercise today is. */
const TODAY_IS_DAY = 103;

/** All that was released up to now; what is still to come is told by `exerciseDay`. */
export function exerciseOperation(now: Date): SeedOperation {
  const startsOn = addDays(localDateIn(ZONE, now), 1 - TODAY_IS_DAY);
  const until = now.toISOString();
  const begin = beginOf(startsOn);
  const told = exerciseCases()
    .map((one) => releaseOf(one, startsOn, begin))
    .filter((one) => one.releasedAt <= until)
    .map((one) => asKnownAt(one, until));
  const releases = [...told, ...toldByAnother(told, now)].sort((left, right) =>
    left.releasedAt.localeCompare(right.releasedAt),
  );
  const correction = laboratoryResult(told, now);
  const agencies = new Set([...ACCOUNT_AGENCIES.filter((code) => code !== "HOST"), ...Object.keys(PROFILES)]);
  return {
    id: seedId("operation", "EXERCISE"),
    code: "EXERCISE",
    kind: "exercise",
    datesMovedDays: 0,
    plan: planOf(startsOn),
    openedBy: personId("lead.vn"),
    agencies: [...agencies].sort(),
    members: seedMembers("EXERCISE"),
    releases,
    waiting: waitingOf(localDateIn(ZONE, now)),
    corrections: correction === null ? [] : [correction],
    questions: questionsAbout(told, now),
    watch: watchOfExercise(ZONE, now),
    after: afterwards(releases, ZONE, now),
    tallies: "invented",
  };
}

/** What is released on one day of the exercise (the first is 1), in the order of release. */
export function exerciseDay(startsOn: LocalDate, day: number): SeedRelease[] {
  const begin = beginOf(startsOn);
  return exerciseCases()
    .filter((one) => Math.floor(one.released / DAY) === day - 1)
    .map((one) => releaseOf(one, startsOn, begin));
}

const DAY = 1440;

/** The zone of the exercise has no summer time: its days are all of the same length. */
const beginOf = (startsOn: LocalDate) => instantAt(ZONE, startsOn, "00:00").getTime();

function asKnownAt(release: SeedRelease, until: string): SeedRelease {
  const { verifiedAt, withdrawn } = release;
  return {
    ...release,
    verifiedAt: verifiedAt && verifiedAt <= until ? verifiedAt : null,
    withdrawn: withdrawn && withdrawn.at <= until ? withdrawn : null,
  };
}

function releaseOf(one: ExerciseCase, startsOn: LocalDate, begin: number): SeedRelease {
  const at = (minutes: number) => new Date(begin + minutes * 60_000).toISOString();
  return {
    agencyId: agencyOf(one.agency).id,
    unitId: headquartersId(one.agency),
    input: { ...one.input, occurredOn: addDays(startsOn, Math.floor(one.seized / DAY)) },
    clearedAt: at(one.cleared),
    releasedAt: at(one.released),
    verifiedAt: one.verified === null ? null : at(one.verified),
    withdrawn: one.withdrawn === null ? null : { at: at(one.withdrawn), reason: "Reported twice" },
  };
}

/** Officers and contact points by the administration whose they are. */
function waitingOf(today: LocalDate): SeedWaiting[] {
  return waitingCases().map(({ agency, daysAgo, input }, index) => {
    const country = agency.slice(0, 2).toLowerCase();
    return {
      officer: personId(`officer.${country}`),
      contact: personId(`ncp.${country}`),
      input: { ...input, occurredOn: addDays(today, -daysAgo) },
      onHold: index === 0 ? "Exercise: until the second parcel has arrived" : null,
    };
  });
}

function planOf(startsOn: LocalDate): OperationPlan {
  return {
    name: "Exercise: joint operation, invented",
    edition: "",
    objectives: "An invented exercise in the shape of a five-month joint operation. No record in it is real.",
    scope: ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "L1", "L3"],
    zone: ZONE,
    startsOn,
    endsOn: addDays(startsOn, EXERCISE_DAYS - 1),
    followUpEndsOn: addDays(startsOn, EXERCISE_DAYS + 29),
    debriefOn: addDays(startsOn, EXERCISE_DAYS + 59),
    cutOff: "18:00",
    lateLimitHours: 72,
    handling: "H0",
    tier: "B",
    joining: "from_start",
    reportersReadFacts: true,
    showsPresence: false,
    boundaryProfile: "no_disputed",
  };
}
