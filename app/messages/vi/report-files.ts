/** Tệp của các báo cáo đã chốt: được yêu cầu, tạo ở phía sau và lấy về. */
export default {
  "report_file.list": "Tệp bạn đã yêu cầu",
  "report_file.more": "PDF, Word, Excel, trang chiếu",
  "report_file.background": "Tệp được tạo ở phía sau. Bạn có thể rời trang này.",
  "report_file.look": "Xem đã đến đâu",
  "report_file.state.making": "Đang tạo",
  "report_file.state.done": "Sẵn sàng",
  "report_file.state.stopped": "Đã dừng",
  "report_file.state.stale": "Không còn",
  "report_file.stale.text": "Phiên bản đã được đính chính hoặc một hồ sơ đã bị xóa từ đó. Hãy tạo lại.",
  "report_file.far": "{done} trên {expected} dạng",
  "error.report_file.unknown": "Không có tệp này, hoặc không còn nữa.",
} as const;
