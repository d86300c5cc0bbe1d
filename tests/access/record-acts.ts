import type { Id } from "#app/domain/id.ts";
import type { FormFields } from "#app/domain/seizure-form/rows.ts";
import { askQuestion } from "#app/services/checks.server.ts";
import { putOnHold } from "#app/services/clearance.server.ts";
import { proposeMerge } from "#app/services/duplicates.server.ts";
import { enterOnBehalf } from "#app/services/on-behalf.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { holdSeizure } from "#app/services/seizures.server.ts";
import { aCommand, agencyOf } from "#tests/support/world.ts";
import { type Act, type Form, id, type Stage } from "./acts.ts";
import { aRecord, aRelease, caseNoOf, type Reader } from "./cast.ts";

const SEIZURE = "POST /operations/:operation/seizures/:seizure";
const OUTBOX = "POST /operations/:operation/outbox";

const TRAY = "POST /operations/:operation/clearance";

const PAIRS = "POST /operations/:operation/duplicates";

/** On two releases of one agency. */
function onPair(): Act {
  return {
    send: async (stage) => ({ form: { id: id(), note: "", pair: Object.values(await twoReleases(stage)).join(" ") } }),
  };
}

async function twoReleases({ cast }: Stage) {
  return { kept: await aRelease(cast.people), dropped: await aRelease(cast.people) };
}

/** On a release and one of another country. */
function onConsignment(): Act {
  return {
    send: async ({ cast }) => {
      const officer = cast.reader("reporter", "other", "member");
      const contact = cast.reader("ncp", "other", "member");
      const two = [await aRelease(cast.people), await aRelease({ officer, contact })];
      return { form: { id: id(), note: "", pair: two.join(" ") } };
    },
  };
}

function onProposal(form: Form): Act {
  return {
    send: async (stage) => {
      const duplicate = id();
      await proposeMerge(stage.cast.people.ocu, aCommand({ id: duplicate, ...(await twoReleases(stage)), note: "" }));
      return { form: { ...form, duplicate } };
    },
  };
}

const LINKS = "POST /operations/:operation/links";

/** On two releases, from the page of the one or from that of all. */
function onTwoCases(): Act {
  return {
    send: async (stage) => {
      const { kept, dropped } = await twoReleases(stage);
      return { form: { pair: `${kept} ${dropped}`, base: "0", answer: "linked", note: "" }, at: { seizure: kept } };
    },
  };
}

const QUEUE = "POST /operations/:operation/checks";

/** On a released seizure, from the coordination unit's queue. */
function inQueue(form: () => Form): Act {
  return { send: async ({ cast }) => ({ form: { ...form(), seizure: await aRelease(cast.people) } }) };
}

/** On one report that waits, chosen from the tray; `before` makes it what it has to be, and answers its version. */
function onTray(form: Form, before?: (stage: Stage, seizure: Id) => Promise<number>): Act {
  return {
    send: async (stage) => {
      const seizure = await aWaiting(stage);
      const version = (await before?.(stage, seizure)) ?? 1;
      const names = { [`base.${seizure}`]: String(version), [`command.${seizure}`]: id() };
      return { form: { ...form, ...names, chosen: seizure } };
    },
  };
}

/** On a released seizure. */
const onSeizure = (form: () => Form): Act => ({
  send: async ({ cast }) => ({ form: form(), at: { seizure: await aRelease(cast.people) } }),
});

/** On a report that waits for the one approval of its agency. */
const onReport = (form: () => Form): Act => ({
  send: async (stage) => ({ form: form(), at: { seizure: await aWaiting(stage) } }),
});

/** On a report that was entered for the unit. */
const onEntry = (form: () => Form): Act => ({
  send: async ({ cast, owner }) => {
    const seizure = aRecord();
    const told = { informant: "Sergeant", channel: "telephone" as const, cameAt: "2021-05-17T09:00:00Z" };
    const behalf = { unitId: owner.units[0].id, ...told };
    await enterOnBehalf(cast.people.contact, aCommand({ seizure, behalf }));
    return { form: form(), at: { seizure: seizure.id } };
  },
});

async function aWaiting({ cast }: Stage): Promise<Id> {
  const seizure = aRecord();
  await submitReport(cast.people.officer, aCommand(seizure));
  return seizure.id;
}

async function aHeld({ cast }: Stage): Promise<Id> {
  const seizure = await aRelease(cast.people);
  await holdSeizure(cast.people.contact, aCommand({ seizure, base: 1, reason: "" }));
  return seizure;
}

async function aQuestion({ cast }: Stage): Promise<{ seizure: Id; question: Id }> {
  const asked = { seizure: await aRelease(cast.people), question: id() };
  const { seizure, question } = asked;
  await askQuestion(cast.people.ocu, aCommand({ id: question, seizure, field: "place", question: "Where exactly?" }));
  return asked;
}

