/** The page of own reports, by its name. */
export default {
  "digest.title": "本机构报告",
} as const;
