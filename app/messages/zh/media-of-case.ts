/** How it stands with a seizure at the media desk, on its own page. */
export default {
  "seizure.press": "供新闻界使用",
  "seizure.press.say": "标记为未结，或注明已经公开",
  "seizure.press.desk": "前往媒体台",
  "seizure.press.how": "案件通过公开报告或经其所有者核准的图片进入新闻稿。",
  "seizure.press.photo": "照片 {n}：为新闻界遮盖",
  "seizure.press.pictures": "{n} 张已遮盖的图片，{cleared} 张已核准",
  "seizure.press.open": "已标记为未结：含此案的内容不会发布。",
  "seizure.press.known": "已注明在本国公开。",
} as const;
