import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Decrypter, Encrypter } from "age-encryption";
import { afterAll, expect, test } from "vitest";
import { newKey, readBackupKey } from "#db/backup/age-key.ts";
import { RowHash } from "#db/backup/row-hash.ts";
import { readSealed, writeSealed } from "#db/backup/sealed-file.ts";
import { type Entry, entryOf, packed, unpacked } from "#db/backup/tar.ts";
import { Refusal } from "#db/refusal.ts";
import { aKey, PASSPHRASE, passphraseKey } from "#tests/support/backups.ts";
import { ownFolder } from "#tests/support/own-folder.ts";

const folder = await ownFolder("backup-file");
mkdirSync(folder.path, { recursive: true });
afterAll(() => folder.remove());

const ENTRIES: [string, Buffer][] = [
  ["first.json", Buffer.from("{}")],
  [`files/${"deep/".repeat(30)}photo.jpg`, Buffer.alloc(200_000, "abcdefgh")],
  ["empty", Buffer.alloc(0)],
  ["files/một-tệp.txt", Buffer.from("12 kg")],
];

async function* entries(): AsyncGenerator<Entry> {
  for (const [name, bytes] of ENTRIES) yield entryOf(name, bytes);
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const EXPECTED = ENTRIES.map(([name, bytes]) => [name, digest(bytes)]);

async function collected(read: AsyncIterable<Entry>): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for await (const { name, data } of read) {
    const chunks: Buffer[] = [];
    for await (const chunk of data) chunks.push(chunk);
    found.push([name, digest(Buffer.concat(chunks))]);
  }
  return found;
}

test("an archive comes back as it was, however it is cut into pieces, and unread files are passed over", async () => {
  const chunks: Buffer[] = [];
  for await (const chunk of packed(entries())) chunks.push(chunk);
  const whole = Buffer.concat(chunks);
  for (const size of [1, 511, 70_000]) {
    const from = size === 1 ? whole.length - 2_600 : 0;
    async function* pieces() {
      yield whole.subarray(0, from);
      for (let at = from; at < whole.length; at += size) yield whole.subarray(at, at + size);
    }
    expect(await collected(unpacked(pieces()))).toEqual(EXPECTED);
  }
  const names: string[] = [];
  for await (const { name } of unpacked(packed(entries()))) names.push(name);
  expect(names).toEqual(ENTRIES.map(([name]) => name));
});

test("the sum of a table knows no order of rows and no place of cuts, and notices every change", () => {
  const sumOf = (...texts: string[]) => {
    const hash = new RowHash();
    for (const text of texts) hash.add(Buffer.from(text));
    return hash.result();
  };
  const sum = sumOf("a\tb\nc\td\n");
  expect(sum).toMatchObject({ rows: 2, bytes: 8 });
  expect(sumOf("c\td", "\na\t", "", "b\n")).toEqual(sum);
  for (const other of ["a\tb\n", "a\tb\nc\te\n", "a\tb\na\tb\nc\td\n", "a\tbc\t\nd\n"]) {
    expect(sumOf(other).hash).not.toBe(sum.hash);
  }
  expect(sumOf("a\n", "a\n").hash).not.toBe(sumOf("b\n", "b\n").hash);
  expect(() => sumOf("a\nb")).toThrow("middle of a row");
});

test("a sealed file is closed to others, and comes back with its passphrase", async () => {
  const path = join(folder.path, "a.age");
  const size = await writeSealed(path, await passphraseKey(), entries());
  expect(statSync(path)).toMatchObject({ size, mode: 0o100600 });
  expect(await collected(readSealed(path, await passphraseKey()))).toEqual(EXPECTED);
});

