/** The page of own reports, by its name. */
export default {
  "digest.title": "မိမိအစီရင်ခံစာများ",
} as const;
