import { createHmac } from "node:crypto";
import { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { JOBS_SCHEMA } from "#db/runtime-schema.ts";

/**
 * How often is too often: each answers with the seconds to wait, 0 when there is no need to. Counters lie in PostgreSQL
 * and hold over all processes.
 */
export interface Limits {
  /** Counts a try, before the password is looked at. */
  signIn(account: string, address: string): Promise<number>;
  /** The password was right: the try does not count, and strangers can no longer lock this person out here. */
  signedIn(account: string, address: string): Promise<void>;
  write(caller: string): Promise<number>;
  /** A machine's key, reads included. */
  machine(key: string): Promise<number>;
  close(): Promise<void>;
}

/** What callers may do within a minute. */
export interface Rates {
  writesPerMinute?: number;
  machineCallsPerMinute?: number;
}

interface LimitOptions extends Rates {
  appUrl: string;
  /** Hides accounts and addresses in the table. */
  secret: string;
}

const QUARTER = 15 * 60;
const HOUR = 60 * 60;
const SEASON = 90 * 24 * HOUR;
/** A caller's fast succession is counted here and reported to the table by so many at once. */
const BATCH = 10;

export function openLimits({
  appUrl,
  secret,
  writesPerMinute = 240,
  machineCallsPerMinute = 3_000,
}: LimitOptions): Limits {
  const pool = new Pool({ connectionString: appUrl, max: 3, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  pool.on("error", () => {}); // an idle connection that goes is replaced at the next question
  const shared = (name: string, points: number, duration: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      schemaName: JOBS_SCHEMA,
      tableName: "rate_limits",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration,
      insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
    });
  const hide = (text: string) => createHmac("sha256", secret).update(text).digest("base64url");
  const write = inBatches(shared("write", writesPerMinute, 60));
  const machine = inBatches(shared("machine", machineCallsPerMinute, 60));
  return {
    ...signInLimits(shared, hide),
    write: (caller) => write(hide(caller)),
    machine: (key) => machine(hide(key)),
    close: () => pool.end(),
  };
}

type Shared = (name: string, points: number, duration: number) => RateLimiterPostgres;

/**
 * Three counts: this account from this address, this address whatever the account, and this account from addresses
 * where it has never signed in. The last one guards against many addresses; the owner's own place stays open.
 */
function signInLimits(shared: Shared, hide: (text: string) => string): Pick<Limits, "signIn" | "signedIn"> {
  const here = shared("signin", 8, QUARTER);
  const address = shared("address", 100, QUARTER);
  const account = shared("account", 60, HOUR);
  const known = shared("known", 1, SEASON);
  const keys = (name: string, from: string) => ({
    pair: hide(`${name.toLowerCase()}\n${from}`),
    name: hide(name.toLowerCase()),
    from: hide(from),
  });
  return {
    async signIn(name, from) {
      const key = keys(name, from);
      const isKnown = ((await known.get(key.pair))?.consumedPoints ?? 0) > 0;
      const waits = [await waitOf(here.consume(key.pair)), await waitOf(address.consume(key.from))];
      if (!isKnown) waits.push(await waitOf(account.consume(key.name)));
      return Math.max(...waits);
    },
    async signedIn(name, from) {
      const key = keys(name, from);
      await Promise.all([
        here.delete(key.pair),
        address.reward(key.from),
        account.reward(key.name),
        known.set(key.pair, 1, SEASON),
      ]);
    },
  };
}

async function waitOf(counted: Promise<RateLimiterRes>): Promise<number> {
  try {
    await counted;
    return 0;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    throw refused;
  }
}

/** Exact in one process, within some per cent over several, and one statement for every ten calls. */
function inBatches(limiter: RateLimiterPostgres): (key: string) => Promise<number> {
  const local = new RateLimiterMemory({ points: limiter.points, duration: limiter.duration });
  return async (key) => {
    const counted = local.consume(key);
    const seconds = await waitOf(counted);
    if (seconds > 0 || (await counted).consumedPoints % BATCH !== 0) return seconds;
    const wait = await waitOf(limiter.consume(key, BATCH));
    if (wait > 0) await local.block(key, wait);
    return wait;
  };
}
