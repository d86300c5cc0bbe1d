import { afterAll } from "vitest";
import { type ComparedLine, differs } from "#app/domain/operation-report/compared-lines.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { sealStreams, waitingStreams } from "#db/queries/events.server.ts";
import { type Verified, verifyReport, type Wanted } from "#realtime/verify/verify-report.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import type { World } from "#tests/support/world.ts";

/** Verifies as the command does: as the owner of the database, with a pool of its own. */
export function verifying(database: FreshDatabase): (wanted: Wanted) => Promise<Verified> {
  const owner: Database = openDatabase(database.ownerUrl, { max: 1 });
  afterAll(() => owner.end());
  return (wanted) => verifyReport(owner.db, wanted);
}

/** What differs, as a test shows it. */
export const wrongIn = ({ lines }: Verified): ComparedLine[] => lines.filter(differs);

export const countedIn = ({ lines }: Verified, name: string) => lines.find(({ line }) => line === name)?.again ?? null;

/** The code by which a command names the operation. */
export async function codeOf({ owner, operationId }: Pick<World, "owner" | "operationId">): Promise<string> {
  const [row] = await owner<{ code: string }[]>`select code from operations where id = ${operationId}`;
  if (!row) throw new Error("no operation");
  return row.code;
}

/** Numbers what waits, as the server does; until then a record may have moved for all that is known. */
export async function sealAll({ db }: Database): Promise<void> {
  for (let streams = await waitingStreams(db); streams.length > 0; streams = await waitingStreams(db))
    await sealStreams(db, streams);
}
