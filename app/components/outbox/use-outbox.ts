import { useEffect, useState } from "react";
import type { OutboxKit } from "#app/domain/outbox/kit.ts";
import { inOrder } from "#app/domain/outbox/order.ts";
import { currentAccount, sendingAccount } from "#app/outbox/account.ts";
import { type Account, canKeep, outboxDatabase } from "#app/outbox/database.ts";
import { entriesOf, type OpenEntry, openEntries } from "#app/outbox/entries.ts";
import { openKits } from "#app/outbox/kits.ts";
import { onNews } from "#app/outbox/news.ts";

export type OpenOutbox = {
  is: "open";
  account: Account;
  entries: readonly OpenEntry[];
  kits: ReadonlyMap<string, OutboxKit>;
  /** The server knows this device by the session of whom it is held by; else it was taken over with a PIN. */
  signedIn: boolean;
};

/** Somebody of whom things wait here, as whoever else holds the phone may know it. */
export type Waiting = { name: string; n: number };

/**
 * What a page knows of the outbox. `none`: this browser keeps nothing. `locked`: nobody is signed in as far as the device
 * knows. `pin`: whoever is signed in has not given the PIN.
 */
export type OutboxView =
  | { is: "loading" }
  | { is: "none" }
  | { is: "locked"; waiting: readonly Waiting[] }
  | { is: "pin"; account: Account; n: number }
  | OpenOutbox;

/** What is under way, and how much of it is left. */
export type UnderWay = { id: string; left: number } | null;

/** The outbox of this device as it changes, from this page, from others and from the background. */
export function useOutbox(): { view: OutboxView; underWay: UnderWay; taken: readonly OpenEntry[] } {
  const [view, setView] = useState<OutboxView>({ is: "loading" });
  const [underWay, setUnderWay] = useState<UnderWay>(null);
  const [taken, setTaken] = useState<readonly OpenEntry[]>([]);
  useEffect(() => {
    let over = false;
    let known: readonly OpenEntry[] = [];
    let looking = Promise.resolve();
    // With a PIN: then it closes, unless somebody has done something meanwhile.
    let closing: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      looking = looking.then(async () => {
        const seen = await lookInto().catch((): OutboxView => ({ is: "none" }));
        if (over) return;
        if (seen.is === "open")
          known = [...known.filter(({ id }) => !seen.entries.some((one) => one.id === id)), ...seen.entries];
        setView(seen);
        clearTimeout(closing);
        const { openUntil } = "account" in seen ? seen.account : {};
        if (openUntil) closing = setTimeout(look, Math.max(0, openUntil - Date.now()) + 500);
      });
    };
    look();
    const stop = onNews((news) => {
      if ("sending" in news) setUnderWay(news.sending === null ? null : { id: news.sending, left: news.left });
      else if ("taken" in news) {
        const entry = known.find(({ id }) => id === news.taken);
        if (entry) setTaken((before) => [entry, ...before.filter(({ id }) => id !== entry.id)]);
      } else look();
    });
    return () => {
      over = true;
      clearTimeout(closing);
      stop();
    };
  }, []);
  return { view, underWay, taken };
}

async function lookInto(): Promise<OutboxView> {
  if (!canKeep()) return { is: "none" };
  const account = await currentAccount();
  if (!account) return { is: "locked", waiting: await waitingOfAll() };
  const entries = await openEntries(account.person);
  if (entries === null) return { is: "pin", account, n: (await entriesOf(account.person)).length };
  const signedIn = (await sendingAccount())?.person === account.person;
  return { is: "open", account, entries: inOrder(entries), kits: await openKits(account.person), signedIn };
}

async function waitingOfAll(): Promise<Waiting[]> {
  const accounts = await (await outboxDatabase()).getAll("accounts");
  const counted = await Promise.all(
    accounts.map(async ({ person, name }) => ({ name, n: (await entriesOf(person)).length })),
  );
  return counted.filter(({ n }) => n > 0);
}
