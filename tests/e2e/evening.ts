import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import postgres from "postgres";
import type { SeizureInput } from "#app/domain/seizure.ts";
import { joinEmbedded } from "#db/embedded/start-embedded.ts";
import { aSeizureInput } from "#seeds/builders.ts";
import { makeThrong } from "../support/throng.ts";
import { DESK } from "./people.ts";

/** An operation of its own with an agency for each number, in which it is noon. */
export type Evening = {
  operation: string;
  today: string;
  /** Puts a tally of today on record through the machine of that agency. */
  post: (agency: number, tally: object) => Promise<number>;
  /** Sends a report of today through the machine of that agency, which releases it at once; the address of its page. */
  report: (agency: number, over: Partial<SeizureInput>) => Promise<string>;
  /** What a call answers to the machine of that agency. */
  ask: (agency: number, what: string) => Promise<unknown>;
  /** Corrects a report that stands as it was sent, through the machine of that agency. */
  correct: (agency: number, page: string, over: Partial<SeizureInput>) => Promise<void>;
  /** A browser of somebody of that agency, behind a line of its own where one is given. */
  open: (
    browser: Browser,
    seat: { agency: number; role: "lead" | "ocu" | "ncp" | "reporter" | "analyst"; person?: 1 | 2 | 3 | 4 },
    size?: typeof DESK,
    proxy?: BrowserContextOptions["proxy"],
  ) => Promise<Page>;
  /** So many of its contact points have to approve a report of that agency. */
  approvals: (agency: number, steps: number) => Promise<unknown>;
  /** That agency promised nothing. */
  promiseNothing: (agency: number) => Promise<unknown>;
  /** The deadline passes: it was a minute before noon, and what has been said so far was said in the morning. */
  passDeadline: () => Promise<unknown>;
  /** What has been asked so far was asked so many hours earlier. */
  ageQuestions: (hours: number) => Promise<unknown>;
  /** How much of the operation is on record: reports, tallies and photos. */
  onRecord: () => Promise<{ reports: number; tallies: number; photos: number }>;
  /** All who take part take part in another operation, too, as analysts. */
  alsoIn: (other: Evening) => Promise<void>;
  end: () => Promise<void>;
};

type Kind = "country" | "organisation";

