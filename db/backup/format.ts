import { z } from "zod";
import { BrokenBackup } from "./broken-backup.ts";

/** The form of the files inside a backup. A change that an older program would misread takes the next number. */
export const FORMAT = 1;

export const HEADER = "naga-backup.json";
export const CONTENTS = "naga-contents.json";
export const TABLES = "tables/";
export const FILES = "files/";
export const FILE_LISTS = "file-lists/";

const Table = z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) });
const Sequence = z.object({
  schema: z.string(),
  name: z.string(),
  last: z.string().regex(/^-?\d+$/),
  used: z.boolean(),
});
const Migration = z.object({ hash: z.string(), at: z.number() });
const Sum = z.object({ rows: z.number(), bytes: z.number(), hash: z.string() });
const StoredFile = z.object({ path: z.string(), size: z.number(), sha256: z.string() });

const Header = z.object({
  format: z.literal(FORMAT),
  app: z.string(),
  at: z.string(),
  postgres: z.object({ major: z.number(), version: z.string() }),
  migrations: z.array(Migration),
  /** Version of the tables in which waiting jobs are kept. */
  jobs: z.number().nullable(),
  tables: z.array(Table),
  databaseBytes: z.number(),
  filesBytes: z.number(),
});

const Contents = z.object({
  tables: z.record(z.string(), Sum),
  sequences: z.array(Sequence),
  files: z.object({ count: z.number(), bytes: z.number() }),
});

export type BackupTable = z.infer<typeof Table>;
export type BackupSequence = z.infer<typeof Sequence>;
export type BackupMigration = z.infer<typeof Migration>;
export type StoredFile = z.infer<typeof StoredFile>;
/** First in the archive: what it was made from, and which tables follow in which order. */
export type Header = z.infer<typeof Header>;
/** Last in the archive: the sums of what went before. An archive without it is not whole. */
export type Contents = z.infer<typeof Contents>;

export function titleOf({ schema, name }: { schema: string; name: string }): string {
  return `${schema}.${name}`;
}

export function parseHeader(bytes: Buffer): Header {
  const given = jsonOf(bytes);
  const { data } = z.object({ format: z.number() }).safeParse(given);
  if (data && data.format > FORMAT) throw new BrokenBackup("a newer Naga made it: restore it with that version");
  return parsed(Header, given);
}

export function parseContents(bytes: Buffer): Contents {
  return parsed(Contents, jsonOf(bytes));
}

export function parseFileList(bytes: Buffer): StoredFile[] {
  return parsed(z.array(StoredFile), jsonOf(bytes));
}

function parsed<T>(shape: z.ZodType<T>, given: unknown): T {
  const result = shape.safeParse(given);
  if (!result.success) throw new BrokenBackup("its lists cannot be read");
  return result.data;
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new BrokenBackup("its lists cannot be read");
  }
}
