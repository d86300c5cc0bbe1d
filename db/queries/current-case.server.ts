import { and, eq, isNull } from "drizzle-orm";
import { seizureFacts, seizures } from "../schema.ts";

/** The case that stands beside a row of facts now. */
export const currentCase = () =>
  and(eq(seizures.operationId, seizureFacts.operationId), eq(seizures.id, seizureFacts.id), isNull(seizures.endedBy));
