/** The page of own reports, by its name. */
export default {
  "digest.title": "ລາຍງານຂອງອົງການ",
} as const;
