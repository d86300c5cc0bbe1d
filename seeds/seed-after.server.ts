import { type SQL, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addDays, localDateIn } from "#app/domain/local-date.ts";
import { chooseHighlight, clearHighlight } from "#app/services/highlights.server.ts";
import type { Acting } from "#app/services/house.server.ts";
import { markOpen, sayKnown } from "#app/services/media-cases.server.ts";
import { planRelease, releaseDueMedia } from "#app/services/media-releases.server.ts";
import { beginReport, freezeReport, publishReport } from "#app/services/operation-reports.server.ts";
import { tellOutcome } from "#app/services/outcomes.server.ts";
import { read } from "#app/services/write.server.ts";
import { findFact } from "#db/queries/seizures.server.ts";
import type { SeedAfter, SeedMedia, SeedOperation } from "./seed-plan.ts";
import { personId } from "./world.server.ts";

type People = {
  as: (person: string) => Acting;
  /** Whoever enters for an agency. */
  owner: (agencyId: string) => Acting;
  now: Date;
};

const aCommand = <Input>(input: Input) => ({ id: uuid(), input });

/** Outcomes of cases, and the media desk, by the services. */
export async function tellAfterwards(people: People, { plan }: SeedOperation, after: SeedAfter): Promise<void> {
  for (const { agencyId, seizure, said, at } of after.outcomes) {
    const owner = people.owner(agencyId);
    const command = aCommand({ seizure, corrects: null, said });
    await tellOutcome(owner, command);
    await put(owner, sql`update seizure_outcomes set at = ${at} where command_id = ${command.id}`);
  }
  if (after.media) await runDesk(people, plan.zone, after.media);
}

async function runDesk({ as, now }: People, zone: string, media: SeedMedia): Promise<void> {
  const lead = as(personId("lead.vn"));
  const { open, known } = media;
  const sheets = new Map<string, string>();
  for (const sheet of media.sheets) {
    const of = sheet.about === "open" ? open : known;
    sheets.set(sheet.about, await publicSheet(as, { ...sheet, ...of }));
  }
  const until = { day: addDays(localDateIn(zone, now), 2), time: "18:00" };
  const [openNo, knownNo] = [await numberOf(lead, open.seizure), await numberOf(lead, known.seizure)];
  await markOpen(as(open.contact), aCommand({ seizure: openNo, kind: open.kind, reason: open.reason, until }));
  const { outlet, source, day } = known;
  await sayKnown(as(known.contact), aCommand({ seizure: knownNo, outlet, source, day }));
  for (const { about, title, words, daysAhead } of media.releases) {
    const id = uuid();
    const report = about && sheets.get(about);
    const edition = report ? { report, number: 1 } : null;
    const minute = { day: addDays(localDateIn(zone, now), daysAhead ?? 1), time: "16:00" };
    await planRelease(lead, aCommand({ id, title, words, edition, pictures: [], ...minute }));
    if (daysAhead === null) await letItsMinuteCome(lead, id);
  }
  await releaseDueMedia(lead.house);
}

type Sheet = SeedMedia["sheets"][number] & { seizure: string; contact: string };

/** A sheet for the press on one case that its owner cleared, published. */
async function publicSheet(as: People["as"], { title, words, seizure, contact }: Sheet): Promise<string> {
  const [report, analyst] = [uuid(), as(personId("analyst"))];
  const begun = { kind: "press_sheet", audience: "public", title, from: null, to: null } as const;
  await beginReport(analyst, aCommand({ id: report, ...begun }));
  await chooseHighlight(analyst, aCommand({ report, seizure, base: 0, words }));
  await put(analyst, sql`update operation_report_highlights set audience = 'public' where report_id = ${report}`);
  await clearHighlight(as(contact), aCommand({ report, seizure, version: 1, words }));
  await put(analyst, sql`update operation_report_highlight_answers set number = 1 where report_id = ${report}`);
  await freezeReport(analyst, aCommand({ report, reckoning: 1 }));
  await put(
    analyst,
    sql`update operation_report_editions set highlights = cleared_highlights(operation_id, report_id, audience)
    where report_id = ${report}`,
  );
  await publishReport(as(personId("lead.vn")), aCommand({ report, edition: 1 }));
  return report;
}

/** What the database fills in where the app writes, and seeding, as its owner, has to say itself. */
const put = ({ house }: Acting, statement: SQL) => house.db.execute(statement);

/** What was planned for a minute that has just come: nobody moved it, and so the log does not say so. */
async function letItsMinuteCome({ house: { db } }: Acting, release: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`update media_releases set release_at = date_trunc('minute', now()) where id = ${release}`);
    await tx.execute(sql`delete from media_log where subject = ${release} and act = 'release.moved'`);
    await tx.execute(sql`update media_log l set detail = l.detail || jsonb_build_object('to', minute_of(r.release_at))
      from media_releases r where r.id = ${release} and l.subject = r.id`);
  });
}

async function numberOf(lead: Acting, seizure: string): Promise<string> {
  const fact = await read(lead, (tx, self) => findFact(tx, self.member?.operationId ?? "", seizure));
  if (!fact) throw new Error("a case of the exercise that is not there");
  return fact.messageNo;
}
