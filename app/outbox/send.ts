import { type Meaning, meaningOf, pauseAfter } from "../domain/outbox/answer.ts";
import { clockAhead } from "../domain/outbox/clock.ts";
import { headersOfDevice } from "../domain/outbox/delivery.ts";
import { nextToSend } from "../domain/outbox/order.ts";
import { pairsOf } from "../domain/seizure-form/fields.ts";
import { currentAccount, endSession } from "./account.ts";
import { entriesOf, fileOf, letFilesGo, noteTaken, type OpenEntry, openEntry, settle } from "./entries.ts";
import { tellNews } from "./news.ts";
import { sendFile } from "./send-file.ts";

/** Why sending ended: all is gone that can go, the line is away for so long, or nobody may send. */
export type Ended = { why: "done" } | { why: "wait"; seconds: number } | { why: "locked" };

const LOCK = "naga-outbox";
/** While another tab sends, this one looks again: what was added just now may have come after its last look. */
const OTHER_S = 5;
/** So many failures of the server itself over one entry, and it is put aside so that others can go. */
const MOST_FAULTS = 4;
const ANSWER_WITHIN_MS = 60_000;

/**
 * Sends what waits for whoever is signed in, in its order, until nothing can go. One tab or the background alone does
 * it at a time; where two do, the ids of the commands keep everything single.
 */
export async function sendWaiting(): Promise<Ended> {
  if (!navigator.locks) return sendAll();
  const ended = await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? sendAll() : null));
  return ended ?? { why: "wait", seconds: OTHER_S };
}

async function sendAll(): Promise<Ended> {
  try {
    for (;;) {
      const account = await currentAccount();
      if (!account?.key) return { why: "locked" };
      const next = nextToSend(await entriesOf(account.person));
      const entry = next && (await openEntry(account.person, next.id));
      if (!entry) return { why: "done" };
      const ended = await sendOne(entry);
      if (ended) return ended;
    }
  } finally {
    tellNews({ sending: null, left: 0 });
  }
}

/** Null where the next one may follow. */
async function sendOne(entry: OpenEntry): Promise<Ended | null> {
  tellNews({ sending: entry.id, left: entry.bytes });
  // Written before the first byte goes: whoever takes over after a crash knows that it may have arrived.
  await settle(entry, "waiting", entry.answer, entry.tries + 1);
  const meaning = entry.content.kind === "file" ? await sendTheFile(entry) : await sendWords(entry);
  switch (meaning.is) {
    case "taken":
      await noteTaken(entry);
      if (entry.content.kind === "report") await letFilesGo(entry.owner, String(entry.content.fields.id));
      return null;
    case "asks":
    case "conflict":
    case "refused":
      await settle(entry, meaning.is, meaning);
      return null;
    case "locked":
      // The session is over: what waits is locked until the same person has signed in again.
      await endSession();
      return { why: "locked" };
    case "interrupted":
      await settle(entry, "waiting", null, entry.tries + 1);
      return null;
    default:
      if (meaning.fault && entry.tries + 1 >= MOST_FAULTS) {
        await settle(entry, "refused", { is: "refused", key: "general", values: {} });
        return null;
      }
      return { why: "wait", seconds: pauseAfter(entry.tries, meaning.seconds) };
  }
}

const AWAY: Meaning = { is: "wait", seconds: null, fault: false };

async function sendWords({ owner, operation, content, wroteAt }: OpenEntry): Promise<Meaning> {
  const asked = Date.now();
  const body = new URLSearchParams({ person: owner });
  if (content.kind === "report") {
    body.set("intent", "report");
    body.set("as", content.as);
    for (const [name, value] of pairsOf(content.fields)) body.append(name, value);
  } else if (content.kind === "tally") {
    body.set("intent", "tally");
    for (const [name, value] of content.pairs) if (name !== "intent") body.append(name, value);
  }
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const headers = { Accept: "application/json", ...sentNow(wroteAt) };
    const answer = await fetch(`/operations/${operation}/outbox`, { method: "POST", body, headers, signal });
    noteClock(asked, answer);
    const said: unknown = await answer.json().catch(() => null);
    return meaningOf(answer.status, said, answer.headers.get("Retry-After"));
  } catch {
    return AWAY;
  }
}

/** Both times go along by this device's clock, so that whoever reads them can tell what it was worth. */
function sentNow(wroteAt: string) {
  return headersOfDevice({ wroteAt, sentAt: new Date().toISOString() });
}

class LineAway extends Error {}

/** A photo goes in pieces, and gives way between two of them to words that came meanwhile. */
async function sendTheFile(entry: OpenEntry): Promise<Meaning | { is: "interrupted" }> {
  const { content, owner, operation, id } = entry;
  const file = await fileOf(entry);
  if (content.kind !== "file" || !file) return { is: "refused", key: "outbox.file_gone", values: {} };
  const stop = new AbortController();
  const { record, begin, finish, as: kind, audience } = content;
  const way = {
    record: `/operations/${operation}/seizures/${record}`,
    signal: stop.signal,
    again: entry.tries > 0,
    headers: () => sentNow(entry.wroteAt),
    tell: ({ received }: { received: number }) => {
      tellNews({ sending: id, left: file.size - received });
      void hasWords(owner).then((words) => words && stop.abort());
    },
    ask: async (send: () => Promise<Response>) => {
      const answer = await send().catch(() => null);
      if (!answer || answer.status === 429 || answer.status >= 500) throw new LineAway();
      return answer;
    },
  };
  try {
    const sent = await sendFile(way, { id, begin, finish, kind, audience, file });
    if (!("refused" in sent)) return { is: "taken" };
    return meaningOf(sent.status, { problem: sent.refused, values: sent.values });
  } catch {
    return stop.signal.aborted ? { is: "interrupted" } : AWAY;
  }
}

async function hasWords(owner: string): Promise<boolean> {
  const next = nextToSend(await entriesOf(owner));
  return next !== undefined && next.kind !== "file";
}

/** What the last answer said of this device's clock, in milliseconds ahead; null where it is right. */
let ahead: number | null = null;
const clockListeners = new Set<() => void>();

function noteClock(asked: number, answer: Response) {
  const serverAt = Date.parse(answer.headers.get("Date") ?? "");
  if (Number.isNaN(serverAt)) return;
  ahead = clockAhead({ asked, heard: Date.now(), serverAt });
  for (const listener of clockListeners) listener();
}

export const clock = {
  ahead: () => ahead,
  subscribe: (listener: () => void) => {
    clockListeners.add(listener);
    return () => {
      clockListeners.delete(listener);
    };
  },
};
