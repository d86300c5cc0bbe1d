import { findOperation, listMyOperations, listParticipants } from "#db/queries/operations.server.ts";
import { OperationAnswer, OperationsAnswer } from "../domain/api/operation.ts";
import { Problem } from "../domain/problem.ts";
import { memberOf, read } from "../services/write.server.ts";
import { asking, NOTHING } from "./call.server.ts";

export const listOperations = asking({
  id: "listOperations",
  path: "/operations",
  scope: "any",
  summary: "Operations that the key opens",
  about: "Begin here: the id of an operation stands in the address of everything else.",
  query: NOTHING,
  answer: OperationsAnswer,
  work: async ({ acting }) =>
    read(acting, async (tx) => ({
      operations: (await listMyOperations(tx)).map((row) => ({
        ...{ id: row.id, code: row.code, kind: row.kind, state: row.state, name: row.name, edition: row.edition },
        ...{ zone: row.zone, startsOn: row.startsOn, endsOn: row.endsOn },
        ...{ role: row.role, agencyId: row.agencyId, agencyName: row.agencyName },
      })),
    })),
});

export const getOperation = asking({
  id: "getOperation",
  path: "/operations/{operationId}",
  scope: "any",
  summary: "One operation: its days, its rules, who takes part, and who the key is in it",
  refuses: [404],
  query: NOTHING,
  answer: OperationAnswer,
  work: async ({ acting, operationId }) =>
    read(acting, async (tx, self) => {
      const { id: memberId, agencyId, unitId, role } = memberOf(self);
      const found = await findOperation(tx, operationId);
      if (!found) throw new Problem("not-found", "operation.unknown");
      const { id, code, kind, state, plan } = found;
      return {
        ...{ id, code, kind, state, planVersion: found.version },
        ...{ name: plan.name, edition: plan.edition, objectives: plan.objectives, scope: plan.scope, zone: plan.zone },
        ...{ startsOn: plan.startsOn, endsOn: plan.endsOn, followUpEndsOn: plan.followUpEndsOn },
        ...{ cutOff: plan.cutOff, lateLimitHours: plan.lateLimitHours, handling: plan.handling },
        me: { memberId, agencyId, unitId, role, scopes: self.scopes && [...self.scopes] },
        participants: (await listParticipants(tx, operationId)).map((row) => ({
          ...{ agencyId: row.agencyId, agencyCode: row.agencyCode, agencyName: row.agencyName },
          ...{ administrationCode: row.administrationCode, officialName: row.officialName, leads: row.leads },
          ...{ joinedOn: row.joinedOn, leftAt: row.leftAt?.toISOString() ?? null },
        })),
      };
    }),
});
