/** Languages in which a narrative, or a summary of it, may be written, by their tags. */
export const NARRATIVE_LANGUAGES = [
  ...["en", "vi", "zh", "th", "lo", "km", "my", "ms", "id", "bn", "hi", "ne", "si", "mn", "ko", "ja", "fr", "es", "ru"],
  ...["ar", "pt"],
] as const;

/**
 * One version of a summary of a narrative: in which language, who says that it says the same, and of which version of
 * the case. Its newest version is what stands; one without a text was taken back.
 */
export type Summary = {
  language: string;
  version: number;
  text: string;
  /** The version of the case that the translator had before them. */
  about: number;
  at: string;
  translator: string | null;
  agency: string | null;
  /** The narrative does not say any more what it said in that version. */
  originalChanged: boolean;
};

/** A summary as it stands, with the versions before it, newest first. */
export type Standing = { now: Summary; before: Summary[] };

/**
 * What of it stands, language by language: that of the reader first, where the original is in another language, and all
 * others in the order of the list of languages.
 */
export function standingSummaries(
  summaries: readonly Summary[],
  original: string,
  reader: string,
): { own: Standing | null; others: Standing[] } {
  const standing = languagesOf(summaries).flatMap((language): Standing[] => {
    const versions = summaries.filter((one) => one.language === language).sort((a, b) => b.version - a.version);
    const [now, ...before] = versions;
    return now && now.text !== "" ? [{ now, before }] : [];
  });
  const own = reader === original ? undefined : standing.find(({ now }) => now.language === reader);
  return { own: own ?? null, others: standing.filter((one) => one !== own) };
}

function languagesOf(summaries: readonly Summary[]): string[] {
  const order: readonly string[] = NARRATIVE_LANGUAGES;
  const languages = new Set(summaries.map(({ language }) => language));
  return [...languages].sort((left, right) => order.indexOf(left) - order.indexOf(right));
}

/** In which languages somebody may still begin one: not in the original's, and not where one stands. */
export function openLanguages(summaries: readonly Summary[], original: string): string[] {
  const { own, others } = standingSummaries(summaries, original, "");
  const taken = new Set([original, ...[...others, ...(own ? [own] : [])].map(({ now }) => now.language)]);
  return NARRATIVE_LANGUAGES.filter((language) => !taken.has(language));
}
