import { searchKey } from "../search-key.ts";
import { slips } from "./likeness.ts";

/** A national case number in what it consists of, however it is spaced, capitalised or filled up with noughts. */
export type CaseNumber = {
  /** "vnhp001221" for "VN-HP 0012/21". */
  joined: string;
  letters: string;
  /** Its numbers without leading noughts: "12" and "21". */
  numbers: string[];
};

/** Null for what was written where there is no number: "n/a", "-", "pending", "000". */
export function readCaseNumber(text: string): CaseNumber | null {
  const key = searchKey(inOurDigits(text.normalize("NFKC")));
  if (!/[1-9]/.test(key)) return null;
  return {
    joined: key.replaceAll(" ", ""),
    letters: key.replace(/[\d ]+/g, ""),
    numbers: (key.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, "")),
  };
}

/** Noughts of Arabic, Persian, Nagari, Bengali, Thai, Lao, Burmese and Khmer; the other nine digits follow each. */
const NOUGHTS = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0];

function inOurDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const nought = NOUGHTS.find((first) => code >= first && code < first + 10);
    return nought === undefined ? digit : String(code - nought);
  });
}

/**
 * `slip`: letters or digits were changed about, lost or doubled, or one letter mistaken. One digit for another is no
 * slip: it makes another case of the same register, and such neighbours are far more frequent.
 */
export type CaseNumberVerdict = "same" | "slip" | "other";

export function compareCaseNumbers(left: CaseNumber, right: CaseNumber): CaseNumberVerdict {
  if (isSameNumber(left, right)) return "same";
  const [one, other] = [left.joined, right.joined];
  if (Math.abs(one.length - other.length) > 1 || isOtherDigit(one, other)) return "other";
  return slips(one, other) === 1 ? "slip" : "other";
}

function isOtherDigit(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const spots = [...one].flatMap((letter, index) => (letter === other[index] ? [] : [index]));
  const [spot = 0] = spots;
  return spots.length === 1 && /\d\d/.test(`${one[spot]}${other[spot]}`);
}

/** Under which a number is looked up: two that are the same have one of these in common. */
export function caseNumberKeys({ joined, letters, numbers }: CaseNumber): string[] {
  return [joined, partsKey({ letters, numbers })];
}

const partsKey = ({ letters, numbers }: Pick<CaseNumber, "letters" | "numbers">) => `${letters}:${numbers.join("/")}`;

/** Where both keep their numbers apart these have to be the same: "1/121" is not "11/21". */
function isSameNumber(left: CaseNumber, right: CaseNumber): boolean {
  if (left.numbers.length === right.numbers.length) return partsKey(left) === partsKey(right);
  return left.joined === right.joined;
}
