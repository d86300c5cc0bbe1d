import { afterAll } from "vitest";
import { type ComparedLine, differs } from "#app/domain/operation-report/compared-lines.ts";
import type { House } from "#app/services/house.server.ts";
import { type Database, openDatabase } from "#db/client.server.ts";
import { type Verified, verifyReport, type Wanted } from "#realtime/verify/verify-report.ts";
import type { FreshDatabase } from "#tests/support/database.ts";
import { aStore } from "#tests/support/files.ts";

const log = { info: () => {}, error: () => {} };

/** Verifies as the command does: as the owner of the database, with a pool of its own. */
export function verifying(database: FreshDatabase): (wanted: Wanted) => Promise<Verified> {
  const owner: Database = openDatabase(database.ownerUrl, { max: 1 });
  afterAll(() => owner.end());
  const house: House = { db: owner.db, poke: () => {}, secret: "", ...aStore(), log };
  return (wanted) => verifyReport(owner.db, house, wanted);
}

/** What differs, as a test shows it. */
export const wrongIn = ({ lines }: Verified): ComparedLine[] => lines.filter(differs);

export const countedIn = ({ lines }: Verified, name: string) => lines.find(({ line }) => line === name)?.again ?? null;
