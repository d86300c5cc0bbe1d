import type { AppLoadContext } from "@remix-run/node";
import { Problem } from "./domain/problem.ts";

/** Counts one try of a password, before it is looked at; too many of them are refused with the seconds to wait. */
export async function countTry({ limits, address }: AppLoadContext, account: string): Promise<void> {
  const seconds = await limits.signIn(account, address);
  if (seconds > 0) throw new Problem("too-many", "too-many", { seconds });
}
