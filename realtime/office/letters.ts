/** What XML 1.0 cannot hold: control letters, halves of letters, and two numbers that are no letters. */
const BARRED = /[^\P{Cc}\t\n\r]|\p{Surrogate}|[\ufffe\uffff]/gu;

/** Words as any file of an office can hold them: one letter that it cannot makes the whole file "damaged". */
export function writable(words: string): string {
  return words.replaceAll(BARRED, "�");
}

const LEFTWARD = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Whether words run from right to left: as browsers find it out, by the first letter that has a direction. */
export function runsLeft(words: string): boolean {
  const first = /\p{L}/u.exec(words)?.[0];
  return first !== undefined && LEFTWARD.test(first);
}

/** Languages as offices name them, with the place whose spelling they check. */
const OFFICE_LANGUAGES: Readonly<Record<string, string>> = { en: "en-GB", vi: "vi-VN", zh: "zh-CN" };

export function officeLanguage(tag: string): string {
  return OFFICE_LANGUAGES[tag.split("-")[0] ?? ""] ?? tag;
}

/**
 * Fonts that offices have, by script: Latin with all letters of Vietnamese, Chinese, and the scripts of the Mekong. What is
 * not installed is replaced by one of the same script.
 */
export const OFFICE_FONTS = { latin: "Arial", eastAsia: "Microsoft YaHei", complex: "Leelawadee UI" } as const;
