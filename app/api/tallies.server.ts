import { listTallies as listRows, tallyCalendar } from "#db/queries/tallies.server.ts";
import { PostedAnswer, PostTallies, TalliesAnswer, TalliesAsked } from "../domain/api/tally.ts";
import { addDays, type LocalDate, localDateIn } from "../domain/local-date.ts";
import { mustReadTallies } from "../services/reading.server.ts";
import { postTallies as post } from "../services/tallies.server.ts";
import { read } from "../services/write.server.ts";
import { asking, telling } from "./call.server.ts";
import { A_COMMAND } from "./examples.server.ts";
import { fault } from "./seizure-parts.server.ts";

export const postTallies = telling({
  id: "postTallies",
  path: "/operations/{operationId}/tallies",
  scope: "tallies.write",
  summary: "Put daily tallies of the key's agency on record: all days or none",
  about: "Nil is said, never left out. A day that was said before gets a new version, based on the one that stands.",
  refuses: [404, 409],
  body: PostTallies,
  answer: PostedAnswer,
  example: {
    commandId: A_COMMAND,
    tallies: [
      {
        day: "2021-05-17",
        nil: false,
        groups: [{ group: "F2", cases: 1, quantities: [{ quantity: "12.5", unit: "kg" }] }],
      },
      { day: "2021-05-18", nil: true },
    ],
  },
  answered: { versions: { "2021-05-17": "1", "2021-05-18": "1" } },
  work: async ({ acting, body: { commandId, tallies } }) => ({
    versions: await post(acting, { id: commandId, input: { tallies } }),
  }),
});

const MOST_DAYS = 93;

export const listTallies = asking({
  id: "listTallies",
  path: "/operations/{operationId}/tallies",
  scope: "tallies.read",
  summary: "How the key's agency stands on each day, and what it said",
  about: `At most ${MOST_DAYS} days at once; the last seven where none are asked for.`,
  refuses: [404],
  query: TalliesAsked,
  answer: TalliesAnswer,
  work: async ({ acting, operationId, query }) =>
    read(acting, async (tx, self) => {
      const { agencyId, operation } = mustReadTallies(self);
      const { from, to } = spanOf(query, localDateIn(operation.zone, self.now));
      const [marks, tallies] = [
        await tallyCalendar(tx, { from, to, at: self.now }),
        await listRows(tx, operationId, { agencyId, from, to }),
      ];
      return {
        ...{ from, to, zone: operation.zone },
        days: marks
          .filter((mark) => mark.agencyId === agencyId)
          .map(({ day, mark, dueAt, reopened }) => ({
            ...{ day, mark, dueAt, reopened },
            tally: tallies.find((tally) => tally.day === day && tally.stands) ?? null,
          })),
      };
    }),
});

function spanOf(asked: { from?: LocalDate; to?: LocalDate }, today: LocalDate) {
  const { to = today } = asked;
  const { from = addDays(to, -6) } = asked;
  if (from > to || to >= addDays(from, MOST_DAYS)) throw fault("from", "tally.span");
  return { from, to };
}
