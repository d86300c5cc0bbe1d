import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const makeSmall = promisify(brotliCompress);

/**
 * The beginning of many answers, made small once for all who get it: a Brotli stream that stops at the edge of a byte
 * without being at its end. Made in a thread of its own.
 */
export function smallBeginning(text: string): Promise<Buffer> {
  return makeSmall(text, {
    finishFlush: constants.BROTLI_OPERATION_FLUSH,
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
  });
}

const MOST_IN_ONE = 0x10000;
const END = Buffer.of(0b11);

/** The whole stream: behind a small beginning what is different in each answer, as it is (RFC 7932, 9.2). */
export function endedWith(beginning: Buffer, rest: string): Buffer<ArrayBuffer> {
  const bytes = Buffer.from(rest);
  const parts = [beginning];
  for (let from = 0; from < bytes.length; from += MOST_IN_ONE) {
    const part = bytes.subarray(from, from + MOST_IN_ONE);
    parts.push(headOf(part.length), part);
  }
  return Buffer.concat([...parts, END]);
}

/** Not the last, sixteen bits of length less one, not compressed; filled up to whole bytes. */
function headOf(length: number): Buffer {
  const head = Buffer.alloc(3);
  head.writeUIntLE(((length - 1) << 3) | (1 << 19), 0, 3);
  return head;
}
