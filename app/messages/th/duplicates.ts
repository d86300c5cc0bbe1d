/** What is refused where cases were merged. */
export default {
  "error.seizure.merged": "คดีนี้นับรวมกับอีกคดีแล้ว ยกเลิกการรวมก่อน",
} as const;
