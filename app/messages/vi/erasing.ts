/** Xóa vĩnh viễn một hồ sơ. */
export default {
  "seizure.frozen":
    "{n, plural, =0 {Không có số liệu chốt nào tính hồ sơ này.} other {Hồ sơ vẫn nằm trong # số liệu chốt.}}",
  "erase.section": "Xóa vĩnh viễn",
  "erase.section.text":
    "Khi tòa án hoặc pháp luật yêu cầu không được giữ lại gì. Nếu chỉ là sai sót, hãy sửa hoặc rút lại.",
  "erase.act": "Xóa",
  "erase.title": "Xóa vĩnh viễn hồ sơ này?",
  "erase.undone": "Không ai có thể khôi phục.",
  "erase.reason": "Lý do, trong một câu",
  "erase.order": "Quyết định hoặc căn cứ pháp lý",
  "erase.order.hint": "Chỉ cơ quan của bạn giữ thông tin này.",
  "erase.type": "Gõ số của hồ sơ để xác nhận",
  "erase.type.hint": "Một trong các số: {names}",
  "erase.confirm": "Xóa vĩnh viễn",
  "erased.title": "{no} đã bị xóa",
  "erased.title.report": "Báo cáo này đã bị xóa",
  "erased.text": "Không còn gì được giữ ở đây. Ai giữ bản in hoặc bản xuất thì hủy bản đó.",
  "error.seizure.erased": "Hồ sơ này đã bị xóa.",
  "error.erase.merged": "Hồ sơ được tính chung một vụ với điện báo khác. Hãy hoàn tác quyết định đó trước.",
  "error.erase.reason.missing": "Nêu lý do xóa.",
  "error.erase.order.missing": "Nêu quyết định hoặc căn cứ pháp lý.",
  "error.erase.confirm.other": "Đây không phải số của hồ sơ. Gõ đúng như ghi ở trên.",
} as const;
