import { DrizzleQueryError } from "drizzle-orm";
import { Problem } from "../domain/problem.ts";

const INSUFFICIENT_PRIVILEGE = "42501";

/** Runs a write; where PostgreSQL alone knows that it is not allowed, its refusal becomes ours. */
export async function withRefusals<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const cause = thrown instanceof DrizzleQueryError ? thrown.cause : thrown;
    const refused = cause instanceof Error && "code" in cause && cause.code === INSUFFICIENT_PRIVILEGE;
    throw refused ? new Problem("forbidden", "access.refused") : thrown;
  }
}
