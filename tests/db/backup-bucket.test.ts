import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import S3rver from "s3rver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { s3Store } from "#app/attachments/s3-store.server.ts";
import { diskStore, type FileStore, newKey } from "#app/attachments/store.server.ts";
import type { BackupKey } from "#db/backup/age-key.ts";
import { readBackup } from "#db/backup/read.ts";
import { aKey, backUp, bringBack, emptyDatabase } from "#tests/support/backups.ts";
import { freshDatabase } from "#tests/support/database.ts";
import { type OwnFolder, ownFolder } from "#tests/support/own-folder.ts";

let folder: OwnFolder;
let s3: S3rver;
let key: BackupKey;
let bucketNamed: (name: string) => FileStore;
let path: string;
const files = new Map([0, 1, 300_000].map((size, at) => [newKey(), Buffer.alloc(size, at + 1)]));

beforeAll(async () => {
  folder = await ownFolder("buckets");
  key = await aKey();
  s3 = new S3rver({
    ...{ port: 0, silent: true, directory: join(folder.path, "s3") },
    configureBuckets: ["from", "to", "filled"].map((name) => ({ name, configs: [] })),
  });
  const { port } = await s3.run();
  const account = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "us-east-1",
    accessKey: "S3RVER",
    secretKey: "S3RVER",
  };
  bucketNamed = (bucket) => s3Store({ ...account, bucket });
  for (const [name, content] of files) await bucketNamed("from").put(name, content);
  mkdirSync(join(dataDir("a"), "boundaries"), { recursive: true });
  writeFileSync(join(dataDir("a"), "boundaries", "vn.json"), "{}");
  // What lies in the folder beside the bucket is nobody's: the store that is configured counts.
  mkdirSync(join(dataDir("a"), "attachments"));
  writeFileSync(join(dataDir("a"), "attachments", "left-over"), "x");
  const { ownerUrl } = await freshDatabase();
  path = await backUp("a", { ownerUrl, dataDir: dataDir("a"), key, bucket: bucketNamed("from") });
}, 120_000);
afterAll(async () => {
  await s3.close();
  folder.remove();
});

const dataDir = (name: string) => join(folder.path, name);

/** An empty database, and a data folder of its own. */
async function place(name: string) {
  const { ownerUrl } = await emptyDatabase(`t_bucket_${name}`);
  return { ownerUrl, dataDir: dataDir(name), key };
}

async function contentsIn(store: FileStore) {
  const found = new Map<string, Buffer>();
  for await (const { key: name } of store.list()) {
    const file = await store.read(name);
    if (file) found.set(name, await buffer(file.stream));
  }
  return found;
}

test("attachments of a bucket are in the backup, and come back into another bucket byte for byte", async () => {
  expect((await readBackup(path, key)).contents.files).toEqual({ count: 4, bytes: 300_003 });
  const to = bucketNamed("to");
  const back = await place("to");
  await bringBack(path, { ...back, bucket: to });
  expect(await contentsIn(to)).toEqual(files);
  expect(await contentsIn(diskStore(join(back.dataDir, "attachments")))).toEqual(new Map());
  expect(readFileSync(join(back.dataDir, "boundaries", "vn.json"), "utf8")).toBe("{}");
});

test("they come back into a data folder as well", async () => {
  const back = await place("disk");
  await bringBack(path, back);
  expect(await contentsIn(diskStore(join(back.dataDir, "attachments")))).toEqual(files);
});

test("a bucket that holds something is left alone", async () => {
  const filled = bucketNamed("filled");
  const other = newKey();
  await filled.put(other, Buffer.from("theirs"));
  const back = await place("filled");
  await expect(bringBack(path, { ...back, bucket: filled })).rejects.toThrow("not empty");
  expect(await contentsIn(filled)).toEqual(new Map([[other, Buffer.from("theirs")]]));
});
