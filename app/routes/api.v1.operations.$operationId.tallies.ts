import { z } from "zod";
import { Id } from "#app/domain/id.ts";
import { addDays, LocalDate, localDateIn } from "#app/domain/local-date.ts";
import { Problem } from "#app/domain/problem.ts";
import { Tallies } from "#app/domain/tally/tally.ts";
import { fieldErrors, forMachine, readJson } from "#app/http.server.ts";
import { mustReadTallies } from "#app/services/reading.server.ts";
import { postTallies } from "#app/services/tallies.server.ts";
import { read } from "#app/services/write.server.ts";
import { listTallies, tallyCalendar } from "#db/queries/tallies.server.ts";

const Post = z.object({ commandId: Id, tallies: Tallies });

/** Puts daily tallies of the key's agency on record: all days or none. Answers the version of each day. */
export const action = forMachine(async ({ request, acting }) => {
  if (request.method !== "POST") throw new Problem("invalid", "method.unknown");
  const { commandId, tallies } = await readJson(request, Post);
  return { versions: await postTallies(acting, { id: commandId, input: { tallies } }) };
});

const MOST_DAYS = 93;

/** How the own agency stands on each day of a span, and what it said; the last seven days where no span is asked for. */
export const loader = forMachine(async ({ request, acting, operationId }) => {
  const params = new URL(request.url).searchParams;
  return read(acting, async (tx, self) => {
    const member = mustReadTallies(self);
    const today = localDateIn(member.operation.zone, self.now);
    const { from, to } = spanOf(params, today);
    const { agencyId } = member;
    const [marks, tallies] = [
      await tallyCalendar(tx, { from, to, at: self.now }),
      await listTallies(tx, operationId, { agencyId, from, to }),
    ];
    return {
      ...{ from, to, zone: member.operation.zone },
      days: marks
        .filter((mark) => mark.agencyId === agencyId)
        .map(({ day, mark, dueAt, reopened }) => ({
          ...{ day, mark, dueAt, reopened },
          tally: tallies.find((tally) => tally.day === day && tally.stands) ?? null,
        })),
    };
  });
});

const Span = z.object({ from: LocalDate, to: LocalDate });

function spanOf(params: URLSearchParams, today: LocalDate): z.infer<typeof Span> {
  const to = params.get("to") ?? today;
  const weekBefore = LocalDate.safeParse(to).success ? addDays(to, -6) : to;
  const span = Span.safeParse({ from: params.get("from") ?? weekBefore, to });
  if (!span.success) throw new Problem("invalid", "body.invalid", {}, { fields: fieldErrors(span.error) });
  const { from } = span.data;
  if (from <= to && to < addDays(from, MOST_DAYS)) return span.data;
  throw new Problem("invalid", "body.invalid", {}, { fields: { from: ["tally.span"] } });
}
