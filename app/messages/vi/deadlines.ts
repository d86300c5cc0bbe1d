import type deadlines from "../en/deadlines.ts";

/** Tổng tại các hạn chót đã qua, như được biết lúc đó. */
export default {
  "deadlines.title": "Hạn chót",
  "deadlines.note": "số đếm được tại mỗi hạn, ghi lại ngay lúc đó",
  "deadlines.empty.title": "Chưa qua hạn chót nào",
  "deadlines.empty.text": "Cuối mỗi ngày của chiến dịch, tổng tạm thời được ghi lại và không đổi nữa.",
  "deadlines.day": "Ngày",
  "deadlines.due": "Hạn chót",
  "deadlines.cases": "Số vụ",
  "deadlines.since_last": "So với lần trước",
  "deadlines.confirmed": "Đã xác nhận",
  "deadlines.countries": "Số nước",
  "deadlines.tallies": "Báo cáo ngày",
  "deadlines.tallies.said": "{said} trên {due} báo cáo đến hạn",
  "deadlines.sum": "{n, plural, other {# vụ}}: {confirmed} đã xác nhận, {provisional} tạm thời",
  "deadlines.frozen": "Ghi lại lúc",
  "deadlines.corrected": "{n, plural, =0 {Từ đó không có gì được sửa} other {Từ đó # dòng được sửa}}",
  "deadlines.corrected.note": "trong các vụ bạn xem được; các số dưới đây giữ nguyên",
  "deadlines.then": "Lúc đó",
  "deadlines.now": "Hôm nay",
  "deadlines.by_country": "Theo nước báo cáo",
  "deadlines.by_group": "Theo nhóm hàng",
  "deadlines.quantities": "Lượng hàng",
  "deadlines.measured": "Đã cân đo",
  "deadlines.estimated": "Ước tính",
  "error.deadline.unknown": "Ngày này không có hạn chót nào được ghi lại.",
} satisfies Record<keyof typeof deadlines, string>;
