import { DrizzleQueryError } from "drizzle-orm";
import postgres from "postgres";

/**
 * What the log may keep of a fault. Messages of the database quote values, and a failed query is told with its
 * parameters: names, contents, even tokens. Of these only the statement, the code and what broke are written down.
 */
export function faultFacts(fault: unknown): unknown {
  if (!(fault instanceof Error)) return typeof fault;
  const cause = fault.cause === undefined ? {} : { cause: faultFacts(fault.cause) };
  return { type: fault.name, ...toldBy(fault), at: frames(fault), ...cause };
}

function toldBy(fault: Error): object {
  if (fault instanceof DrizzleQueryError) return { statement: fault.query };
  if (fault instanceof postgres.PostgresError) {
    const { code, severity, constraint_name, table_name, column_name, routine } = fault;
    return { code, severity, constraint: constraint_name, table: table_name, column: column_name, routine };
  }
  // A parser quotes what it could not read.
  if (fault instanceof SyntaxError) return {};
  return { message: fault.message, ...("code" in fault && { code: fault.code }) };
}

/** Where it happened, without the message that a stack begins with. */
function frames({ stack = "" }: Error): string[] {
  return stack
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line.startsWith("at "));
}
