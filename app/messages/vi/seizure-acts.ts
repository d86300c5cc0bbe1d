/** Việc chủ hồ sơ làm với vụ đã phát hành, và ai mất quyền đọc. */
export default {
  "seizure.reach.agencies":
    "{n, plural, =0 {Hiện không có cơ quan nào khác đọc hồ sơ.} other {# cơ quan hiện đọc hồ sơ và sẽ mất quyền đọc.}}",
  "seizure.reach.members":
    "{n, plural, =0 {Hiện không có ai khác đọc hồ sơ.} other {# người hiện đọc hồ sơ và sẽ mất quyền đọc.}}",
  "seizure.reach.coordination": "Đơn vị điều phối cũng mất quyền đọc.",
  "seizure.reach.held": "Hồ sơ đang được giữ lại: hiện không ai khác đọc.",
  "seizure.reach.names": "Ai mất quyền đọc hồ sơ",
  "seizure.narrow": "Thu hẹp",
  "seizure.narrow.title": "Ai tiếp tục đọc hồ sơ?",
  "seizure.narrow.text":
    "Ai bị bỏ ra sẽ mất ngay hồ sơ và họ tên trong đó, kể cả trên màn hình đang mở. Họ vẫn đếm số liệu của vụ này.",
  "seizure.narrow.keep.agencies": "Cơ quan còn được đọc",
  "seizure.narrow.keep.members": "Người còn được đọc",
  "seizure.narrow.coordination": "Đơn vị điều phối đọc mọi hồ sơ được tính.",
  "seizure.narrow.lost.agencies": "{n, plural, =0 {Chưa ai mất quyền đọc.} other {# cơ quan mất quyền đọc.}}",
  "seizure.narrow.lost.members": "{n, plural, =0 {Chưa ai mất quyền đọc.} other {# người mất quyền đọc.}}",
  "seizure.narrowed.lost": "{n, plural, other {# người đọc đã mất quyền}}",
  "seizure.closed": "Chủ hồ sơ đã thu hẹp số người đọc. Bạn thấy số liệu, không thấy hồ sơ.",
  "seizure.change.narrowed": "thu hẹp người đọc",
  "error.seizure.narrow.wider": "Hãy chọn trong số đang đọc. Muốn cho người khác đọc, hãy sửa vụ này.",
  "error.seizure.narrow.nobody": "Như vậy không ai mất quyền đọc. Hãy bỏ ra ít nhất một.",
};
