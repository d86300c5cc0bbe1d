/** Views that are kept, beside the pages that they are of, and what was told of them. */
export default {
  "views.own": "Dạng xem của bạn",
  "views.shared": "Chia sẻ với chiến dịch",
  "views.none": "Chưa lưu dạng xem nào của trang này.",
  "views.all": "Mọi dạng xem và thông báo",
  "views.by": "{name}, {agency}",
  "views.save": "Lưu dạng xem",
  "views.name": "Tên",
  "views.query": "Địa chỉ",
  "views.lost": "Mất đường truyền: chưa lưu được gì. Những gì bạn đã gõ vẫn còn ở đây.",
  "views.saved": "Đã lưu.",
  "views.instead": "Thay cho",
  "views.instead.none": "Dạng xem mới",
  "views.share": "Chia sẻ với chiến dịch",
  "views.share.note":
    "Mọi người trong chiến dịch này được đọc vụ việc đều mở được, kèm tên và cơ quan của bạn. Quan sát viên không thấy.",
  "views.no_search": "Từ tìm kiếm không được lưu cùng.",
  "views.told": "{n, plural, other {# vụ mới}} trong “{view}”",
  "views.told.since": "từ {since}, báo lúc {at}",
  "views.told.case": "Mở vụ việc",
  "views.told.open": "Mở dạng xem",
  "views.told.all": "Mọi thông báo",
} as const;
