import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import S3rver from "s3rver";
import { s3Store } from "#app/attachments/s3-store.server.ts";
import type { FileStore } from "#app/attachments/store.server.ts";

/** A server that speaks S3, with an empty bucket, until it is closed. */
export async function aBucket(): Promise<{ bucket: FileStore; close: () => Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), "naga-s3-"));
  const s3 = new S3rver({ port: 0, silent: true, directory, configureBuckets: [{ name: "naga", configs: [] }] });
  const { port } = await s3.run();
  const account = { accessKey: "S3RVER", secretKey: "S3RVER" };
  const bucket = s3Store({ endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", bucket: "naga", ...account });
  return {
    bucket,
    close: async () => {
      await s3.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
