import { z } from "zod";

const SHORTEST = 12;
const LONGEST = 200;

/** What guessing programs try first, once case, digits and signs are taken away. */
const GUESSED = new Set(
  "password passwort motdepasse matkhau letmein welcome administrator admin qwerty qwertyuiop azerty abcdefghijkl customs naga dragon iloveyou".split(
    " ",
  ),
);

/**
 * A password as typed: long rather than strange. Its words are not ours to judge, only whether a guesser would begin
 * with it. NFKC, so that the same keys give the same bytes on every keyboard and system.
 */
export const Password = z
  .string("password.missing")
  .min(1, "password.missing")
  .max(LONGEST * 4, "password.long")
  .transform((typed) => typed.normalize("NFKC"))
  .refine((password) => length(password) >= SHORTEST, "password.short")
  .refine((password) => length(password) <= LONGEST, "password.long")
  .refine((password) => !isGuessable(password), "password.guessable");

/** A password given to sign in: anything that may have been set once. */
export const GivenPassword = z
  .string()
  .max(LONGEST * 4)
  .transform((typed) => typed.normalize("NFKC"));

function length(text: string): number {
  return [...text].length;
}

function isGuessable(password: string): boolean {
  const folded = password.toLowerCase();
  const letters = folded.replaceAll(/[^\p{L}]/gu, "");
  return new Set(folded).size < 5 || GUESSED.has(letters) || isStaircase(folded);
}

/** 123456789012, abcdefghijkl: each character follows the one before, around the ten. */
function isStaircase(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1 || step === -9);
}

/** True when the password says the person's own name or address. */
export function saysWho(password: string, { name, email }: { name: string; email: string }): boolean {
  const folded = password.toLowerCase();
  const own = [...name.toLowerCase().split(/\s+/), email.toLowerCase().split("@")[0] ?? ""];
  const rest = own.filter((word) => word.length > 2).reduce((left, word) => left.replaceAll(word, ""), folded);
  return length(rest.replaceAll(/[^\p{L}\p{N}]/gu, "")) < 6;
}
