import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Id } from "../domain/id.ts";

/** From what the secrets of webhooks are made; the database does not know it. */
export function webhookKey(sessionSecret: string): string {
  return createHmac("sha256", sessionSecret).update("naga: secrets of webhooks").digest("base64url");
}

/** The secret of a webhook as its receiver writes it down. It is made from its id and stored nowhere. */
export function webhookSecret(key: string, secretId: Id): string {
  return `whsec_${createHmac("sha256", key).update(`webhook:${secretId}`).digest("base64")}`;
}

/** By which one notices that the installation's secret is another by now. */
export function secretCheck(secret: string): Buffer {
  return createHash("sha256").update(`check:${secret}`).digest();
}

export function isSecret(secret: string, check: string): boolean {
  const known = Buffer.from(check, "hex");
  const own = secretCheck(secret);
  return known.length === own.length && timingSafeEqual(known, own);
}

export type Signed = { id: Id; timestamp: number; body: string };

/** The headers of the Standard Webhooks specification (1.0.0): one signature for each secret that holds, the new one first. */
export function signedHeaders({ id, timestamp, body }: Signed, secrets: readonly string[]): Record<string, string> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice("whsec_".length), "base64");
    return `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signatures.join(" "),
  };
}
