/**
 * The oldest Chrome that everything an officer opens must work in. Android 8 takes versions up to 138, but a phone whose
 * browser is never brought up to date keeps the one it has: this one is of September 2021. The build writes its scripts and
 * styles for it, and tests/floor holds what no build can change.
 */
export const OLDEST_CHROME = 94;
