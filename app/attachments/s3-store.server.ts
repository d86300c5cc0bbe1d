import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { FileStore } from "./store.server.ts";

export type S3Settings = { endpoint: string; region: string; bucket: string; accessKey: string; secretKey: string };

/** In a bucket of any store that speaks S3; several processes then need no common disk. */
export function s3Store({ endpoint, region, bucket, accessKey, secretKey }: S3Settings): FileStore {
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    // Stores other than Amazon's do not all know its newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  const at = (key: string) => ({ Bucket: bucket, Key: `attachments/${key}` });
  return {
    async put(key, bytes) {
      await client.send(new PutObjectCommand({ ...at(key), Body: bytes, ContentType: "application/octet-stream" }));
    },
    async putFile(key, path) {
      const { size } = await stat(path);
      const content = { Body: createReadStream(path), ContentLength: size, ContentType: "application/octet-stream" };
      await client.send(new PutObjectCommand({ ...at(key), ...content }));
    },
    async read(key) {
      try {
        const { Body, ContentLength } = await client.send(new GetObjectCommand(at(key)));
        return Body instanceof Readable ? { stream: Body, bytes: ContentLength ?? 0 } : null;
      } catch (error) {
        if (error instanceof NoSuchKey) return null;
        throw error;
      }
    },
    async remove(key) {
      await client.send(new DeleteObjectCommand(at(key)));
    },
    async *list() {
      let next: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: "attachments/", ContinuationToken: next }),
        );
        for (const { Key, LastModified, Size = 0 } of page.Contents ?? []) {
          const key = Key?.slice("attachments/".length);
          if (key && LastModified) yield { key, writtenAt: LastModified, bytes: Size };
        }
        next = page.NextContinuationToken;
      } while (next);
    },
  };
}
