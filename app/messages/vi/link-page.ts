/** Trang các vụ có liên quan của một chiến dịch. */
export default {
  "links.page.title": "Vụ có liên quan",
  "links.page.lead":
    "Những vụ khác nhau có thể thuộc một đường dây, mỗi cặp kèm lý do, từ những gì bạn được đọc của cả hai vụ. Con người quyết định chúng có liên quan hay không. Hai báo cáo về cùng một vụ là báo cáo trùng: không nằm ở đây.",
  "links.page.views": "Loại",
  "links.page.view.open": "Gợi ý: {n, number}",
  "links.page.view.linked": "Nhóm: {n, number}",
  "links.page.view.apart": "Đã bỏ qua: {n, number}",
  "links.page.none.open": "Không có gì cần trả lời",
  "links.page.none.open.text":
    "{n, plural, =0 {Chưa có vụ nào. Những vụ có thể liên quan sẽ tự hiện ở đây.} other {Không có hai vụ nào trong # vụ có đủ điểm chung mà chưa được trả lời. Điều mới sẽ tự hiện ở đây.}}",
  "links.page.none.linked": "Chưa có nhóm nào",
  "links.page.none.linked.text": "Những vụ được xác nhận là có liên quan sẽ nằm ở đây theo nhóm.",
  "links.page.none.apart": "Chưa bỏ qua cặp nào",
  "links.page.none.apart.text": "Những cặp được xác nhận là không liên quan sẽ nằm ở đây.",
  "links.page.group": "{n, plural, other {# vụ có liên quan với nhau}}",
  "links.page.first":
    "{n, number} cặp có khả năng nhất trong {total, number}; các cặp khác hiện lên khi những cặp này được trả lời.",
  "links.page.keys": "Phím: J và K để di chuyển, O và P mở vụ này hoặc vụ kia, L là có liên quan, D là không.",
  "links.page.rule": "Quy tắc {rule}",
  "links.page.caution":
    "Gợi ý là lý do để xem xét, không phải bằng chứng. Điều thông thường ít giá trị: nhãn hiệu, chuyến bay hay cách cất giấu càng nhiều vụ có chung thì càng ít điểm.",
  "links.page.minimum":
    "Mỗi lý do có điểm; {points, number} điểm thành một gợi ý, và phải có một lý do hiếm. Điều mà hơn {most, number} vụ có chung thì không liên kết vụ nào. Thời gian được tính khi cách nhau tối đa {days, number} ngày. Cặp đã bỏ qua chỉ trở lại khi có lý do chưa ai xem xét.",
  "links.page.refused.title": "Vụ có liên quan dành cho người đọc dữ kiện của chiến dịch",
  "links.page.refused.text": "Các vụ liên quan của đơn vị bạn nằm trên trang của vụ đó.",
  "links.fresh": "Trước đây đã bỏ qua; có điều mới",
  "links.only_seen": "Người đọc được cả hai vụ sẽ trả lời.",
} as const;
