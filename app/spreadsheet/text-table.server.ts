import { closeSync, mkdtempSync, openSync, readSync, rmSync, unlinkSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const BLOCK = 256 * 1024;
/** So many blocks stay in memory: 16 MB of text. */
const KEPT = 64;

/**
 * Texts by number, for the table of texts that a workbook may have as long as itself. What does not fit into a bounded
 * piece of memory lies in a file without a name, which is gone with the process.
 */
export class TextTable {
  /** Where each text ends, in bytes. */
  #ends = new Float64Array(1024);
  #count = 0;
  #filling = Buffer.alloc(BLOCK);
  #bytes = 0;
  /** Whole blocks that are in memory, the one that was asked for longest ago first. */
  readonly #blocks = new Map<number, Buffer>();
  readonly #stored = new Set<number>();
  #file: { handle: number; folder: string } | null = null;

  add(text: string): void {
    for (let rest = Buffer.from(text); rest.length > 0; ) {
      const at = this.#bytes % BLOCK;
      const taken = rest.copy(this.#filling, at);
      this.#bytes += taken;
      rest = rest.subarray(taken);
      if (this.#bytes % BLOCK === 0) this.#turn();
    }
    if (this.#count === this.#ends.length) {
      const longer = new Float64Array(this.#count * 2);
      longer.set(this.#ends);
      this.#ends = longer;
    }
    this.#ends[this.#count++] = this.#bytes;
  }

  /** The text of this number; "" where the table has none. */
  at(index: number): string {
    const to = index < this.#count ? this.#ends[index] : undefined;
    if (to === undefined) return "";
    const from = index === 0 ? 0 : (this.#ends[index - 1] ?? 0);
    const [first, last] = [Math.floor(from / BLOCK), Math.floor(to / BLOCK)];
    if (first === last) return this.#block(first).toString("utf8", from % BLOCK, to % BLOCK);
    const parts = [this.#block(first).subarray(from % BLOCK)];
    for (let no = first + 1; no < last; no++) parts.push(this.#block(no));
    if (to % BLOCK > 0) parts.push(this.#block(last).subarray(0, to % BLOCK));
    return Buffer.concat(parts).toString("utf8");
  }

  close(): void {
    if (!this.#file) return;
    closeSync(this.#file.handle);
    rmSync(this.#file.folder, { recursive: true, force: true });
    this.#file = null;
  }

  #turn(): void {
    this.#keep(this.#bytes / BLOCK - 1, this.#filling);
    this.#filling = Buffer.alloc(BLOCK);
  }

  #block(no: number): Buffer {
    if (no === Math.floor(this.#bytes / BLOCK)) return this.#filling;
    const here = this.#blocks.get(no) ?? this.#read(no);
    this.#blocks.delete(no);
    this.#keep(no, here);
    return here;
  }

  #keep(no: number, block: Buffer): void {
    this.#blocks.set(no, block);
    const [oldest] = this.#blocks;
    if (this.#blocks.size <= KEPT || !oldest) return;
    const [left, bytes] = oldest;
    if (!this.#stored.has(left)) this.#write(left, bytes);
    this.#blocks.delete(left);
  }

  #write(no: number, block: Buffer): void {
    this.#file ??= withoutName();
    for (let done = 0; done < BLOCK; )
      done += writeSync(this.#file.handle, block, done, BLOCK - done, no * BLOCK + done);
    this.#stored.add(no);
  }

  #read(no: number): Buffer {
    if (!this.#file) throw new Error("a block that was never written");
    const block = Buffer.alloc(BLOCK);
    for (let done = 0; done < BLOCK; ) {
      const read = readSync(this.#file.handle, block, done, BLOCK - done, no * BLOCK + done);
      if (read === 0) throw new Error("a block that is cut short");
      done += read;
    }
    return block;
  }
}

function withoutName(): { handle: number; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), "naga-texts-"));
  const path = join(folder, "texts");
  const handle = openSync(path, "wx+", 0o600);
  try {
    unlinkSync(path);
  } catch {
    // Where open files keep their names, it goes when it is closed.
  }
  return { handle, folder };
}
