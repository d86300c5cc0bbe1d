import { readForm } from "#app/form.server.ts";
import { forParticipant } from "#app/http.server.ts";
import { outboxKit } from "#app/outbox-kit.server.ts";
import { receiveEntry } from "#app/outbox-receiving.server.ts";
import { read } from "#app/services/write.server.ts";

/** What a device needs to write reports and tallies of this operation while there is no line. */
export const loader = forParticipant(async ({ acting, request }) =>
  Response.json(await read(acting, (tx, self) => outboxKit(tx, self, request))),
);

/** One report or tally that waited on a device. */
export const action = forParticipant(async ({ acting, operationId, request, context }) =>
  receiveEntry({ acting, operationId, requestId: context.requestId }, await readForm(request)),
);
