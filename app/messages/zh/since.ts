/** What changed since the reader was last here. */
export default {
  "since.title": "自您上次访问以来",
  "since.nothing": "自您上次访问（{at}）以来没有与您有关的变化。",
  "since.more": "另有{n, number}项",
  "since.question": "本机构收到提问：{question}",
  "since.answered": "您的问题已有答复：{question}",
  "since.returned": "已退回填报人：{goods}",
  "since.cleared": "已发布：{no}，{goods}",
  "since.on_route": "{agency}的{no}，{goods}：路线经过本国（地区）",
  "since.withdrawn": "{agency}撤回了{no}",
  "since.withdrawn.unseen": "{agency}撤回了一起查获",
  "since.tally_asked": "您{day}的日报被催报",
  "since.tally_reminded": "已提醒您报送{day}的日报",
  "since.tally_question": "您{day}的日报与案件报告不一致：{goods}",
  "since.moved": "行动转入：{state}",
  "since.plan": "方案有更改",
  "since.people": "机构和成员有{n, plural, other {#项变动}}",
} as const;
