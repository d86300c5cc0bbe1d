import { z } from "zod";
import { Problem } from "#app/domain/problem.ts";
import { forMachine } from "#app/http.server.ts";
import { memberOf, read } from "#app/services/write.server.ts";
import { followableStreams } from "#db/queries/events.server.ts";
import { readFrame } from "#db/queries/frames.server.ts";

const After = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number)
  .default(0);
const LONGEST = 1000;

/**
 * What happened since a number, in the longest stream that the key's member may follow: the operation's, or for those
 * who read no facts its notices. `to` is the number to ask from next; `more` says that it is not the end yet.
 */
export const loader = forMachine(async ({ request, acting, operationId }) => {
  const after = After.safeParse(new URL(request.url).searchParams.get("after") ?? undefined);
  if (!after.success) throw new Problem("invalid", "body.invalid", {}, { fields: { after: ["number.malformed"] } });
  return read(acting, async (tx, self) => {
    memberOf(self);
    const streams = await followableStreams(tx);
    const stream = streams.find(({ kind }) => kind === "operation") ?? streams.find(({ kind }) => kind === "notices");
    if (!stream) throw new Problem("forbidden", "access.refused");
    const upTo = Math.min(stream.head, after.data + LONGEST);
    const from = Math.min(after.data, stream.head);
    const kind = stream.kind === "operation" ? "operation" : "notices";
    const frame = await readFrame(tx, { operationId, stream: { id: stream.id, kind }, after: from, upTo });
    return { ...frame, more: upTo < stream.head };
  });
});
