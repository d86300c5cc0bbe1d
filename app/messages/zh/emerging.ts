/** What is new: corridors that are new, rise or shift, with the numbers behind it. */
export default {
  "emerging.title": "新动向",
  "emerging.as_of": "截至<time></time>",
  "emerging.lead":
    "对每条走廊的每个商品类别进行关注，至查获为止的路程和此后拟走的路程分开。与其自身以往不同的，列在此处，附数字。",
  "emerging.findings": "{n, plural, other {#项发现}}",
  "emerging.watched":
    "正在关注{corridors, plural, other {#条走廊及其货物}}，涉及路线已知的{cases, plural, other {#起案件}}",
  "emerging.none.title": "没有异常",
  "emerging.none.text":
    "{n, plural, =0 {各走廊尚无案件。有新动向时自动出现在这里。} other {正在关注#条走廊及其货物。有新动向时自动出现在这里。}}",
  "emerging.kind.new": "新出现",
  "emerging.kind.rising": "上升",
  "emerging.kind.shifted": "转移",
  "emerging.way.travelled": "至查获为止",
  "emerging.way.intended": "此后拟走",
  "emerging.what": "{corridor}：{goods}",
  "emerging.sentence":
    "{days, plural, =1 {{from}一天} other {自{from}起的最近#天}}有{cases, plural, other {#起案件}}；按此前{past, plural, other {#天}}推算应为{expected}起。在路线已知的全部案件中，此前{among, number}起中占{own, number}起，此后{since, number}起中占{cases, number}起。",
  "emerging.earlier":
    "以往{operations, plural, other {#次行动}}共{days, plural, other {#天}}，{among, number}起案件中{cases, plural, =0 {没有此走廊的案件} other {此走廊占#起}}。",
  "emerging.earlier.none": "没有以往行动可供比较。",
  "emerging.shift":
    "同时，{corridor}下降：预期{expected}起，实际{cases, plural, =0 {没有案件} other {#起}}。货物可能已转移至{to}。",
  "emerging.also": "同一批货物也出现在{corridors}。",
  "emerging.times": "为平常的{times}倍",
  "emerging.never": "此前从未有过",
  "emerging.sure": "证据强度{evidence}，须达{need}",
  "emerging.weeks": "每周案件，最近{weeks, plural, other {#周}}：{counts}。自{from}起标出。",
  "emerging.open": "打开所依据的{n, plural, other {#起查获}}",
  "emerging.rule": "规则{rule}",
  "emerging.rule.how": "规则如何判断",
  "emerging.minimum":
    "案件不足{rising, number}起（此前没有的，不足{fresh, number}起）、出现案件的日期不足{days, number}天，或此前{pastDays, number}天内路线已知、可供比较的案件不足{past, number}起的，不提示。",
  "emerging.rule.text":
    "规则在最近{back, number}天中寻找这样一段时间：某走廊的案件，超出按其此前在全部案件中所占份额推算的数目最多。比较的是份额，因此所有方上报都加倍时，没有走廊会上升。平时案件少的走廊一天内出现几起，分量与一起相差不大。案件越多，所需证据强度越高，使整个行动中因偶然产生的发现每月不到一项。尚未到来的日期不计；迟报计入其本来的日期。",
  "emerging.left_out":
    "未计入：日期不明{undated, number}起，没有两个已知国家（地区）之间走廊的{unrouted, number}起{ahead, plural, =0 {} other {，日期尚未到来的#起}}。",
  "emerging.caution": "案件数既反映犯罪，也反映查缉力度：某海关加强查验时，走廊也会上升。发现是查看的理由，不是证明。",
} as const;
