/** The page of own reports, by its name. */
export default {
  "digest.title": "របាយការណ៍របស់ស្ថាប័ន",
} as const;
