import { type Account, outboxDatabase } from "./database.ts";
import { tellNews } from "./news.ts";
import { keyOf, keyOfWords, newBytes, newKey, seal, unseal } from "./seal.ts";

/** How long a PIN holds on this device while nobody does anything. */
const PIN_HOLDS_MS = 15 * 60_000;
/** For whoever has opened it with a PIN and has not signed in. */
const SHIFT_MS = 12 * 60 * 60_000;
/** Not written down with every tap. */
const HELD_ANEW_MS = 30_000;
/** After so many wrong tries only signing in opens it. */
export const MOST_WRONG = 10;

export type Holder = { person: string; name: string };

/** Whoever is signed in keeps things under a key of the own, made when it is first needed. */
export async function noteSession({ person, name }: Holder, until: number): Promise<void> {
  const database = await outboxDatabase();
  await database.put("session", { person, until }, "now");
  const fresh = await newKey();
  // Another tab may have been faster: the first key stays, or what it sealed would be lost.
  const change = database.transaction("accounts", "readwrite");
  const known = await change.store.get(person);
  await change.store.put(known ? { ...known, name } : { person, name, key: fresh });
  await change.done;
  tellNews({ changed: true });
}

/**
 * Nobody is signed in any more: what waits stays locked until the same person comes back. Whoever has taken the device
 * over with a PIN was not signed in, and writes on.
 */
export async function endSession(): Promise<void> {
  const database = await outboxDatabase();
  const session = await database.get("session", "now");
  const holds = session && session.signedIn !== undefined ? session.person : null;
  if (session && holds) await database.put("session", { ...session, signedIn: null }, "now");
  else await database.delete("session", "now");
  for (const account of await database.getAll("accounts")) if (account.person !== holds) await lock(account);
  tellNews({ changed: true });
}

/** Who may look at what waits here, as far as the device knows without a line. */
export async function currentAccount(now = Date.now()): Promise<Account | null> {
  const session = await sessionAt(now);
  return session ? accountOf(session.person, now) : null;
}

/** As whom the server knows this device: what waits goes for that person alone. */
export async function sendingAccount(now = Date.now()): Promise<Account | null> {
  const session = await sessionAt(now);
  const sender = session?.signedIn === undefined ? session?.person : session.signedIn;
  return sender ? accountOf(sender, now) : null;
}

async function sessionAt(now: number) {
  const session = await (await outboxDatabase()).get("session", "now");
  return session && session.until >= now ? session : null;
}

async function accountOf(person: string, now: number): Promise<Account | null> {
  const account = await (await outboxDatabase()).get("accounts", person);
  if (!account) return null;
  if (account.lock && account.key && (account.openUntil ?? 0) < now) return lock(account);
  return account;
}

/** Those who may take the device over: they have a PIN on it. */
export async function holdersWithPin(): Promise<Holder[]> {
  const all = await (await outboxDatabase()).getAll("accounts");
  return all.filter(({ lock }) => lock).map(({ person, name }) => ({ person, name }));
}

/**
 * The next one who holds a shared device takes it over with the own PIN, with a line or without. What the one before
 * has written goes on under that session as long as the PIN holds; the own waits for the own.
 */
export async function takeOver(person: string, pin: string): Promise<PinAnswer> {
  const database = await outboxDatabase();
  const known = await database.get("accounts", person);
  const answer = known?.lock ? await openWithPin(person, pin) : "wrong";
  if (answer !== "open") return answer;
  const before = await sessionAt(Date.now());
  const was = before?.signedIn === undefined ? (before?.person ?? null) : before.signedIn;
  const until = Date.now() + SHIFT_MS;
  await database.put("session", was === person ? { person, until } : { person, until, signedIn: was }, "now");
  tellNews({ changed: true });
  return "open";
}

async function lock(account: Account): Promise<Account> {
  if (!account.lock) return account;
  const { key: _closed, openUntil: _over, ...locked } = account;
  await (await outboxDatabase()).put("accounts", locked);
  return locked;
}

/** The key, where it is open for who holds the device or for whose session sends. */
export async function openKey(person: string): Promise<CryptoKey | null> {
  const accounts = [await currentAccount(), await sendingAccount()];
  return accounts.find((account) => account?.person === person)?.key ?? null;
}

/** Somebody does something: what the PIN has opened stays open. Sending by itself is nobody's doing, and closes nothing. */
export async function holdOpen(now = Date.now()): Promise<void> {
  const database = await outboxDatabase();
  const session = await database.get("session", "now");
  if (!session) return;
  const change = database.transaction("accounts", "readwrite");
  const account = await change.store.get(session.person);
  const { openUntil = 0 } = account ?? {};
  if (account?.lock && account.key && openUntil > now && openUntil < now + PIN_HOLDS_MS - HELD_ANEW_MS) {
    await change.store.put({ ...account, openUntil: now + PIN_HOLDS_MS });
  }
  await change.done;
}

