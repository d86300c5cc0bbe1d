import { createHash, createHmac, randomBytes } from "node:crypto";

/** A secret that stands for a session: 32 random bytes. The database keeps its SHA-256 alone. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashOfToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/**
 * The secret that a command hands out once (an invitation, a key). It is made from the command, so that the command
 * repeated after a lost answer gives the same one, though it is stored nowhere.
 */
export function tokenOfCommand(
  secret: string,
  purpose: "invitation" | "key" | "import" | "package" | "report-file" | "webhook" | "outbox" | "wall",
  id: string,
): string {
  return createHmac("sha256", secret).update(`token:${purpose}:${id}`).digest("base64url");
}

/** Shows the database's sign-in functions that the application asks, and not a statement smuggled into a query. */
export function proofOf(secret: string, subject: string): Buffer {
  return createHmac("sha256", secret).update(subject).digest();
}
