/** Tổng theo báo cáo ngày bên cạnh tổng theo vụ việc, và chỗ hai bên khác nhau. */
export default {
  "totals.by": "Tổng được đếm từ nguồn nào",
  "totals.by.cases": "Theo vụ việc",
  "totals.by.tallies": "Theo báo cáo ngày",
  "totals.by.cases.note": "Đếm từ các báo cáo vụ việc đã phát hành.",
  "totals.by.tallies.note.all": "Số các cơ quan nêu trong báo cáo ngày, {days}.",
  "totals.by.tallies.note.own":
    "Số cơ quan của bạn nêu trong báo cáo ngày, {days}. Bạn không xem được báo cáo ngày của cơ quan khác.",
  "totals.by.tallies.charts": "Các biểu đồ dưới đây đếm theo vụ việc.",
  "totals.by.tallies.filter":
    "Báo cáo ngày không nêu phương tiện và tình trạng: phần lọc đó không áp dụng cho báo cáo ngày.",

  "tally.totals": "Tổng theo báo cáo ngày và theo vụ việc",
  "tally.totals.cases": "{n, plural, other {vụ theo báo cáo ngày}}",
  "tally.totals.none": "Chưa có báo cáo ngày nào.",
  "tally.totals.behind.all":
    "Đã có {n, number} trên {due, plural, other {# báo cáo đến hạn}} (mỗi cơ quan mỗi ngày một báo cáo), trong đó {nil, number} báo không có vụ.",
  "tally.totals.behind.own":
    "Đã có {n, number} trên {due, plural, other {# ngày đến hạn}}, trong đó {nil, number} ngày không có vụ.",
  "tally.totals.missing": "Thiếu {n, number}, không tính vào tổng nào.",
  "tally.totals.awaited": "{n, number} chưa đến hạn.",
  "tally.totals.arrested": "{n, plural, other {# người}} bị bắt, theo báo cáo ngày.",
  "tally.totals.said": "Theo báo cáo ngày",
  "tally.totals.seen": "Theo vụ việc",
  "tally.totals.confirmed": "trong đó đã xác nhận",
  "tally.totals.quantities": "Lượng đã nêu",
  "tally.totals.amount": "{quantity} trong {n, plural, other {# báo cáo}}",
  "tally.totals.groups": "Theo loại hàng",
  "tally.totals.rule": "So theo cơ quan, ngày và loại hàng; một vụ có hai loại hàng được tính một lần ở mỗi loại.",

  "tally.totals.agree": "Báo cáo ngày và báo cáo vụ việc khớp nhau: {said, number}.",
  "tally.totals.even": "Báo cáo ngày và báo cáo vụ việc cùng là {said, number}, nhưng khác ngày hoặc khác loại hàng:",
  "tally.totals.differ": "Báo cáo ngày nêu {said, number}, báo cáo vụ việc có {seen, number}:",
  "tally.totals.unreported": "{n, number} vụ chưa có báo cáo vụ việc",
  "tally.totals.untallied": "{n, number} vụ đã báo cáo nhưng không có trong báo cáo ngày đó",
  "tally.totals.untold": "{n, number} vụ đã báo cáo thuộc ngày chưa có báo cáo ngày",
  "tally.totals.calendar": "Xem ngày nào khác nhau",
} as const;