test("what we seal, age's own library opens, and the other way round: with passphrases and with keys", async () => {
  const path = join(folder.path, "ours.age");
  await writeSealed(path, await passphraseKey(), entries());
  const theirs = new Decrypter();
  theirs.addPassphrase(PASSPHRASE);
  const tar = gunzipSync(await theirs.decrypt(readFileSync(path)));
  expect(
    await collected(
      unpacked(
        (async function* () {
          yield tar;
        })(),
      ),
    ),
  ).toEqual(EXPECTED);

  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(12);
  encrypter.setPassphrase(PASSPHRASE);
  const made = join(folder.path, "theirs.age");
  writeFileSync(made, await encrypter.encrypt(gzipSync(tar)));
  expect(await collected(readSealed(made, await passphraseKey()))).toEqual(EXPECTED);
});

test("a public key alone seals, and its secret key opens", async () => {
  const { file, publicKey } = await newKey();
  const [secret, open] = [join(folder.path, "secret.txt"), join(folder.path, "public.txt")];
  writeFileSync(secret, file, { mode: 0o600 });
  writeFileSync(open, `# for backups\n${publicKey}\n`);
  const sealing = await readBackupKey({ passphrase: undefined, keyFile: open });
  const path = join(folder.path, "b.age");
  await writeSealed(path, sealing, entries());
  await expect(collected(readSealed(path, sealing))).rejects.toThrow("Only public keys are given");
  const opening = await readBackupKey({ passphrase: undefined, keyFile: secret });
  expect(await collected(readSealed(path, opening))).toEqual(EXPECTED);
  await expect(collected(readSealed(path, await aKey()))).rejects.toThrow("does not open");
});

test.each<[string, { passphrase?: string; file?: string; mode?: number }, RegExp]>([
  ["neither", {}, /A backup is encrypted: set NAGA_BACKUP_PASSPHRASE/],
  ["both", { passphrase: PASSPHRASE, file: PASSPHRASE }, /both set/],
  ["a short passphrase", { passphrase: "otter" }, /too short to keep a backup shut/],
  ["a passphrase of one letter", { passphrase: "aaaaaaaaaaaaaaaaaaaaaaaa" }, /too short/],
  ["an empty file", { file: "# nothing\n\n" }, /is empty/],
  ["a file open to all", { file: `${PASSPHRASE}\n`, mode: 0o644 }, /can be read by everybody.*chmod 600/],
  ["half a secret key", { file: "AGE-SECRET-KEY-1QQQQ\n" }, /not whole/],
  ["half a public key", { file: "age1qqqq\n" }, /not whole/],
  ["several words on lines", { file: `${PASSPHRASE}\nand more of them\n` }, /neither keys of age alone nor/],
])("a key that is no key is refused in words: %s", async (name, { passphrase, file, mode = 0o600 }, words) => {
  const keyFile = file === undefined ? undefined : join(folder.path, `${name.replaceAll(" ", "-")}.txt`);
  if (keyFile && file !== undefined) writeFileSync(keyFile, file, { mode });
  const refusal = await readBackupKey({ passphrase, keyFile }).catch((error) => error);
  expect(refusal).toBeInstanceOf(Refusal);
  expect(refusal.message).toMatch(words);
});

test("a passphrase in a file is as good as one in the environment", async () => {
  const keyFile = join(folder.path, "passphrase");
  writeFileSync(keyFile, `${PASSPHRASE}\n`, { mode: 0o600 });
  const path = join(folder.path, "c.age");
  await writeSealed(path, await readBackupKey({ passphrase: undefined, keyFile }), entries());
  expect(await collected(readSealed(path, await passphraseKey()))).toEqual(EXPECTED);
});

test("what fails while it is written leaves no file behind, and two never write one", async () => {
  async function* failing(): AsyncGenerator<Entry> {
    yield entryOf("first", Buffer.from("x"));
    throw new Error("the database went away");
  }
  const path = join(folder.path, "failed.age");
  await expect(writeSealed(path, await aKey(), failing())).rejects.toThrow("the database went away");
  expect(() => statSync(path)).toThrow();
  expect(() => statSync(`${path}.part`)).toThrow();
  writeFileSync(`${path}.part`, "");
  await expect(writeSealed(path, await aKey(), entries())).rejects.toThrow("another backup is being written");
  await expect(writeSealed(join(folder.path, "no", "x.age"), await aKey(), entries())).rejects.toThrow(
    "cannot be written",
  );
});
