import { NO_NAMES } from "#app/domain/seizure.ts";
import { answerQuestion, askQuestion, verifySeizure } from "#app/services/checks.server.ts";
import { clearReport } from "#app/services/clearance.server.ts";
import { saveDraft, submitReport } from "#app/services/reports.server.ts";
import { amendSeizure, withdrawSeizure } from "#app/services/seizures.server.ts";
import { sealStreams } from "#db/queries/events.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld } from "#tests/support/world.ts";

/** A day of an operation with a little of everything: a draft, reports, names, a correction, a check, a withdrawal. */
export async function aDay() {
  const world = await aWorld({ steps: { "VN-CUS": 1, "TH-CUS": 0 } });
  const officer = await world.join({ role: "reporter", agency: agencyOf(world, "VN-CUS") });
  const contact = await world.join({ role: "ncp", agency: agencyOf(world, "VN-CUS") });
  const thai = await world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") });
  const ocu = await world.join({ role: "ocu", agency: agencyOf(world, "RILO") });

  const persons = [{ name: "Nguyen Van A", document: "", note: "" }];
  const ivory = aSeizureInput({ nominal: { ...NO_NAMES, persons } });
  await submitReport(officer, aCommand(ivory));
  await clearReport(contact, aCommand({ seizure: ivory.id, baseVersion: 1, note: "" }));
  const reweighed = { ...ivory, items: ivory.items.map((item) => ({ ...item, quantity: "13.25" })) };
  const base = { facts: 1, case: 1, nominal: 1 };
  await amendSeizure(contact, aCommand({ seizure: reweighed, base, kind: "reweighing", reason: "Without wrapping" }));
  await verifySeizure(ocu, aCommand({ seizure: ivory.id, base: 2 }));

  const gone = aSeizureInput();
  await submitReport(thai, aCommand(gone));
  const question = crypto.randomUUID();
  await askQuestion(ocu, aCommand({ id: question, seizure: gone.id, field: "containerNo", question: "Which one?" }));
  await answerQuestion(thai, aCommand({ question, answer: "None: it was a parcel." }));
  await withdrawSeizure(thai, aCommand({ seizure: gone.id, base: 1, reason: "Reported twice" }));
  await saveDraft(officer, aCommand({ id: aSeizureInput().id, form: { "items.0.slot": "D" }, baseVersion: null }));

  await sealStreams(world.app.db, [...new Set(world.poked)]);
  return { superUrl: world.database.superUrl, ownerUrl: world.database.ownerUrl, close: world.close };
}
