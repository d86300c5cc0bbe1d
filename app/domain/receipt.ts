/** No I, L, O, U: nobody mistakes a letter on the telephone. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A short random code that can be spoken, "7Q4-KM2", from at least six random bytes. It counts nothing. */
export function receiptFrom(random: Uint8Array): string {
  const code = Array.from(random.subarray(0, 6), (byte) => LETTERS.charAt(byte % 32)).join("");
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}
