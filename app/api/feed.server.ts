import { LONGEST_FRAME, readFrame } from "#db/queries/frames.server.ts";
import { FeedAnswer, FeedAsked } from "../domain/api/feed.ts";
import { Problem } from "../domain/problem.ts";
import { feedStream } from "../services/following.server.ts";
import { memberOf, read } from "../services/write.server.ts";
import { asking } from "./call.server.ts";

export const getFeed = asking({
  id: "getFeed",
  path: "/operations/{operationId}/feed",
  scope: "feed.read",
  summary: "What happened after a number",
  about: `At most ${LONGEST_FRAME} events at once. Ask again from \`to\`; numbers have no holes, so nothing is lost and nothing comes twice. How seizures stand is told to keys with \`seizures.read\` too; without it there are number, kind, time and ids.`,
  refuses: [404],
  query: FeedAsked,
  answer: FeedAnswer,
  work: async ({ acting, operationId, query }) =>
    read(acting, async (tx, self) => {
      memberOf(self);
      const stream = await feedStream(tx);
      if (!stream) throw new Problem("forbidden", "access.refused");
      const after = Math.min(query.after, stream.head);
      const upTo = Math.min(after + LONGEST_FRAME, stream.head);
      const frame = await readFrame(tx, { operationId, stream, after, upTo });
      if (!frame) throw new Problem("forbidden", "access.refused");
      return { ...frame, kind: stream.kind, more: upTo < stream.head };
    }),
});
