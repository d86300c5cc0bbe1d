/** Files of frozen reports: asked for, made in the background, and taken. */
export default {
  "report_file.list": "Files you asked for",
  "report_file.more": "PDF, Word, Excel, slides",
  "report_file.background": "It is made in the background. You can leave this page.",
  "report_file.look": "Look how far it is",
  "report_file.state.making": "In the making",
  "report_file.state.done": "Ready",
  "report_file.state.stopped": "Stopped",
  "report_file.state.stale": "Gone",
  "report_file.stale.text": "The version was corrected or a record was erased since. Make it anew.",
  "report_file.far": "{done} of {expected} forms",
  "error.report_file.unknown": "There is no such file, or not any more.",
} as const;
