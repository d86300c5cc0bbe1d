import type { Id } from "#app/domain/id.ts";
import { chooseHighlight, clearHighlight } from "#app/services/highlights.server.ts";
import { aCommand } from "#tests/support/world.ts";
import type { Act, Form, Stage } from "./acts.ts";
import { aRelease } from "./cast.ts";
import { aReport } from "./report-acts.ts";

const REPORT = "POST /operations/:operation/reports/:report";
const ASKED = "POST /operations/:operation/highlights";
const words = "Ivory found in air cargo";

/** Of a case of the records' owner that a lead has chosen for a report. */
const onChoice = (form: Form, before?: (stage: Stage, named: Named) => Promise<unknown>): Act => ({
  send: async (stage) => {
    const named = await aChoice(stage);
    await before?.(stage, named);
    return { form: { ...named, version: "1", base: "1", ...form }, at: { report: named.report } };
  },
});

type Named = { report: Id; seizure: Id };

async function aChoice({ lead, cast }: Stage): Promise<Named> {
  const named = { report: await aReport(lead), seizure: await aRelease(cast.people) };
  await chooseHighlight(lead, aCommand({ ...named, base: 0, words }));
  return named;
}

/** Chosen and taken out by those who draft; cleared, refused and taken back by contact points of its owner. */
export const HIGHLIGHT_ACTS: Record<string, Act> = {
  [`${REPORT} choose_highlight`]: {
    send: async ({ lead, cast }) => ({
      form: { seizure: await aRelease(cast.people), base: "0", words },
      at: { report: await aReport(lead) },
    }),
  },
  [`${REPORT} take_out_highlight`]: onChoice({}),
  [`${ASKED} clear`]: onChoice({ words }),
  [`${ASKED} refuse`]: onChoice({ reason: "The court case is open" }),
  [`${ASKED} take_back`]: onChoice({}, ({ cast }, named) =>
    clearHighlight(cast.people.contact, aCommand({ ...named, version: 1, words })),
  ),
};
