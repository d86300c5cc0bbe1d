import { z } from "zod";
import { nextToSend } from "../domain/outbox/order.ts";
import { currentAccount, endSession, type Holder, holdOpen, noteSession, sendingAccount } from "./account.ts";
import { canKeep } from "./database.ts";
import { entriesOf } from "./entries.ts";
import { keepKit } from "./kits.ts";
import { type Ended, sendWaiting } from "./send.ts";
import { keepShell, registerWorker, SHELL, SYNC } from "./shell.ts";

let timer: ReturnType<typeof setTimeout> | undefined;
let going = false;
/** Something was added while the last look at what waits may have been over. */
let again = false;

/** Sends now what can go; while the line is away, again after longer and longer pauses. */
export function startSending(): void {
  clearTimeout(timer);
  again = going;
  if (going) return;
  going = true;
  sendNow()
    .catch((): Ended => ({ why: "wait", seconds: 30 }))
    .then((ended) => {
      going = false;
      if (again) return startSending();
      if (ended.why !== "wait") return;
      timer = setTimeout(startSending, ended.seconds * 1_000);
    });
}

/** Whoever closes the page in the middle, or at once, has the worker go on. */
async function sendNow(): Promise<Ended> {
  const account = await sendingAccount();
  if (account?.key && nextToSend(await entriesOf(account.person))) void askToBeWoken();
  return sendWaiting();
}

/** Chrome wakes the worker when the line is back, also after the last page was closed. */
async function askToBeWoken(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await registration?.sync?.register(SYNC).catch(() => {});
}

export type Reader = Holder & { hours: number };

const Told = z.object({ id: z.string(), name: z.string(), hours: z.number() });

/** The page that opens without a line is drawn for nobody: with one it asks who is signed in. Null where nobody says. */
async function readerBySession(): Promise<Reader | "nobody" | null> {
  const answer = await fetch(`${SHELL}/reader`, { headers: { Accept: "application/json" } }).catch(() => null);
  if (answer?.status === 401) return "nobody";
  const told = answer?.ok ? Told.safeParse(await answer.json().catch(() => null)) : null;
  return told?.success ? { person: told.data.id, name: told.data.name, hours: told.data.hours } : null;
}

let started = false;
let noted = () => {};
/** Parts of the page begin before the page itself: they wait until it is known whose device this is. */
const isNoted = new Promise<void>((resolve) => {
  noted = resolve;
});

/** Once for each document: who is signed in, and sending as long as it is open. */
export async function startOutbox(reader: Reader | null, path: string): Promise<void> {
  if (!canKeep()) return;
  const now = reader ?? (path === SHELL ? await readerBySession() : null);
  if (now === "nobody" || path === "/sign-in") await endSession();
  else if (now) {
    await noteSession(now, Date.now() + now.hours * 3_600_000);
    noted();
  }
  if (!started) {
    started = true;
    window.addEventListener("online", startSending);
    for (const done of ["pointerdown", "keydown"]) window.addEventListener(done, () => void holdOpen());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") startSending();
    });
  }
  await registerWorker();
  startSending();
}

/** Readies this device for times without a line: the page that opens then, and the forms of an operation. */
export async function readyFor(person: string, operation: string): Promise<void> {
  if (!canKeep()) return;
  await isNoted;
  // Browsers throw storage away when the disk fills; this asks them to leave ours to the last.
  await navigator.storage?.persist?.().catch(() => false);
  await keepKit(person, operation);
  await keepShell();
}

/** How many things of the person who is signed in wait here, for whoever wants to sign out. */
export async function waitingHere(): Promise<number> {
  if (!canKeep()) return 0;
  const account = await currentAccount();
  return account ? (await entriesOf(account.person)).length : 0;
}
