import { BrokenBackup } from "./broken-backup.ts";

/** One file of a tar archive (POSIX ustar), the form in which every system unpacks a backup once it is decrypted. */
export interface Entry {
  name: string;
  size: number;
  /** The bytes, `size` of them in all; whoever is given an entry reads it to its end. */
  data: AsyncIterable<Buffer>;
}

const BLOCK = 512;
const NAME = 100;
const PREFIX = 155;
/** What eleven octal digits say. */
const LARGEST = 0o77777777777;

/** A file whose bytes are at hand. */
export function entryOf(name: string, bytes: Buffer): Entry {
  return { name, size: bytes.length, data: once(bytes) };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

/** The archive of these files, as it goes. */
export async function* packed(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
  for await (const { name, size, data } of entries) {
    yield headerOf(name, size);
    let written = 0;
    for await (const chunk of data) {
      written += chunk.length;
      yield chunk;
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes where ${size} were announced`);
    yield Buffer.alloc(-size & (BLOCK - 1));
  }
  yield Buffer.alloc(2 * BLOCK);
}

function headerOf(name: string, size: number): Buffer {
  if (size > LARGEST) throw new Error(`${name} is too large for an archive`);
  const header = Buffer.alloc(BLOCK);
  const [prefix, rest] = splitName(name);
  header.write(rest, 0);
  header.write("0000600\0", 100);
  header.write("0000000\0", 108);
  header.write("0000000\0", 116);
  header.write(`${size.toString(8).padStart(11, "0")}\0`, 124);
  header.write("00000000000\0", 136);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(prefix, 345);
  header.write(`${checksumOf(header).toString(8).padStart(6, "0")}\0 `, 148);
  return header;
}

/** A long name is parted at a slash. */
function splitName(name: string): [string, string] {
  if (Buffer.byteLength(name) <= NAME) return ["", name];
  for (let at = name.indexOf("/"); at > 0; at = name.indexOf("/", at + 1)) {
    const [prefix, rest] = [name.slice(0, at), name.slice(at + 1)];
    if (Buffer.byteLength(prefix) <= PREFIX && rest && Buffer.byteLength(rest) <= NAME) return [prefix, rest];
  }
  throw new Error(`${name} is too long a name for an archive`);
}

/** The sum of all bytes, those of the sum itself taken as blanks. */
function checksumOf(header: Buffer): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 0x20 : (header[at] ?? 0);
  return sum;
}

/** The files of an archive, one after the other; what nobody reads of one is passed over. */
export async function* unpacked(archive: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = new Bytes(archive);
  for (;;) {
    const header = await bytes.exactly(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const { name, size } = readHeader(header);
    const data = bytes.upTo(size);
    yield { name, size, data };
    for await (const _ of data);
    await bytes.exactly(-size & (BLOCK - 1));
  }
  // To the very end, where the encryption says whether anything was cut off.
  await bytes.rest();
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) => header.toString("utf8", from, from + length).replace(/\0[\s\S]*$/, "");
  if (text(257, 5) !== "ustar" || Number.parseInt(text(148, 8), 8) !== checksumOf(header)) {
    throw new BrokenBackup("it does not hold an archive");
  }
  const prefix = text(345, PREFIX);
  return { name: prefix ? `${prefix}/${text(0, NAME)}` : text(0, NAME), size: Number.parseInt(text(124, 12), 8) };
}

/** A stream of chunks from which so many bytes can be asked. */
class Bytes {
  private readonly chunks: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  async exactly(count: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of this.upTo(count)) parts.push(part);
    return Buffer.concat(parts);
  }

  async *upTo(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (this.held.length === 0) await this.fill();
      const part = this.held.subarray(0, left);
      this.held = this.held.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async rest(): Promise<void> {
    for (let next = await this.chunks.next(); !next.done; next = await this.chunks.next());
  }

  private async fill(): Promise<void> {
    const { done, value } = await this.chunks.next();
    if (done) throw new BrokenBackup("it ends in the middle");
    this.held = value;
  }
}