/** Agencies of an organisation may report from any country without being asked whether they meant it. */
export async function anEvening(agencies: number, kind: Kind = "country"): Promise<Evening> {
  const address = process.env.NAGA_E2E_ADDRESS ?? "";
  const cluster = await joinEmbedded({ dataDir: process.env.NAGA_E2E_FOLDER ?? "" });
  const sql = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} });
  const { operationId, keys, sessions } = await makeThrong(cluster.ownerUrl, {
    ...{ agencies, kind, people: 4 * agencies, name: crypto.randomUUID().slice(0, 6).toUpperCase() },
  });
  const today = new Date().toISOString().slice(0, 10);
  // Where it is noon now, today is the day that UTC has, and the deadline is before or behind as the test wants.
  const ahead = 12 - new Date().getUTCHours();
  const zone = `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
  const plan = (cutOff: string) =>
    sql`update operation_plans set zone = ${zone}, cut_off = ${cutOff} where operation_id = ${operationId}`;
  await plan("23:59");
  const holder = (token = "") => sql`(select person_id from tokens where hash = sha256(${token}::bytea))`;
  const sent = new Map<string, SeizureInput>();
  const say = async (agency: number, what: "tallies" | "seizures" | `seizures/${string}`, body: object) => {
    const answer = await fetch(`${address}/api/v1/operations/${operationId}/${what}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${keys[agency]}`, "Content-Type": "application/json" },
      body: JSON.stringify({ commandId: crypto.randomUUID(), ...body }),
    });
    if (answer.status >= 400) console.error(await answer.text());
    return answer.status;
  };
  return {
    operation: `/operations/${operationId}`,
    today,
    post: (agency, tally) => say(agency, "tallies", { tallies: [{ day: today, ...tally }] }),
    report: async (agency, over) => {
      const seizure = aSeizureInput({ occurredOn: today, ...over });
      const status = await say(agency, "seizures", { seizure });
      if (status !== 200) throw new Error(`The report was answered with ${status}`);
      const page = `/operations/${operationId}/seizures/${seizure.id}`;
      sent.set(page, seizure);
      return page;
    },
    ask: async (agency, what) => {
      const headers = { Authorization: `Bearer ${keys[agency]}` };
      const answer = await fetch(`${address}/api/v1/operations/${operationId}/${what}`, { headers });
      if (answer.status >= 400) throw new Error(`${what} was answered with ${answer.status}`);
      return answer.json();
    },
    correct: async (agency, page, over) => {
      const seizure = { ...sent.get(page), ...over };
      const base = { facts: 1, case: 1, nominal: 0 };
      const what = { seizure, base, kind: "own_error", reason: "Looked again" };
      const status = await say(agency, `seizures/${seizure.id}/amendments`, what);
      if (status !== 200) throw new Error(`The correction was answered with ${status}`);
    },
    approvals: (agency, steps) => sql`
      update participants p set clearance_steps = ${steps} from persons who
      where p.operation_id = ${operationId} and p.agency_id = who.agency_id and who.id = ${holder(keys[agency])}`,
    open: async (browser, { agency, role, person = 1 }, size = DESK, proxy) => {
      const token = sessions[agency + (person - 1) * agencies] ?? "";
      await sql`update members set role = ${role} where person_id = ${holder(token)}`;
      const context = await browser.newContext({ viewport: size, baseURL: address, ...(proxy && { proxy }) });
      await context.addCookies([{ name: "naga_session", value: token, url: address }]);
      return context.newPage();
    },
    promiseNothing: (agency) => sql`
      insert into tally_promises (operation_id, id, agency_id, rhythm, from_day, days_off, holidays, zone, made_by, begun_by)
      select ${operationId}, gen_random_uuid(), p.agency_id, 'none', ${today}, '{}', '{}', 'UTC', p.id, p.id
      from persons p where p.id = ${holder(keys[agency])}`,
    passDeadline: async () => {
      await sql`update tally_promises set made_at = made_at - interval '3 hours' where operation_id = ${operationId}`;
      await sql`update tallies set at = at - interval '3 hours' where operation_id = ${operationId}`;
      await sql`update seizure_facts set released_at = released_at - interval '3 hours' where operation_id = ${operationId}`;
      await plan("11:59");
      // The job does so within a minute; whoever of the two comes second writes nothing.
      await sql`select freeze_deadlines()`;
    },
    ageQuestions: (hours) => sql`
      update questions set asked_at = asked_at - ${`${hours} hours`}::interval where operation_id = ${operationId}`,
    onRecord: async () => {
      const count = (table: string) =>
        sql`(select count(*)::int from ${sql(table)} where operation_id = ${operationId})`;
      const [found] = await sql<{ reports: number; tallies: number; photos: number }[]>`
        select ${count("seizure_reports")} as reports, ${count("tallies")} as tallies,
          ${count("attachments")} as photos`;
      return found ?? { reports: 0, tallies: 0, photos: 0 };
    },
    alsoIn: async ({ operation }) => {
      const other = operation.slice("/operations/".length);
      await sql`
        insert into participant_administrations (operation_id, administration_id, official_name)
        select ${other}, administration_id, official_name from participant_administrations where operation_id = ${operationId}`;
      await sql`
        insert into participants (operation_id, agency_id, administration_id, clearance_steps, joined_on)
        select ${other}, agency_id, administration_id, 0, joined_on from participants where operation_id = ${operationId}`;
      await sql`
        insert into members (operation_id, id, person_id, agency_id, unit_id, role, from_day)
        select ${other}, gen_random_uuid(), person_id, agency_id, unit_id, 'analyst', from_day
        from members where operation_id = ${operationId}`;
    },
    end: () => sql.end(),
  };
}
