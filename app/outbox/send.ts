import { type Meaning, meaningOf, pauseAfter } from "../domain/outbox/answer.ts";
import { clockAhead } from "../domain/outbox/clock.ts";
import { headersOfDevice } from "../domain/outbox/delivery.ts";
import { goesBefore, nextToSend } from "../domain/outbox/order.ts";
import { pairsOf } from "../domain/seizure-form/fields.ts";
import { endSession, sendingAccount } from "./account.ts";
import { entriesOf, fileOf, letFilesGo, noteTaken, type OpenEntry, openEntry, settle } from "./entries.ts";
import { tellNews } from "./news.ts";
import { wholeAnswer } from "./patient-line.ts";
import { sendFile } from "./send-file.ts";

/** Why sending ended: all is gone that can go, the line is away for so long, or nobody may send. */
export type Ended = { why: "done" } | { why: "wait"; seconds: number } | { why: "locked" };

const LOCK = "naga-outbox";
/** While another tab sends, this one looks again: what was added just now may have come after its last look. */
const OTHER_S = 5;
/** So many failures of the server itself over one entry, and it is put aside so that others can go. */
const MOST_FAULTS = 4;

/**
 * Sends what waits for whose session it is, in its order, until nothing can go. One tab or the background alone does
 * it at a time; where two do, the ids of the commands keep everything single. `inTurn`: waits until the other one is
 * done or gone.
 */
export async function sendWaiting({ inTurn = false } = {}): Promise<Ended> {
  if (!navigator.locks) return sendAll();
  const ended = await navigator.locks.request(LOCK, { ifAvailable: !inTurn }, (lock) => (lock ? sendAll() : null));
  return ended ?? { why: "wait", seconds: OTHER_S };
}

async function sendAll(): Promise<Ended> {
  try {
    for (;;) {
      const account = await sendingAccount();
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
      return { why: "wait", seconds: pauseAfter(await triesBefore(entry, meaning), meaning.seconds) };
  }
}

type Sent = Meaning & { moved?: boolean };

/**
 * How often the line has failed in a row, this time not counted. Where a part of a file came through it works, between
 * two cuts: pauses begin again with the shortest.
 */
async function triesBefore(entry: OpenEntry, { moved }: Sent): Promise<number> {
  if (!moved) return entry.tries;
  await settle(entry, "waiting", entry.answer, 1);
  return 0;
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
    const headers = { Accept: "application/json", ...sentNow(wroteAt) };
    const answer = await wholeAnswer(`/operations/${operation}/outbox`, { method: "POST", body, headers });
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

/** A photo goes in pieces, and gives way between two of them to what came meanwhile and goes before it. */
async function sendTheFile(entry: OpenEntry): Promise<Sent | { is: "interrupted" }> {
  const { content, operation, id } = entry;
  const file = await fileOf(entry);
  if (content.kind !== "file" || !file) return { is: "refused", key: "outbox.file_gone", values: {} };
  const stop = new AbortController();
  const { record, begin, finish, as: kind, audience, of } = content;
  const come: number[] = [];
  const way = {
    record: `/operations/${operation}/seizures/${record}`,
    signal: stop.signal,
    again: entry.tries > 0,
    headers: () => sentNow(entry.wroteAt),
    tell: ({ received }: { received: number }) => {
      come.push(received);
      tellNews({ sending: id, left: file.size - received });
      void isOvertaken(entry).then((overtaken) => overtaken && stop.abort());
    },
    ask: async (send: () => Promise<Response>) => {
      const answer = await send().catch(() => null);
      if (!answer || answer.status === 429 || answer.status >= 500) throw new LineAway();
      return answer;
    },
  };
  try {
    const sent = await sendFile(way, { id, begin, finish, kind, audience, file, of });
    if (!("refused" in sent)) return { is: "taken" };
    return meaningOf(sent.status, { problem: sent.refused, values: sent.values });
  } catch {
    return stop.signal.aborted ? { is: "interrupted" } : { ...AWAY, moved: new Set(come).size > 1 };
  }
}

async function isOvertaken(entry: OpenEntry): Promise<boolean> {
  const next = nextToSend(await entriesOf(entry.owner));
  return next !== undefined && goesBefore(next, entry);
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