export const RECORD_ACTS: Record<string, Act> = {
  [`${SEIZURE} withdraw`]: onSeizure(() => ({ base: "1", reason: "Not ours" })),
  [`${SEIZURE} narrow`]: {
    send: async ({ world, cast }) => ({
      form: { base: "1", keep: agencyOf(world, "TH-CUS").id, reason: "" },
      at: { seizure: await aRelease(cast.people) },
    }),
  },
  [`${SEIZURE} hold`]: onSeizure(() => ({ base: "1", reason: "" })),
  [`${SEIZURE} unhold`]: {
    send: async (stage) => ({ form: { base: "1", reason: "" }, at: { seizure: await aHeld(stage) } }),
  },
  [`${SEIZURE} erase`]: {
    send: async ({ cast }) => {
      const seizure = await aRelease(cast.people);
      const why = { reason: "A court demands it", reference: "12/2021", approver: "" };
      return { form: { base: "1", confirm: caseNoOf(seizure), ...why }, at: { seizure } };
    },
  },
  [`${SEIZURE} printed`]: onSeizure(() => ({})),
  [`${SEIZURE} verify`]: onSeizure(() => ({ base: "1" })),
  [`${SEIZURE} ask`]: onSeizure(() => ({ id: id(), field: "place", question: "Where exactly?" })),
  [`${SEIZURE} answer-`]: {
    send: async (stage) => {
      const { seizure, question } = await aQuestion(stage);
      return { form: { intent: `answer-${question}`, question, answer: "At the quay." }, at: { seizure } };
    },
  },
  [`${SEIZURE} summarise`]: onSeizure(() => ({ language: "en", about: "1", base: "0", text: "Tusks in a box." })),
  [`${SEIZURE} clear`]: onReport(() => ({ base: "1", note: "" })),
  [`${SEIZURE} return`]: onReport(() => ({ base: "1", note: "Which vessel?" })),
  [`${SEIZURE} link`]: onTwoCases(),
  [`${LINKS} link`]: onTwoCases(),
  [`${PAIRS} merge`]: onPair(),
  [`${PAIRS} apart`]: onPair(),
  [`${PAIRS} join`]: onConsignment(),
  [`${PAIRS} agree`]: onProposal({}),
  [`${PAIRS} close`]: onProposal({ note: "Two parcels" }),
  [`${QUEUE} verify`]: inQueue(() => ({ base: "1" })),
  [`${QUEUE} ask`]: inQueue(() => ({ id: id(), field: "place", question: "Where exactly?" })),
  [`${TRAY} clear`]: onTray({ note: "" }),
  [`${TRAY} return`]: onTray({ note: "Which vessel?" }),
  [`${TRAY} put_on_hold`]: onTray({ note: "Until the raid is over" }),
  [`${TRAY} take_up`]: onTray({ note: "" }, async ({ cast }, seizure) => {
    await putOnHold(cast.people.contact, aCommand({ seizure, baseVersion: 1, note: "Until the raid is over" }));
    return 2;
  }),
  [`${SEIZURE} confirm_entry`]: onEntry(() => ({})),
  [`${SEIZURE} object_entry`]: onEntry(() => ({ objection: "It was Tuesday" })),
  [`${SEIZURE} discard`]: onReport(() => ({ base: "1" })),
  "POST /operations/:operation/seizures/new report": {
    send: async (stage, asker) => ({ form: { ...report(await countryOf(stage, asker)), send: "report" } }),
  },
  "POST /operations/:operation/seizures/new draft": { send: () => ({ form: { ...report(), send: "draft" } }) },
  "POST /operations/:operation/seizures/new step": { send: () => ({ form: { ...report(), step: "find" } }) },
  [`${OUTBOX} report`]: {
    send: async (stage, asker) => ({
      form: { ...report(await countryOf(stage, asker)), as: "new", person: asker.personId ?? "" },
    }),
  },
  [`${OUTBOX} other`]: { send: () => ({ form: { ...report(), as: "new", person: id() } }) },
  [`${SEIZURE}/draft report`]: onReport(() => ({ ...report(), baseVersion: "1", send: "report" })),
  [`${SEIZURE}/draft draft`]: onReport(() => ({ ...report(), baseVersion: "1", send: "draft" })),
  [`${SEIZURE}/draft step`]: onReport(() => ({ ...report(), step: "find" })),
  [`${SEIZURE}/amend report`]: onSeizure(() => ({ ...amendment(), send: "report" })),
  [`${SEIZURE}/amend draft`]: onSeizure(() => ({ ...amendment(), send: "draft" })),
  [`${SEIZURE}/amend step`]: onSeizure(() => ({ ...amendment(), step: "find" })),
};

/** The country of the asker's administration; another place than that would be asked about. */
async function countryOf({ world }: Stage, { personId = "" }: Reader): Promise<string> {
  const [row] = await world.owner<{ code: string }[]>`
    select d.code from persons p join agencies a on a.id = p.agency_id
    join administrations d on d.id = a.administration_id where p.id = ${personId}`;
  return row?.code ?? HERE;
}

const HERE = "VN";

/** What an officer says in one minute, and nothing that has to be asked about. */
function report(country = HERE): FormFields {
  const no = id();
  return {
    ...{ id: no, commandId: id(), draftCommandId: id(), depth: "short", mark: "." },
    nationalCaseNo: `FORM-${no}`,
    ...{ "items.0.slot": "I", "items.0.commodity": "F2.raw_ivory", "items.0.quantity": "95.5", "items.0.unit": "kg" },
    ...{
      "place.country": country,
      occurredOn: "2021-05-17",
      mode: "air_cargo",
      handling: "H1",
      "audience.kind": "all",
    },
  };
}

function amendment(): FormFields {
  const base = { "base.facts": "1", "base.case": "1", "base.nominal": "1" };
  return { ...report(), ...base, "amend.kind": "own_error", "amend.reason": "Weighed again" };
}
