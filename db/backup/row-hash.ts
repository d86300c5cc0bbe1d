import { createHash } from "node:crypto";

/** What a table held: as many rows, so many bytes of text, and a hash that no order of rows changes. */
export interface TableSum {
  rows: number;
  bytes: number;
  hash: string;
}

const LINE_END = 10;
const WORDS = 8;

/**
 * Sums up the rows of a table as COPY tells them, a line each: the SHA-256 of the lines, added word by word. So the
 * sum is the same however the rows lie in the table, and twice the same row counts twice. It finds what was lost or
 * changed by accident; against malice the whole file is sealed.
 */
export class RowHash {
  private readonly sum = new Uint32Array(WORDS);
  private rows = 0;
  private bytes = 0;
  private begun: Buffer[] = [];

  /** More text of the table, cut anywhere. */
  add(text: Buffer): void {
    this.bytes += text.length;
    let from = 0;
    for (let end = text.indexOf(LINE_END); end >= 0; end = text.indexOf(LINE_END, from)) {
      this.addRow(text.subarray(from, end + 1));
      from = end + 1;
    }
    if (from < text.length) this.begun.push(from === 0 ? text : text.subarray(from));
  }

  private addRow(end: Buffer): void {
    const hash = createHash("sha256");
    for (const part of this.begun) hash.update(part);
    if (this.begun.length > 0) this.begun = [];
    const digest = hash.update(end).digest();
    for (let word = 0; word < WORDS; word++) {
      this.sum[word] = ((this.sum[word] ?? 0) + digest.readUInt32BE(word * 4)) >>> 0;
    }
    this.rows++;
  }

  result(): TableSum {
    if (this.begun.length > 0) throw new Error("a table's text ends in the middle of a row");
    const digits = [...this.sum].map((word) => word.toString(16).padStart(8, "0"));
    return { rows: this.rows, bytes: this.bytes, hash: digits.join("") };
  }
}
