import type summaries from "../en/summaries.ts";

/** 案件经过的其他语言摘要：由谁翻译、依据哪一版，以及如何填写。 */
export default {
  "summary.original": "原文：{language}",
  "summary.original.unsaid": "原文，未注明语言",
  "summary.in": "摘要：{language}",
  "summary.by": "译者：{name}，{agency}",
  "summary.back_by": "{name}（{agency}）已收回",
  "summary.about": "依据案件第{n}版",
  "summary.changed": "原文此后有改动",
  "summary.others": "{n, plural, other {其他语言的摘要#份}}",
  "summary.earlier": "{n, plural, other {此前#版}}",
  "summary.taken_back": "已收回",
  "summary.add": "添加其他语言的摘要",
  "summary.correct": "更正此摘要",
  "summary.language": "摘要的语言",
  "summary.text": "原文大意",
  "summary.text.hint": "不写案中人姓名。您的姓名和单位会显示在旁边，凡可读案件的人都能看到。",
  "summary.save": "保存摘要",
  "summary.take_back": "收回",
  "error.summary.language.missing": "选择摘要的语言。",
  "error.summary.language.original": "原文就是这种语言。另选一种。",
  "error.summary.text.missing": "写出原文大意。",
  "error.summary.stale": "其间有人更改了此摘要。现有内容显示在此；如要以您的文字接续，再保存一次。",
  "error.summary.nothing": "您所读的版本没有经过文字可供摘要。",
} satisfies Record<keyof typeof summaries, string>;
