import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { type Entry, open, type ZipFile } from "yauzl";
import { FileRefusal } from "./refusal.ts";

/** Unpacked, a workbook of 200 MB may be ten times that; what goes beyond is refused before it is unpacked. */
const MOST_BYTES = 4 * 1024 ** 3;
/** XML packs at 10 to 30 to one; a hundred times that is a bomb. */
const MOST_TIMES = 1000;
const MOST_ENTRIES = 10_000;

/** The parts of a packed workbook by name, read one after the other. */
export class Zip {
  readonly #file: ZipFile;
  readonly #entries: ReadonlyMap<string, Entry>;

  private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
    this.#file = file;
    this.#entries = entries;
  }

  static async open(path: string): Promise<Zip> {
    const file = await openFile(path);
    try {
      return new Zip(file, await entriesOf(file));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The part as text in pieces; more bytes than the part announced end it (yauzl checks both sizes). */
  async *text(name: string): AsyncGenerator<string> {
    const entry = this.#entries.get(name);
    if (!entry) throw new FileRefusal("import.file.broken_workbook", { part: name });
    const decoder = new TextDecoder("utf-8");
    try {
      const stream: Readable = await promisify(this.#file.openReadStream.bind(this.#file) as OpenStream)(entry);
      for await (const chunk of stream) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    } catch (error) {
      if (error instanceof FileRefusal) throw error;
      throw new FileRefusal("import.file.broken_workbook", { part: name });
    }
  }

  async whole(name: string): Promise<string> {
    let text = "";
    for await (const piece of this.text(name)) text += piece;
    return text;
  }

  close(): void {
    this.#file.close();
  }
}

type OpenStream = (entry: Entry, done: (error: Error | null, stream: Readable) => void) => void;

async function openFile(path: string): Promise<ZipFile> {
  try {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
    return await promisify<string, typeof options, ZipFile>(open)(path, options);
  } catch {
    throw new FileRefusal("import.file.broken_workbook", { part: "zip" });
  }
}

function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  return new Promise((resolve, reject) => {
    const refuse = (key: string) => reject(new FileRefusal(key));
    file.on("entry", (entry: Entry) => {
      unpacked += entry.uncompressedSize;
      const times = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (entries.size >= MOST_ENTRIES || unpacked > MOST_BYTES) return refuse("import.file.bomb");
      if (times > MOST_TIMES && entry.uncompressedSize > 1024 ** 2) return refuse("import.file.bomb");
      if (entry.isEncrypted()) return refuse("import.file.locked");
      entries.set(entry.fileName, entry);
      file.readEntry();
    });
    file.on("end", () => resolve(entries));
    file.on("error", () => refuse("import.file.broken_workbook"));
    file.readEntry();
  });
}
