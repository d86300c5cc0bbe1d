/** What checks find, where a question says it. */
export default {
  "check.duplicate": "可能重复上报{no, select, other {：{no}}}（相似度{percent} %）。见“重复”。",
  "check.duplicate_certain": "重复上报：该机构的{no}使用了同一案件编号。见“重复”。",
  "check.far_above": "{quantity} {unit}远高于通常数量（{usual} {unit}）。是否正确？",
  "check.missing_amount": "{commodity}的数量不明。",
  "check.missing_taxon": "未注明{commodity}的物种。",
  "check.missing_position": "该地点没有坐标。",
  "check.missing_departure": "路线没有启运地，也未注明“不明”。",
  "check.missing_destination": "路线没有目的地，也未注明“不明”。",
  "check.missing_concealment": "未注明藏匿方式；“无”也是答复。",
  "check.rough_goods": "{commodity}只是一个大类：具体是哪一种？",
  "check.rough_day": "日期不确切。",
  "check.joint": "与{country}的{no}属同一联合案件。",
  "check.late": "发布较晚。",
} as const;
