/** What a live page says of itself and of what comes. */
export default {
  "live.arrived": "新查获：{commodity}，{place}，{reporter}上报",
  "live.arrived.many": "{n, plural, other {#起新查获}}",
  "live.caught_up": "断网期间收到{n, plural, other {#起查获}}",
  "live.over": "您已不再参与，或会话已结束",
  "live.access_changed": "您的可见范围有变，页面已重新载入",
} as const;
