import { createCipheriv, createDecipheriv, randomBytes, scrypt } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { promisify } from "node:util";
import {
  Decrypter,
  Encrypter,
  generateX25519Identity,
  type Identity,
  identityToRecipient,
  type Recipient,
  Stanza,
} from "age-encryption";
import { Refusal } from "../refusal.ts";

/** With what backups are sealed, and opened again: a passphrase, or keys of age. */
export interface BackupKey {
  encrypter(): Encrypter;
  /** None where only public keys are given: those seal, and open nothing. */
  decrypter: (() => Decrypter) | undefined;
}

export interface GivenKey {
  passphrase: string | undefined;
  keyFile: string | undefined;
}

const SHORTEST = 16;
const HOW = "NAGA_BACKUP_PASSPHRASE (16 characters or more) or NAGA_BACKUP_KEY_FILE (npm run backup -- --new-key FILE)";

export async function readBackupKey({ passphrase, keyFile }: GivenKey): Promise<BackupKey> {
  if (passphrase && keyFile) {
    throw new Refusal("NAGA_BACKUP_PASSPHRASE and NAGA_BACKUP_KEY_FILE are both set: set one of them.");
  }
  if (passphrase) return passphraseKey(passphrase, "NAGA_BACKUP_PASSPHRASE");
  if (keyFile) return keyOfFile(keyFile);
  throw new Refusal(`A backup is encrypted: set ${HOW}.`);
}

/** A key file holds secret keys of age, or public ones, or a passphrase alone on its line. */
async function keyOfFile(path: string): Promise<BackupKey> {
  const lines = linesOf(path);
  const isSecret = lines.some((line) => !line.startsWith("age1"));
  if (isSecret && (statSync(path).mode & 0o007) !== 0) {
    throw new Refusal(`${path} can be read by everybody on this machine: chmod 600 ${path}.`);
  }
  try {
    if (!isSecret) return keysOf(lines, []);
    if (lines.every((line) => line.startsWith("AGE-SECRET-KEY-"))) {
      return keysOf(await Promise.all(lines.map(identityToRecipient)), lines);
    }
  } catch {
    throw new Refusal(`${path} holds a key of age that is not whole: copy it again.`);
  }
  const [passphrase, ...more] = lines;
  if (passphrase && more.length === 0) return passphraseKey(passphrase, path);
  throw new Refusal(`${path} holds neither keys of age alone nor a single passphrase.`);
}

function linesOf(path: string): string[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new Refusal(`NAGA_BACKUP_KEY_FILE ${path} cannot be read: give this user the right to, or name another.`);
  }
  const lines = text.split("\n").map((line) => line.trim());
  const told = lines.filter((line) => line !== "" && !line.startsWith("#"));
  if (told.length === 0) throw new Refusal(`${path} is empty: npm run backup -- --new-key FILE makes a key.`);
  return told;
}

function keysOf(recipients: string[], identities: string[]): BackupKey {
  const encrypter = () => {
    const made = new Encrypter();
    for (const recipient of recipients) made.addRecipient(recipient);
    return made;
  };
  // A word that is no public key is told now, not after the tables were read.
  encrypter();
  const decrypter = () => {
    const made = new Decrypter();
    for (const identity of identities) made.addIdentity(identity);
    return made;
  };
  return { encrypter, decrypter: identities.length > 0 ? decrypter : undefined };
}

/** A new pair of keys in the words of age's own key files. */
export async function newKey(): Promise<{ file: string; publicKey: string }> {
  const secret = await generateX25519Identity();
  const publicKey = await identityToRecipient(secret);
  return { file: `# public key: ${publicKey}\n${secret}\n`, publicKey };
}

function passphraseKey(passphrase: string, from: string): BackupKey {
  if (passphrase.length < SHORTEST || new Set(passphrase).size < 8) {
    throw new Refusal(`The passphrase of ${from} is too short to keep a backup shut: set ${HOW}.`);
  }
  const known = new Map<string, Uint8Array>();
  return {
    encrypter() {
      const made = new Encrypter();
      made.addRecipient(scryptRecipient(passphrase));
      return made;
    },
    decrypter() {
      const made = new Decrypter();
      made.addIdentity(scryptIdentity(passphrase, known));
      return made;
    },
  };
}

/** Age's own cost of a guess, a second and 256 MB; made by Node.js instead of in JavaScript, which takes seven times as long. */
const WORK = 18;
const HARDEST = 20;
const LABEL = "age-encryption.org/v1/scrypt";
const CIPHER = "chacha20-poly1305";
const TAG = 16;
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

function wrappingKey(passphrase: string, salt: Buffer, work: number): Promise<Buffer> {
  const cost = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** work * 1024 + 2 ** 20 };
  return derive(passphrase, Buffer.concat([Buffer.from(LABEL), salt]), 32, cost);
}

function scryptRecipient(passphrase: string): Recipient {
  return {
    async wrapFileKey(fileKey) {
      const salt = randomBytes(16);
      const key = await wrappingKey(passphrase, salt, WORK);
      const cipher = createCipheriv(CIPHER, key, Buffer.alloc(12), { authTagLength: TAG });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(["scrypt", salt.toString("base64").replaceAll("=", ""), String(WORK)], body)];
    },
  };
}

/** `known`: the keys of files opened before; a restore opens its file twice. */
function scryptIdentity(passphrase: string, known: Map<string, Uint8Array>): Identity {
  return {
    async unwrapFileKey([stanza, ...more]) {
      const [kind, salt = "", work = ""] = stanza?.args ?? [];
      if (!stanza || more.length > 0 || kind !== "scrypt" || !/^[1-9]\d?$/.test(work) || Number(work) > HARDEST) {
        return null;
      }
      const found = known.get(salt);
      if (found) return found;
      const key = await wrappingKey(passphrase, Buffer.from(salt, "base64"), Number(work));
      const fileKey = decrypted(key, Buffer.from(stanza.body));
      if (fileKey) known.set(salt, fileKey);
      return fileKey;
    },
  };
}

function decrypted(key: Buffer, body: Buffer): Uint8Array | null {
  if (body.length !== 16 + TAG) return null;
  const decipher = createDecipheriv(CIPHER, key, Buffer.alloc(12), { authTagLength: TAG });
  decipher.setAuthTag(body.subarray(16));
  try {
    return Uint8Array.from(Buffer.concat([decipher.update(body.subarray(0, 16)), decipher.final()]));
  } catch {
    return null;
  }
}
