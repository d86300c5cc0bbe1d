import type { Tx } from "#db/client.server.ts";
import { accountStates, listPersons } from "#db/queries/accounts.server.ts";
import type { Membership } from "#db/queries/acting.server.ts";
import { listMembers, listMyOperations, listParticipants } from "#db/queries/operations.server.ts";

export const OF_PEOPLE = {
  operations: (tx: Tx) => listMyOperations(tx),
  participants: (tx: Tx, { operationId }: Membership) => listParticipants(tx, operationId),
  members: (tx: Tx, { operationId }: Membership) => listMembers(tx, operationId),
  accounts: async (tx: Tx) => [await listPersons(tx), await accountStates(tx)],
};
