import { createHash, type Hash } from "node:crypto";
import { Refusal } from "../refusal.ts";
import type { BackupKey } from "./age-key.ts";
import { BrokenBackup } from "./broken-backup.ts";
import {
  type BackupTable,
  CONTENTS,
  type Contents,
  FILE_LISTS,
  FILES,
  HEADER,
  type Header,
  parseContents,
  parseFileList,
  parseHeader,
  type StoredFile,
  TABLES,
  titleOf,
} from "./format.ts";
import { FOLDERS } from "./kept-files.ts";
import { RowHash } from "./row-hash.ts";
import { readSealed } from "./sealed-file.ts";
import type { Entry } from "./tar.ts";

/** What is done with a backup while it is read; without any of it the reading alone proves that it is whole. */
export interface Sink {
  /** More text of this table; a table comes once, and without a break. */
  rows?: (table: BackupTable, text: Buffer) => Promise<void>;
  tableDone?: (table: BackupTable) => Promise<void>;
  file?: (path: string, data: AsyncIterable<Buffer>) => Promise<void>;
  bytes?: (count: number) => void;
}

export interface Whole {
  header: Header;
  contents: Contents;
}

/** Reads all of a backup and compares it with the sums it carries. Refuses one that is not whole, in words. */
export async function readBackup(path: string, key: BackupKey, sink: Sink = {}): Promise<Whole> {
  const reading = new Reading(sink);
  try {
    for await (const entry of readSealed(path, key)) await reading.take(entry);
    return await reading.whole();
  } catch (error) {
    if (!(error instanceof BrokenBackup)) throw error;
    throw new Refusal(`${path} is no whole backup: ${error.message}. Take another one.`);
  }
}

class Reading {
  private readonly sink: Sink;
  private header: Header | undefined;
  private contents: Contents | undefined;
  private table: BackupTable | undefined;
  private readonly sums = new Map<string, RowHash>();
  private unlisted: StoredFile[] = [];
  private files = { count: 0, bytes: 0 };

  constructor(sink: Sink) {
    this.sink = sink;
  }

  async take(entry: Entry): Promise<void> {
    const { name } = entry;
    if (!this.header) await this.begin(entry);
    else if (this.contents) throw new BrokenBackup("something follows after its end");
    else if (name.startsWith(TABLES)) await this.takeRows(entry, this.header);
    else if (name.startsWith(FILES)) await this.takeFile(entry);
    else if (name.startsWith(FILE_LISTS)) this.compareFiles(parseFileList(await bytesOf(entry)));
    else if (name === CONTENTS) this.contents = parseContents(await bytesOf(entry));
    else throw new BrokenBackup(`it holds ${name}, which this version does not know`);
  }

  private async begin(entry: Entry): Promise<void> {
    if (entry.name !== HEADER) throw new BrokenBackup("it holds something else");
    this.header = parseHeader(await bytesOf(entry));
  }

  private async takeRows(entry: Entry, header: Header): Promise<void> {
    const title = entry.name.slice(TABLES.length).replace(/\/\d{6}\.copy$/, "");
    if (!this.table || titleOf(this.table) !== title) {
      await this.endTable();
      this.table = header.tables.find((table) => titleOf(table) === title);
      if (!this.table || this.sums.has(title)) throw new BrokenBackup(`the table ${title} is not where it belongs`);
      this.sums.set(title, new RowHash());
    }
    for await (const chunk of entry.data) {
      this.sums.get(title)?.add(chunk);
      await this.sink.rows?.(this.table, chunk);
      this.sink.bytes?.(chunk.length);
    }
  }

  private async endTable(): Promise<void> {
    const { table } = this;
    this.table = undefined;
    if (table) await this.sink.tableDone?.(table);
  }

  private async takeFile({ name, size, data }: Entry): Promise<void> {
    await this.endTable();
    const path = name.slice(FILES.length);
    refuseOutside(path);
    const hash = createHash("sha256");
    const hashed = hashing(data, hash, this.sink.bytes);
    if (this.sink.file) await this.sink.file(path, hashed);
    for await (const _ of hashed);
    this.unlisted.push({ path, size, sha256: hash.digest("hex") });
    this.files.count++;
    this.files.bytes += size;
  }

  private compareFiles(listed: StoredFile[]): void {
    const line = ({ path, size, sha256 }: StoredFile) => `${sha256} ${size} ${path}`;
    const wrong = this.unlisted.find((file, at) => line(file) !== (listed[at] && line(listed[at])));
    if (wrong || listed.length !== this.unlisted.length) {
      throw new BrokenBackup(`the file ${wrong?.path ?? "of a list"} is not as it was`);
    }
    this.unlisted = [];
  }

  async whole(): Promise<Whole> {
    await this.endTable();
    const { header, contents, sums, files } = this;
    if (!header || !contents || this.unlisted.length > 0) throw new BrokenBackup("its end is missing");
    for (const table of header.tables) {
      const [read, told] = [(sums.get(titleOf(table)) ?? new RowHash()).result(), contents.tables[titleOf(table)]];
      if (read.hash !== told?.hash || read.rows !== told.rows) {
        throw new BrokenBackup(`the table ${titleOf(table)} has ${read.rows} rows where ${told?.rows} were written`);
      }
    }
    if (files.count !== contents.files.count) throw new BrokenBackup("files are missing");
    return { header, contents };
  }
}

/** A backup writes into the folders of the records and nowhere else. */
function refuseOutside(path: string): void {
  const [folder, ...parts] = path.split("/");
  const isKnown = FOLDERS.some((known) => known === folder) && parts.length > 0;
  if (!isKnown || parts.some((part) => part === "" || part === "." || part === "..")) {
    throw new BrokenBackup(`it holds a file for ${path}`);
  }
}

async function* hashing(
  data: AsyncIterable<Buffer>,
  hash: Hash,
  count?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of data) {
    hash.update(chunk);
    count?.(chunk.length);
    yield chunk;
  }
}

async function bytesOf({ data }: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of data) chunks.push(chunk);
  return Buffer.concat(chunks);
}
