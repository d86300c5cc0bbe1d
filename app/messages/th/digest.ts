/** The page of own reports, by its name. */
export default {
  "digest.title": "รายงานของหน่วยงาน",
} as const;
