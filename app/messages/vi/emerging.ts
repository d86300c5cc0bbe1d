import type emerging from "../en/emerging.ts";

/** Có gì mới: hành lang mới, tăng hoặc chuyển hướng, kèm số liệu. */
export default {
  "emerging.title": "Có gì mới",
  "emerging.as_of": "tính đến <time></time>",
  "emerging.lead":
    "Mỗi hành lang được theo dõi theo từng nhóm hàng, chặng đến nơi bắt giữ và chặng tiếp theo tách riêng. Những gì khác với quá khứ của chính nó hiện ra ở đây, kèm số liệu.",
  "emerging.findings": "{n, plural, other {# phát hiện}}",
  "emerging.watched":
    "theo dõi {corridors, plural, other {# hành lang theo nhóm hàng}}, trong {cases, plural, other {# vụ}} biết tuyến đường",
  "emerging.none.title": "Không có gì bất thường",
  "emerging.none.text":
    "{n, plural, =0 {Chưa hành lang nào có vụ việc. Điều mới sẽ tự hiện ra ở đây.} other {Đang theo dõi # hành lang theo nhóm hàng. Điều mới sẽ tự hiện ra ở đây.}}",
  "emerging.kind.new": "Mới",
  "emerging.kind.rising": "Đang tăng",
  "emerging.kind.shifted": "Chuyển hướng",
  "emerging.way.travelled": "chặng đến nơi bắt giữ",
  "emerging.way.intended": "chặng dự định tiếp theo",
  "emerging.what": "{corridor}: {goods}",
  "emerging.sentence":
    "{cases, plural, other {# vụ}} trong {days, plural, =1 {một ngày, {from}} other {# ngày qua, từ {from}}}; dự kiến {expected} theo {past, plural, other {# ngày}} trước đó. Trong tất cả các vụ biết tuyến đường, trước đó có {own, number} trên {among, number}, từ đó đến nay {cases, number} trên {since, number}.",
  "emerging.earlier":
    "Trong {operations, plural, other {# chiến dịch trước}} ({days, plural, other {# ngày}}): {cases, plural, =0 {không có vụ nào} other {# vụ}} trên {among, number}.",
  "emerging.earlier.none": "Không có chiến dịch trước để so sánh.",
  "emerging.shift":
    "Cùng lúc đó, {corridor} giảm: {cases, plural, =0 {không có vụ nào} other {# vụ}}, trong khi dự kiến {expected}. Có thể hàng đã chuyển sang {to}.",
  "emerging.also": "Cùng các lô hàng này cũng thấy trên {corridors}.",
  "emerging.times": "gấp {times} lần mức thường",
  "emerging.never": "chưa từng có",
  "emerging.sure": "bằng chứng {evidence}, cần {need}",
  "emerging.weeks": "Số vụ mỗi tuần, {weeks, plural, other {# tuần}} gần nhất: {counts}. Đánh dấu từ {from}.",
  "emerging.open": "{n, plural, other {# vụ đứng sau}}",
  "emerging.rule": "Quy tắc {rule}",
  "emerging.rule.how": "Quy tắc xem xét thế nào",
  "emerging.minimum":
    "Im lặng khi dưới {rising, number} vụ ({fresh, number} nếu trước đó chưa có vụ nào) trong {days, number} ngày, và khi chưa có {past, number} vụ biết tuyến đường trong {pastDays, number} ngày để so sánh.",
  "emerging.rule.text":
    "Trong {back, number} ngày gần nhất, quy tắc tìm quãng thời gian mà một hành lang vượt nhiều nhất so với phần của nó trong tất cả các vụ trước đó. Quy tắc so sánh tỷ phần, nên khi mọi bên báo cáo gấp đôi thì không có gì tăng. Nhiều vụ của một hành lang vắng trong cùng một ngày chỉ nặng hơn một vụ chút ít. Bằng chứng cần có tăng theo số vụ, để ngẫu nhiên gây ra chưa đến một phát hiện mỗi tháng trong cả chiến dịch. Ngày chưa đến được bỏ ra; báo cáo muộn tính vào ngày của nó.",
  "emerging.left_out":
    "Bỏ ra: {undated, number} vụ không rõ ngày, {unrouted, number} vụ không có hành lang giữa hai nước đã biết{ahead, plural, =0 {} other {, # vụ của ngày chưa đến}}.",
  "emerging.caution":
    "Số vụ phụ thuộc vào nỗ lực kiểm soát cũng như vào tội phạm: một hành lang cũng tăng khi một cơ quan kiểm tra ở đó kỹ hơn. Phát hiện là lý do để xem xét, không phải bằng chứng.",
} satisfies Record<keyof typeof emerging, string>;
