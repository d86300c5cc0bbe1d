import { createHmac } from "node:crypto";
import { withConnection } from "./connect-once.ts";

/** The key of proofs towards the database's sign-in functions, made from the installation's secret. */
export function proofKey(sessionSecret: string): string {
  return createHmac("sha256", sessionSecret).update("naga: proofs towards the database").digest("base64url");
}

/** Tells the database the key; the app role cannot read it back. */
export async function keepProofKey(ownerUrl: string, key: string): Promise<void> {
  await withConnection("DATABASE_OWNER_URL", ownerUrl, async (sql) => {
    await sql`
      insert into server_secret (secret) values (convert_to(${key}, 'UTF8'))
      on conflict ("only") do update set secret = excluded.secret where server_secret.secret <> excluded.secret`;
  });
}
