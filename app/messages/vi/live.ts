/** Trang đang mở tự nói về mình và về tin mới. */
export default {
  "live.arrived": "Vụ bắt giữ mới: {commodity}, {place}, do {reporter} báo cáo",
  "live.arrived.many": "{n, plural, other {# vụ bắt giữ mới}}",
  "live.caught_up": "{n, plural, other {# vụ bắt giữ đến khi mất kết nối}}",
  "live.over": "Bạn không còn tham gia ở đây, hoặc phiên làm việc đã kết thúc",
  "live.access_changed": "Quyền xem của bạn đã thay đổi; trang đã được tải lại",
} as const;
