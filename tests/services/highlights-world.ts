import type { Id } from "#app/domain/id.ts";
import type { ReportAudience } from "#app/domain/operation-report/report.ts";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { chooseHighlight, clearHighlight } from "#app/services/highlights.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { beginReport, freezeReport } from "#app/services/operation-reports.server.ts";
import { submitReport } from "#app/services/reports.server.ts";
import { read } from "#app/services/write.server.ts";
import { askedOf, chosenFor } from "#db/queries/highlights.server.ts";
import { findEdition } from "#db/queries/operation-reports.server.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { aCommand, agencyOf, aWorld, type World } from "#tests/support/world.ts";

/** Those who choose cases for a report, and contact points of two countries that own some. */
export type Stage = {
  world: World;
  lead: Acting;
  analyst: Acting;
  ocu: Acting;
  thai: Acting;
  lao: Acting;
  release: (over?: Partial<SeizureInput>, by?: Acting) => Promise<Id>;
  report: (audience?: ReportAudience) => Promise<Id>;
  choose: (report: Id, seizure: Id, words?: string, base?: number) => Promise<number>;
  clear: (report: Id, seizure: Id, over?: { by?: Acting; words?: string; version?: number }) => Promise<number>;
  chosen: (report: Id, by?: Acting) => ReturnType<typeof chosenFor>;
  asked: (by?: Acting) => ReturnType<typeof askedOf>;
  freeze: (report: Id) => Promise<number>;
  edition: (report: Id, number?: number) => ReturnType<typeof findEdition>;
  /** By the owner of the tables, past every policy. */
  setAudience: (report: Id, audience: ReportAudience) => Promise<void>;
};

export const WORDS = "Ivory found in air cargo";

export async function aHighlightStage(): Promise<Stage> {
  const world = await aWorld({ steps: { "VN-CUS": 0, "TH-CUS": 0, "LA-CUS": 0 } });
  const [lead, analyst, ocu, thai, lao] = await Promise.all([
    world.join({ role: "lead", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "analyst", agency: agencyOf(world, "VN-CUS") }),
    world.join({ role: "ocu", agency: agencyOf(world, "RILO") }),
    world.join({ role: "ncp", agency: agencyOf(world, "TH-CUS") }),
    world.join({ role: "ncp", agency: agencyOf(world, "LA-CUS") }),
  ]);
  const { operationId } = world;
  const chosen: Stage["chosen"] = (report, by = analyst) => read(by, (tx) => chosenFor(tx, report));
  return {
    ...{ world, lead, analyst, ocu, thai, lao, chosen },
    release: async (over = {}, by = thai) => {
      const input = aSeizureInput(over);
      await submitReport(by, aCommand(input));
      return input.id;
    },
    report: async (audience = "participants") => {
      const id = crypto.randomUUID();
      const said = { kind: "end_of_operation" as const, title: "Final report", from: null, to: null };
      await beginReport(analyst, aCommand({ id, audience, ...said }));
      return id;
    },
    choose: async (report, seizure, words = WORDS, base = 0) =>
      Number((await chooseHighlight(analyst, aCommand({ report, seizure, base, words }))).version),
    clear: async (report, seizure, { by = thai, words = WORDS, version = 1 } = {}) =>
      Number((await clearHighlight(by, aCommand({ report, seizure, version, words }))).version),
    asked: (by = thai) => read(by, askedOf),
    freeze: async (report) => Number((await freezeReport(analyst, aCommand({ report, reckoning: 1 }))).edition),
    edition: (report, number = 1) => read(analyst, (tx) => findEdition(tx, operationId, report, number)),
    setAudience: async (report, audience) => {
      await world.owner`update operation_reports set audience = ${audience} where id = ${report}`;
    },
  };
}
