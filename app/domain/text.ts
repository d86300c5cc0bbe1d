import { z } from "zod";

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** Text from outside: Unicode NFC, no control characters, no direction overrides, no lone surrogates, trimmed. */
export function Text(longest: number) {
  return z
    .string("text.missing")
    .max(longest * 4, "text.long")
    .refine((text) => !FORBIDDEN.test(text), "text.characters")
    .transform((text) => text.normalize("NFC").trim())
    .refine((text) => text.length <= longest, "text.long");
}

/** A piece of a longer text: as it is, blanks at its ends too. */
export function RunningText(longest: number) {
  return z
    .string("text.missing")
    .max(longest, "text.long")
    .refine((text) => !FORBIDDEN.test(text), "text.characters")
    .transform((text) => text.normalize("NFC"));
}

/** Text that must say something. */
export function RequiredText(longest: number, missing = "text.missing") {
  return Text(longest).refine((text) => text !== "", missing);
}
