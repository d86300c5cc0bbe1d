import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutboxEntry } from "../domain/outbox/entry.ts";
import type { Sealed } from "./seal.ts";

/** Somebody who keeps things on this device. */
export type Account = {
  person: string;
  /** As the lock names it; nothing of what waits. */
  name: string;
  /** Cannot be read out of the browser. Missing while the PIN has not been given. */
  key?: CryptoKey;
  /** With a PIN: until when the key stays open, in milliseconds since 1970. */
  openUntil?: number;
  /** With a PIN: the key under the PIN, under what the server gives to the person alone, and the wrong tries so far. */
  lock?: { salt: Uint8Array<ArrayBuffer>; byPin: Sealed; byServer: Sealed; wrong: number };
};

export type StoredEntry = OutboxEntry & { content: Sealed; answer: Sealed | null };

/** The forms of an operation, to be drawn without a line. */
export type StoredKit = { person: string; operation: string; at: number; content: Sealed };

interface Shape extends DBSchema {
  accounts: { key: string; value: Account };
  entries: { key: string; value: StoredEntry; indexes: { owner: string } };
  files: { key: string; value: { entry: string; content: Sealed } };
  kits: { key: [string, string]; value: StoredKit; indexes: { person: string } };
  /**
   * Who holds the device, and until when that holds without asking the server: whoever was signed in last, or has taken
   * it over with a PIN. Then `signedIn` is whom the server still knows it by.
   */
  session: { key: "now"; value: { person: string; until: number; signedIn?: string | null } };
}

export type OutboxDatabase = IDBPDatabase<Shape>;

const NAME = "naga-outbox";
/** Later versions add stores and never take one away: what waits must survive an update. */
const VERSION = 1;

let opened: Promise<OutboxDatabase> | null = null;

/** The store of this device. Throws where the browser has none: a private window, a full disk, storage forbidden. */
export function outboxDatabase(): Promise<OutboxDatabase> {
  opened ??= openDB<Shape>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore("accounts", { keyPath: "person" });
      database.createObjectStore("entries", { keyPath: "id" }).createIndex("owner", "owner");
      database.createObjectStore("files", { keyPath: "entry" });
      database.createObjectStore("kits", { keyPath: ["person", "operation"] }).createIndex("person", "person");
      database.createObjectStore("session");
    },
    // A newer build of the app in another tab needs the store: this one opens it again when it is asked for next.
    blocking: () => {
      void opened?.then((database) => database.close());
      opened = null;
    },
    terminated: () => {
      opened = null;
    },
  }).catch((failed: unknown) => {
    opened = null;
    throw failed;
  });
  return opened;
}

/** Whether this browser can keep anything: the keys need a secure address. */
export function canKeep(): boolean {
  return typeof indexedDB !== "undefined" && globalThis.isSecureContext && crypto.subtle !== undefined;
}
