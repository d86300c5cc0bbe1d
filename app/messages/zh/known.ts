/** A page as of a moment of the past, and the film of what was known when. */
export default {
  "known.clock": "时间口径",
  "known.clock.happened": "按发生时间",
  "known.clock.known": "按当时所知",
  "known.choose": "按某一时刻所知……",
  "known.field": "日期和时间（{zone}）",
  "known.show": "显示该时刻",
  "known.help": "什么是两种时间口径",
  "known.now": "回到现在",
  "known.chip": "截至{at}所知",
  "known.title": "截至{at}所知：并非当前数据",
  "known.text":
    "当时计入{before, plural, other {#起案件}}，现在为{now, plural, other {#起}}。其间新收到的内容不改变此处数据。",
  "known.taken_back": "当时共享的{n, plural, other {#份报告}}此后已暂不计入或撤回：仍计入此处总数，不再逐份显示。",
  "known.taken_back.filtered":
    "当时共享的{n, plural, other {#份报告}}此后已暂不计入或撤回。有筛选时不计，无筛选时计入。",
  "known.erased": "此后有{n, plural, other {#条记录}}被删除。当时是否计入，已无从得知。",
  "known.without": "日报不按某一时刻显示；列表和案件按现状打开。",
  "known.tallies": "按案件报告。当时缺哪些日报，此处不显示。",
  "known.present": "现在",
  "known.film": "截至{at}所知",
  "known.film.note": "播放时不含此后暂不计入或撤回的报告",
  "known.slider": "所知截至的时刻",
  "known.cases": "{cases, plural, other {#起案件}}",
  "known.pace.hour": "小时",
  "known.pace.day": "天",
  "known.pace.week": "周",
} as const;
