import { sql } from "drizzle-orm";
import type { Id } from "../../app/domain/id.ts";
import { type AgencyReading, READINGS } from "../../app/domain/reading.ts";
import type { Tx } from "../client.server.ts";

type Row = { agency_id: Id; agency: string; persons: number; first_at: string; last_at: string; kinds: string[] };

/** Which other agencies had the case before them; nothing for whoever is no contact point of its owner. */
export async function caseReadings(tx: Tx, seizure: Id): Promise<AgencyReading[]> {
  const rows = await tx.execute<Row>(sql`select * from case_readings(${seizure}::uuid)`);
  return rows.map(({ agency_id, agency, persons, first_at, last_at, kinds }) => ({
    agencyId: agency_id,
    agency,
    persons,
    first: new Date(first_at).toISOString(),
    last: new Date(last_at).toISOString(),
    kinds: READINGS.filter((kind) => kinds.includes(kind)),
  }));
}
