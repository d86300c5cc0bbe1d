import {
  AmendedAnswer,
  AmendSeizure,
  CreateSeizure,
  DecideReport,
  SentAnswer,
  WithdrawnAnswer,
  WithdrawSeizure,
} from "../domain/api/seizure.ts";
import { clearReport, returnReport } from "../services/clearance.server.ts";
import { submitReport } from "../services/reports.server.ts";
import { amendSeizure as amend, withdrawSeizure as withdraw } from "../services/seizures.server.ts";
import { telling } from "./call.server.ts";
import { A_COMMAND, A_SEIZURE } from "./examples.server.ts";
import { baseIn, fault, seizureIn, within } from "./seizure-parts.server.ts";

export const createSeizure = telling({
  id: "createSeizure",
  path: "/operations/{operationId}/seizures",
  scope: "seizures.write",
  summary: "Report a seizure",
  about:
    "It goes into national clearance, or is released where the agency clears in no step. Ids are made by you: the same command again gives the same answer.",
  refuses: [404, 409],
  body: CreateSeizure,
  answer: SentAnswer,
  example: { commandId: A_COMMAND, seizure: A_SEIZURE },
  answered: { seizure: A_SEIZURE.id, state: "in_clearance", steps: "1" },
  work: async ({ acting, body: { commandId, seizure, givenAt } }) => {
    const times = givenAt === undefined ? undefined : { givenAt: new Date(givenAt) };
    return SentAnswer.parse(
      await within("seizure", () => submitReport(acting, { id: commandId, input: seizure }, times), ["givenAt"]),
    );
  },
});

export const amendSeizure = telling({
  id: "amendSeizure",
  path: "/operations/{operationId}/seizures/{seizureId}/amendments",
  scope: "seizures.write",
  summary: "Correct a released seizure",
  about:
    "Says the whole seizure as it should stand, and on which version that is based. Who was slower gets 409 with what stands now, and nothing is overwritten.",
  refuses: [404, 409],
  body: AmendSeizure,
  answer: AmendedAnswer,
  example: {
    commandId: A_COMMAND,
    seizure: { ...A_SEIZURE, items: [{ commodity: "F2.raw_ivory", quantity: "13.1", unit: "kg" }] },
    base: { facts: 1, case: 1, nominal: 0 },
    kind: "reweighing",
    reason: "Weighed again without the packing",
  },
  answered: { seizure: A_SEIZURE.id, version: "2" },
  takesTag: true,
  work: async ({ acting, named, request, body: { commandId, base, ...input } }) => {
    if (input.seizure.id !== seizureIn(named)) throw fault("seizure.id", "id.other");
    const whole = { ...input, base: baseIn(request, base) };
    return AmendedAnswer.parse(await within("seizure", () => amend(acting, { id: commandId, input: whole })));
  },
});

export const withdrawSeizure = telling({
  id: "withdrawSeizure",
  path: "/operations/{operationId}/seizures/{seizureId}/withdrawal",
  scope: "seizures.write",
  summary: "Take a released seizure out of current figures",
  about: "It stays in its owner's record, and figures that were frozen before keep it.",
  refuses: [404, 409],
  body: WithdrawSeizure,
  answer: WithdrawnAnswer,
  example: { commandId: A_COMMAND, base: 1, reason: "Entered twice" },
  answered: { seizure: A_SEIZURE.id, state: "withdrawn" },
  takesTag: true,
  work: async ({ acting, named, request, body: { commandId, base, reason } }) => {
    const facts = base ?? baseIn(request, undefined).facts;
    const input = { seizure: seizureIn(named), base: facts, reason };
    return WithdrawnAnswer.parse(await withdraw(acting, { id: commandId, input }));
  },
});

export const decideReport = telling({
  id: "decideReport",
  path: "/operations/{operationId}/seizures/{seizureId}/clearance",
  scope: "clearance.write",
  summary: "Approve a report for your country, or return it to its author",
  about: "The last approval releases it. Two steps are two members: a key gives one of them.",
  refuses: [404, 409],
  body: DecideReport,
  answer: SentAnswer,
  example: { commandId: A_COMMAND, decision: "clear", baseVersion: 1 },
  answered: { seizure: A_SEIZURE.id, state: "released", messageNo: "OMD-VN-000017", receipt: "7K2M-93QF" },
  work: async ({ acting, named, body: { commandId, decision, baseVersion, note, givenAt } }) => {
    const given = givenAt === undefined ? {} : { givenAt: new Date(givenAt) };
    const command = { id: commandId, input: { seizure: seizureIn(named), baseVersion, note, ...given } };
    return SentAnswer.parse(
      decision === "clear" ? await clearReport(acting, command) : await returnReport(acting, command),
    );
  },
});
