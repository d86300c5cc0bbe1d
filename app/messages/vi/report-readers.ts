/** Bản thảo dành cho ai, và đổi điều đó thì mất gì. */
export default {
  "operation_report.readers.title": "Dành cho ai",
  "operation_report.readers.change": "Đổi người đọc",
  "operation_report.readers.lead":
    "Vụ việc được cho phép và số liệu được ký cho những người đọc này. Với ít người đọc hơn thì vẫn có hiệu lực; với nhiều hơn thì phải hỏi lại. Các phiên bản đã chốt giữ nguyên.",
  "operation_report.readers.now": "như hiện nay",
  "operation_report.readers.free": "Mọi điều đã cho phép và đã ký vẫn có hiệu lực.",
  "operation_report.readers.cost":
    "{signatures, plural, =0 {} other {# chữ ký phải đề nghị lại. }}{highlights, plural, =0 {} other {# vụ việc đã cho phép không có hiệu lực với những người đọc này.}}",
  "operation_report.readers.send": "Đổi người đọc",
  "operation_report.less.all": "Mọi số người đều được nêu.",
  "operation_report.less.change": "Nêu ít hơn",
  "operation_report.less.lead":
    "Các số liệu được tính lại; những gì không nêu sẽ không có trong trang hay tệp nào từ đó. Việc này không đảo lại được, và không thay đổi khi đã có phiên bản chốt: hai phiên bản sẽ cho biết điều mà một bản không nêu.",
  "operation_report.less.more": "{n, plural, =0 {không thêm số nào bị bỏ} other {thêm # số không được nêu}}",
  "operation_report.less.send": "Nêu ít hơn",
  "operation_report.less.frozen": "Đã có phiên bản chốt: cách nêu các số nhỏ giữ nguyên.",
  "operation_report.done.say_less": "Các số nhỏ không còn được nêu",
  "error.operation_report.less.moved": "Người khác vừa thay đổi. Hãy xem lại.",
  "error.operation_report.less.same": "Như vậy không bỏ bớt gì so với hiện nay.",
  "error.operation_report.less.frozen": "Đã có phiên bản chốt: cách nêu các số nhỏ giữ nguyên.",
  "operation_report.done.change_audience": "Báo cáo có người đọc khác",
  "error.operation_report.readers.moved": "Người khác vừa đổi người đọc. Hãy xem rồi chọn lại.",
  "error.operation_report.readers.same": "Báo cáo vốn đã dành cho những người đọc này.",
} as const;
