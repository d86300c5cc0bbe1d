/** 草稿的读者，以及更改读者的代价。 */
export default {
  "operation_report.readers.title": "读者",
  "operation_report.readers.change": "更改读者",
  "operation_report.readers.lead":
    "案件的放行和数据的签署都针对这些读者。读者减少时仍然有效；读者增多时须重新征求。已定稿的版本保持不变。",
  "operation_report.readers.now": "当前",
  "operation_report.readers.free": "所有放行和签署仍然有效。",
  "operation_report.readers.cost":
    "{signatures, plural, =0 {} other {# 份签署须重新征求。}}{highlights, plural, =0 {} other {# 起已放行的案件对这些读者无效。}}",
  "operation_report.readers.send": "更改读者",
  "operation_report.less.all": "所有人数均予列出。",
  "operation_report.less.change": "少列一些",
  "operation_report.less.lead":
    "数据将重新计算，此后未列出的数字不出现在任何页面和文件中。此操作不可撤回；版本冻结后不再更改，否则两个版本对照即可得知未列出的数字。",
  "operation_report.less.more": "{n, plural, =0 {没有更多数字被略去} other {另有 # 个数字不再列出}}",
  "operation_report.less.send": "少列一些",
  "operation_report.less.frozen": "已有冻结版本：小数字的列法保持不变。",
  "operation_report.done.say_less": "小数字不再列出",
  "error.operation_report.less.moved": "其他人刚刚更改过，请重新查看。",
  "error.operation_report.less.same": "与现在相比没有略去更多。",
  "error.operation_report.less.frozen": "已有冻结版本：小数字的列法保持不变。",
  "operation_report.done.change_audience": "报告的读者已更改",
  "error.operation_report.readers.moved": "他人刚刚更改了读者。请查看后重新选择。",
  "error.operation_report.readers.same": "报告本来就面向这些读者。",
} as const;
