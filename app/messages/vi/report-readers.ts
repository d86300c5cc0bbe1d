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
  "operation_report.done.change_audience": "Báo cáo có người đọc khác",
  "error.operation_report.readers.moved": "Người khác vừa đổi người đọc. Hãy xem rồi chọn lại.",
  "error.operation_report.readers.same": "Báo cáo vốn đã dành cho những người đọc này.",
} as const;
