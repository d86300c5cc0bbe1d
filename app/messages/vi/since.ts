import type since from "../en/since.ts";

/** Những thay đổi từ lần trước người đọc có mặt. */
export default {
  "since.title": "Từ lần trước bạn ở đây",
  "since.nothing": "Từ lần trước bạn ở đây, {at}, không có gì thay đổi đối với bạn.",
  "since.more": "và {n, number} mục khác",
  "since.question": "Cơ quan bạn được hỏi: {question}",
  "since.answered": "Câu hỏi của bạn đã được trả lời: {question}",
  "since.returned": "Đã trả lại người soạn: {goods}",
  "since.cleared": "Đã phát hành: {no}, {goods}",
  "since.on_route": "{no} của {agency}, {goods}: nước bạn nằm trên tuyến đường",
  "since.withdrawn": "{agency} đã rút {no}",
  "since.withdrawn.unseen": "{agency} đã rút một vụ bắt giữ",
  "since.tally_asked": "Bạn được hỏi báo cáo ngày {day}",
  "since.tally_reminded": "Bạn được nhắc báo cáo ngày {day}",
  "since.tally_question": "Báo cáo ngày {day} của bạn khác báo cáo vụ việc: {goods}",
  "since.moved": "Chiến dịch chuyển sang: {state}",
  "since.plan": "Kế hoạch đã thay đổi",
  "since.people": "{n, plural, other {# thay đổi}} về cơ quan và thành viên",
} satisfies Record<keyof typeof since, string>;
