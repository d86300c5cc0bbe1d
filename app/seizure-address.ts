import { Id } from "./domain/id.ts";
import { Problem } from "./domain/problem.ts";

/** The seizure in the address; what is no id names nothing. */
export function seizureIdOf(params: Record<string, string | undefined>): Id {
  const id = Id.safeParse(params.seizureId);
  if (!id.success) throw new Problem("not-found", "seizure.unknown");
  return id.data;
}
