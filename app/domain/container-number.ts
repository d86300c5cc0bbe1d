const SHAPE = /^[A-Z]{3}[UJZ]\d{7}$/;

/** What is known of a freight container's number after reading it. */
export type ContainerNumber =
  | { kind: "valid"; number: string }
  | { kind: "malformed"; number: string }
  | { kind: "wrong_check_digit"; number: string; expected: number; corrected: string };

/** Reads a number by ISO 6346: owner, category U, J or Z, six digits and the check digit, however it is spaced. */
export function readContainerNumber(text: string): ContainerNumber {
  const number = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s.\-/]/g, "");
  if (!SHAPE.test(number)) return { kind: "malformed", number };
  const expected = checkDigit(number);
  if (expected === Number(number.charAt(10))) return { kind: "valid", number };
  return { kind: "wrong_check_digit", number, expected, corrected: `${number.slice(0, 10)}${expected}` };
}

/** Each of the first ten characters times a power of two, the sum modulo eleven; ten counts as nought. */
export function checkDigit(number: string): number {
  let sum = 0;
  for (let position = 0; position < 10; position++) sum += worthOf(number.charCodeAt(position)) * 2 ** position;
  return (sum % 11) % 10;
}

/** Digits are themselves; letters run from 10 and leave out the multiples of eleven. */
function worthOf(character: number): number {
  if (character < 65) return character - 48;
  const place = character - 65 + 10;
  return place + Math.floor((place - 1) / 10);
}
