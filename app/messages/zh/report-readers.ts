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
  "operation_report.done.change_audience": "报告的读者已更改",
  "error.operation_report.readers.moved": "他人刚刚更改了读者。请查看后重新选择。",
  "error.operation_report.readers.same": "报告本来就面向这些读者。",
} as const;
