import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clamScan } from "#app/attachments/scan.server.ts";
import { diskStore, type FileStore, newKey } from "#app/attachments/store.server.ts";
import { Problem } from "#app/domain/problem.ts";
import { aBucket } from "#tests/support/s3-server.ts";

const folder = mkdtempSync(join(tmpdir(), "naga-stores-"));
let s3: Awaited<ReturnType<typeof aBucket>>;
let bucket: FileStore;

beforeAll(async () => {
  s3 = await aBucket();
  bucket = s3.bucket;
});
afterAll(async () => {
  await s3.close();
  rmSync(folder, { recursive: true, force: true });
});

const keysOf = async (store: FileStore) => {
  const keys: string[] = [];
  for await (const { key } of store.list()) keys.push(key);
  return keys.sort();
};
async function contentOf(store: FileStore, key: string): Promise<Buffer | null> {
  const found = await store.read(key);
  if (!found) return null;
  const pieces: Buffer[] = [];
  for await (const piece of found.stream) pieces.push(Buffer.from(piece));
  const content = Buffer.concat(pieces);
  expect(found.bytes).toBe(content.length);
  return content;
}

describe.each([
  ["a disk", () => diskStore(join(folder, "disk"))],
  ["a bucket", () => bucket],
])("files in %s", (_, open) => {
  test("are kept byte for byte, listed, and gone when removed, twice too", async () => {
    const store = open();
    const files = new Map([newKey(), newKey(), newKey()].map((key, at) => [key, Buffer.alloc(100_000 * at + 1, at)]));
    for (const [key, content] of files) await store.put(key, content);
    for (const [key, content] of files) expect((await contentOf(store, key))?.equals(content)).toBe(true);
    expect(await keysOf(store)).toEqual([...files.keys()].sort());
    const [first = ""] = files.keys();
    await store.remove(first);
    await store.remove(first);
    expect(await contentOf(store, first)).toBeNull();
    expect(await keysOf(store)).toHaveLength(2);
    expect(await store.read(newKey())).toBeNull();
  });
});

test.each([
  ["a disk", () => diskStore(join(folder, "disk-of-files"))],
  ["a bucket", () => bucket],
])("a file of this machine comes into %s as it is", async (_, open) => {
  const path = join(folder, `large-${newKey()}`);
  const content = Buffer.from(Array.from({ length: 300_000 }, (_one, at) => at % 251));
  writeFileSync(path, content);
  const key = newKey();
  await open().putFile(key, path);
  expect((await contentOf(open(), key))?.equals(content)).toBe(true);
});

test("on a disk a key is no path, and others on the machine cannot read", async () => {
  const store = diskStore(join(folder, "own"));
  const key = newKey();
  await store.put(key, Buffer.from("x"));
  expect(statSync(join(folder, "own", key.slice(0, 2), key)).mode & 0o077).toBe(0);
  for (const path of ["../../etc/passwd", "", `${key}/..`])
    await expect(async () => store.read(path)).rejects.toThrow();
  expect(await keysOf(diskStore(join(folder, "nowhere")))).toEqual([]);
});

describe("the scanner", () => {
  const heard: Buffer[] = [];
  let daemon: Server;
  let answer = "stream: OK\0";
  let address = "";

  beforeAll(async () => {
    daemon = createServer((socket) => {
      const pieces: Buffer[] = [];
      socket.on("data", (piece) => {
        pieces.push(piece);
        const all = Buffer.concat(pieces);
        if (all.subarray(-4).readUInt32BE() === 0) {
          heard.push(all);
          socket.end(answer);
        }
      });
    });
    await new Promise<void>((done) => daemon.listen(0, "127.0.0.1", done));
    address = `127.0.0.1:${(daemon.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => daemon.close(done)));

  const said = (scan: Promise<void>) =>
    scan.then(
      () => "clean",
      (thrown: unknown) => (thrown instanceof Problem ? thrown.message : String(thrown)),
    );

  test("is asked with all of the file in pieces, each with its length", async () => {
    const content = Buffer.alloc(150_000, 7);
    expect(await said(clamScan(address)(content))).toBe("clean");
    const [all = Buffer.alloc(0)] = heard;
    expect(all.subarray(0, 10).toString("latin1")).toBe("zINSTREAM\0");
    expect(all.readUInt32BE(10)).toBe(65_536);
    expect(all.length).toBe(10 + 150_000 + 3 * 4 + 4);
  });

  test.each([
    ["stream: Win.Test.EICAR_HDB-1 FOUND\0", "attachment.malicious"],
    ["INSTREAM size limit exceeded. ERROR\0", "attachment.scan_away"],
    ["", "attachment.scan_away"],
  ])("says %j: %s", async (says, key) => {
    answer = says;
    expect(await said(clamScan(address)(Buffer.from("x")))).toBe(key);
  });

  test("that is away lets nothing through", async () => {
    expect(await said(clamScan("127.0.0.1:1")(Buffer.from("x")))).toBe("attachment.scan_away");
    expect(await said(clamScan(join(folder, "no.sock"))(Buffer.from("x")))).toBe("attachment.scan_away");
  });
});
