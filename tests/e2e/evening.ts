import type { Browser, Page } from "@playwright/test";
import postgres from "postgres";
import { joinEmbedded } from "#db/embedded/start-embedded.ts";
import { makeThrong } from "../support/throng.ts";
import { DESK } from "./people.ts";

/** An operation of its own with an agency for each number, in which it is noon. */
export type Evening = {
  operation: string;
  today: string;
  /** Puts a tally of today on record through the machine of that agency. */
  post: (agency: number, tally: object) => Promise<number>;
  /** A browser of somebody of that agency. */
  open: (
    browser: Browser,
    seat: { agency: number; role: "lead" | "ncp"; second?: boolean },
    size?: typeof DESK,
  ) => Promise<Page>;
  /** That agency promised nothing. */
  promiseNothing: (agency: number) => Promise<unknown>;
  /** The deadline passes: it was a minute before noon, and what has been said so far was said in the morning. */
  passDeadline: () => Promise<unknown>;
  end: () => Promise<void>;
};

export async function anEvening(agencies: number): Promise<Evening> {
  const address = process.env.NAGA_E2E_ADDRESS ?? "";
  const cluster = await joinEmbedded({ dataDir: process.env.NAGA_E2E_FOLDER ?? "" });
  const sql = postgres(cluster.ownerUrl, { max: 1, onnotice: () => {} });
  const { operationId, keys, sessions } = await makeThrong(cluster.ownerUrl, {
    ...{ agencies, people: 2 * agencies, name: crypto.randomUUID().slice(0, 6).toUpperCase() },
  });
  const today = new Date().toISOString().slice(0, 10);
  // Where it is noon now, today is the day that UTC has, and the deadline is before or behind as the test wants.
  const ahead = 12 - new Date().getUTCHours();
  const zone = `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
  const plan = (cutOff: string) =>
    sql`update operation_plans set zone = ${zone}, cut_off = ${cutOff} where operation_id = ${operationId}`;
  await plan("23:59");
  const holder = (token = "") => sql`(select person_id from tokens where hash = sha256(${token}::bytea))`;
  return {
    operation: `/operations/${operationId}`,
    today,
    post: async (agency, tally) => {
      const answer = await fetch(`${address}/api/v1/operations/${operationId}/tallies`, {
        method: "POST",
        headers: { Authorization: `Bearer ${keys[agency]}`, "Content-Type": "application/json" },
        body: JSON.stringify({ commandId: crypto.randomUUID(), tallies: [{ day: today, ...tally }] }),
      });
      return answer.status;
    },
    open: async (browser, { agency, role, second = false }, size = DESK) => {
      const token = sessions[second ? agency + agencies : agency] ?? "";
      await sql`update members set role = ${role} where person_id = ${holder(token)}`;
      const context = await browser.newContext({ viewport: size, baseURL: address });
      await context.addCookies([{ name: "naga_session", value: token, url: address }]);
      return context.newPage();
    },
    promiseNothing: (agency) => sql`
      insert into tally_promises (operation_id, id, agency_id, rhythm, from_day, days_off, holidays, zone, made_by, begun_by)
      select ${operationId}, gen_random_uuid(), p.agency_id, 'none', ${today}, '{}', '{}', 'UTC', p.id, p.id
      from persons p where p.id = ${holder(keys[agency])}`,
    passDeadline: async () => {
      await sql`update tallies set at = at - interval '3 hours' where operation_id = ${operationId}`;
      await plan("11:59");
    },
    end: () => sql.end(),
  };
}
