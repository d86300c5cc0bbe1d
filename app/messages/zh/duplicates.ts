/** What is refused where cases were merged. */
export default {
  "error.seizure.merged": "此案已并入另一案件计数。先撤销合并。",
} as const;
