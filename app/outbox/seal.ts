/** Content that only its key opens; what it belongs to is bound to it, so that no two can be changed for each other. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

type Bytes = Uint8Array<ArrayBuffer> | ArrayBuffer;

export async function seal(key: CryptoKey, content: Bytes, belongsTo: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(rule(iv, belongsTo), key, content) };
}

/** Throws where the key or the belonging is another, or a byte has changed. */
export function unseal(key: CryptoKey, { iv, data }: Sealed, belongsTo: string): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(rule(iv, belongsTo), key, data);
}

const rule = (iv: Uint8Array<ArrayBuffer>, belongsTo: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(belongsTo),
});

export function sealJson(key: CryptoKey, value: unknown, belongsTo: string): Promise<Sealed> {
  return seal(key, new TextEncoder().encode(JSON.stringify(value)), belongsTo);
}

export async function unsealJson(key: CryptoKey, sealed: Sealed, belongsTo: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, sealed, belongsTo)));
}

const AES = { name: "AES-GCM", length: 256 };

/** A new key; `kept` ones can never be read out of the browser again. */
export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey(AES, false, ["encrypt", "decrypt"]);
}

export const newBytes = () => crypto.getRandomValues(new Uint8Array(32));

export function keyOf(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", bytes, AES, false, ["encrypt", "decrypt"]);
}

/** So many rounds cost a phone of 2018 about a second, and whoever tries all PINs that second for each. */
const ROUNDS = 310_000;

export async function keyOfWords(words: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const raw = new TextEncoder().encode(words.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", raw, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: ROUNDS };
  return crypto.subtle.deriveKey(how, base, AES, false, ["encrypt", "decrypt"]);
}
