/** Figures of several operations together. */
export default {
  "across.title": "多个行动",
  "across.lead":
    "{n, plural, =0 {您在任何行动中都无权查看统计。} other {{n, number} 个行动的统计，各按其自身页面的规则计数。}}",
  "across.note": "案件计入其所报告的行动。向两个行动报告的案件在两者中各计一次。",
  "across.chosen": "行动：{of, number} 个中的 {n, number} 个",
  "across.choose": "计入哪些行动",
  "across.go": "统计所选行动",
  "across.apart": "真实行动、演示和演练从不相加。单独统计：",
  "across.left_out": "{names} 属于其他类型，不计入此处：真实行动、演示和演练从不相加。",
  "across.split": "各行动各年案件数",
  "across.split.names": "行动和年份",
  "across.split.undated": "{operation}，日期不明",
  "across.none": "没有可统计的内容",
  "across.none.text": "此页显示您有权查看事实的行动的统计。由行动的主导方决定谁有权查看。",
} as const;