export type PinAnswer = "open" | "wrong" | "locked";

const PIN_PART = "pin";
const SERVER_PART = "server";

/** Opens with the PIN. Ten wrong ones, and only the person's own sign-in opens it. */
export async function openWithPin(person: string, pin: string): Promise<PinAnswer> {
  const database = await outboxDatabase();
  const account = await database.get("accounts", person);
  if (!account?.lock) return "open";
  if (account.lock.wrong >= MOST_WRONG) return "locked";
  const { salt, byPin } = account.lock;
  try {
    await opened(account, await unseal(await keyOfWords(pin, salt), byPin, PIN_PART + person));
    return "open";
  } catch {
    const lockNow = { ...account.lock, wrong: account.lock.wrong + 1 };
    await database.put("accounts", { ...account, lock: lockNow });
    return lockNow.wrong >= MOST_WRONG ? "locked" : "wrong";
  }
}

/** Opens with what the server gives to the person who is signed in: a PIN that was forgotten loses nothing. */
export async function openWithSecret(person: string, secret: string): Promise<void> {
  const database = await outboxDatabase();
  const account = await database.get("accounts", person);
  if (!account?.lock) return;
  const { salt, byServer } = account.lock;
  await opened(account, await unseal(await keyOfWords(secret, salt), byServer, SERVER_PART + person));
}

async function opened(account: Account, bytes: ArrayBuffer): Promise<void> {
  const lockNow = account.lock && { ...account.lock, wrong: 0 };
  const key = await keyOf(bytes);
  const openUntil = Date.now() + PIN_HOLDS_MS;
  await (await outboxDatabase()).put("accounts", { ...account, key, openUntil, lock: lockNow });
  tellNews({ changed: true });
}

/** Sets or changes the PIN: everything that waits is sealed anew under a key that the PIN alone opens. */
export async function setPin(account: Account, pin: string, secret: string): Promise<void> {
  const { person, key } = account;
  if (!key) throw new Error("A PIN is set by whoever has opened the outbox");
  const bytes = newBytes();
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const byPin = await seal(await keyOfWords(pin, salt), bytes, PIN_PART + person);
  const byServer = await seal(await keyOfWords(secret, salt), bytes, SERVER_PART + person);
  const locked = { ...account, openUntil: Date.now() + PIN_HOLDS_MS, lock: { salt, byPin, byServer, wrong: 0 } };
  await sealAnew(locked, key, await keyOf(bytes));
}

/** Takes the PIN away: the device opens what waits for whoever is signed in. */
export async function dropPin(account: Account): Promise<void> {
  const { lock: _gone, openUntil: _over, key, ...open } = account;
  if (!key) throw new Error("A PIN is taken away by whoever has opened the outbox");
  await sealAnew(open, key, await newKey());
}

/** All or nothing: cryptography first, then one transaction that finds what it began with or begins again. */
async function sealAnew(account: Account, from: CryptoKey, to: CryptoKey): Promise<void> {
  const database = await outboxDatabase();
  const { person } = account;
  const again = async <S extends { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }>(sealed: S, of: string) =>
    seal(to, await unseal(from, sealed, of), of);
  for (;;) {
    const entries = await database.getAllFromIndex("entries", "owner", person);
    const files = (await Promise.all(entries.map(({ id }) => database.get("files", id)))).filter((file) => !!file);
    const kits = await database.getAllFromIndex("kits", "person", person);
    const newEntries = await Promise.all(
      entries.map(async (entry) => ({
        ...entry,
        content: await again(entry.content, entry.id),
        answer: entry.answer && (await again(entry.answer, `${entry.id} answer`)),
      })),
    );
    const newFiles = await Promise.all(
      files.map(async ({ entry, content }) => ({ entry, content: await again(content, `${entry} file`) })),
    );
    const newKits = await Promise.all(
      kits.map(async (kit) => ({ ...kit, content: await again(kit.content, `kit ${kit.operation}`) })),
    );
    const change = database.transaction(["accounts", "entries", "files", "kits"], "readwrite");
    const now = await change.objectStore("entries").index("owner").getAll(person);
    const isSame = now.every(({ id, edition }, at) => entries[at]?.id === id && entries[at]?.edition === edition);
    if (now.length !== entries.length || !isSame) {
      change.abort();
      await change.done.catch(() => {});
      continue;
    }
    for (const entry of newEntries) void change.objectStore("entries").put(entry);
    for (const file of newFiles) void change.objectStore("files").put(file);
    for (const kit of newKits) void change.objectStore("kits").put(kit);
    void change.objectStore("accounts").put({ ...account, key: to });
    await change.done;
    break;
  }
  tellNews({ changed: true });
}
