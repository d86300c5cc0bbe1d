/** 已定稿报告的文件：申请、后台制作、取走。 */
export default {
  "report_file.list": "您申请的文件",
  "report_file.more": "PDF、Word、Excel、幻灯片",
  "report_file.background": "在后台制作。您可以离开本页。",
  "report_file.look": "查看进度",
  "report_file.state.making": "制作中",
  "report_file.state.done": "可取",
  "report_file.state.stopped": "已停止",
  "report_file.state.stale": "已不存在",
  "report_file.stale.text": "此后该版本有勘误，或有记录被抹除。请重新制作。",
  "report_file.far": "{done} / {expected} 种格式",
  "error.report_file.unknown": "没有此文件，或已不再存在。",
} as const;
