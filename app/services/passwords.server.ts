import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { Problem } from "../domain/problem.ts";

/** The library's number for argon2id; its enumeration is not there at run time. */
const ARGON2ID = 2;
/** As OWASP asks for: 19 MiB, two passes, one lane. */
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Computed at once in this process, each in a thread of its own; and how many may wait for that. */
const AT_ONCE = 2;
const MAY_WAIT = 48;

type Work = { started: number; running: number; waiting: (() => void)[] };
const work: Work = { started: 0, running: 0, waiting: [] };

/** How much this process has computed so far: what each sign-in costs can be measured by it. */
export function passwordWork(): { started: number; waiting: number } {
  return { started: work.started, waiting: work.waiting.length };
}

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, COST));
}

/**
 * Whether the password is the one behind the stored hash. Without a hash (no such account) the same amount of work is
 * done against a hash that nobody knows the password of, so that the time tells nothing.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await decoy);
  const matches = await inTurn(() => verify(against, password));
  return stored !== null && matches;
}

/** Made when the process starts, so that the first unknown account costs no more than the others. */
const decoy = hash(randomBytes(32).toString("base64url"), COST);

async function inTurn<T>(compute: () => Promise<T>): Promise<T> {
  await turn();
  work.started++;
  try {
    return await compute();
  } finally {
    work.running--;
    work.waiting.shift()?.();
  }
}

function turn(): Promise<void> {
  if (work.running < AT_ONCE) {
    work.running++;
    return Promise.resolve();
  }
  if (work.waiting.length >= MAY_WAIT) throw new Problem("unavailable", "sign_in.busy");
  return new Promise((resolve) => {
    work.waiting.push(() => {
      work.running++;
      resolve();
    });
  });
}
