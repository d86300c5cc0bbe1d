/** Of the watch what warns on the first page. */
export default {
  "watch.alarm.gap.now": "{agency}：自{from}起无人值班",
  "watch.alarm.gap.soon": "{agency}：自{from}起将无人值班",
  "watch.alarm.gap.until": "下一班自{at}开始。",
  "watch.alarm.gap.open": "此后无人排班。",
  "watch.alarm.handover": "{agency}：{from}已交班，尚无人接班",
  "watch.alarm.to.gap": "打开值班表",
  "watch.alarm.to.handover": "打开交接班",
} as const;
