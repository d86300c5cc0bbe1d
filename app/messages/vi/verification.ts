import type verification from "../en/verification.ts";

/** Hàng chờ của đơn vị điều phối: những gì còn phải kiểm tra và những gì đang chờ trả lời. */
export default {
  "verify.title": "Kiểm tra",
  "verify.count": "{n, plural, other {# báo cáo cần kiểm tra}}",
  "verify.refused.title": "Việc kiểm tra thuộc về đơn vị điều phối",
  "verify.refused.text": "Đơn vị xem mọi báo cáo đã phát hành và hỏi cơ quan báo cáo khi có điểm bất thường.",
  "verify.empty.title": "Đã kiểm tra hết",
  "verify.empty.text": "Báo cáo tự xuất hiện ở đây khi được phát hành.",
  "verify.unjudged":
    "{n, plural, other {# báo cáo trong số này}} chưa được đánh giá và xếp theo thời gian chờ. Lần mở trang tới sẽ được đánh giá.",
  "verify.keys": "J và K để di chuyển, V để xác nhận, A để hỏi, O để mở vụ việc.",
  "verify.risk": "rủi ro {n}",
  "verify.age": "phát hành {age} trước",
  "verify.awaited": "đã hỏi {age} trước",
  "verify.waiting": "Đang chờ",
  "verify.nothing": "Không có gì bất thường, không thiếu gì",
  "verify.ask_this": "Hỏi",
  "verify.done.verify": "Đã xác nhận: từ nay được tính là đã xác nhận.",
  "verify.done.ask": "Đã hỏi. Câu hỏi nằm ở trang của cơ quan báo cáo.",
  "verify.questions": "{n, plural, other {# câu hỏi còn mở}}",
  "verify.questions.note": "cũ nhất trước",

  "check.duplicate":
    "Có thể được báo hai lần{no, select, other {: {no}}} (giống nhau {percent} %). Xem trang Trùng lặp.",
  "check.duplicate_certain": "Được báo hai lần: cơ quan đã ghi cùng số vụ cho {no}. Xem trang Trùng lặp.",
  "check.far_above": "{quantity} {unit} cao hơn nhiều so với mức thường gặp ({usual} {unit}). Có đúng không?",
  "check.missing_amount": "Chưa biết lượng của {commodity}.",
  "check.missing_taxon": "Chưa nêu loài của {commodity}.",
  "check.missing_position": "Địa điểm chưa có tọa độ.",
  "check.missing_departure": "Tuyến đường chưa có nơi đi, kể cả ‘không rõ’.",
  "check.missing_destination": "Tuyến đường chưa có nơi đến, kể cả ‘không rõ’.",
  "check.missing_concealment": "Chưa nêu cách cất giấu; ‘không’ cũng là một câu trả lời.",
  "check.rough_goods": "{commodity} chỉ nêu nhóm hàng: cụ thể là loại nào?",
  "check.rough_day": "Chưa biết chính xác ngày.",
  "check.joint": "Thuộc một vụ chung với {no} của {country}.",
  "check.late": "Phát hành muộn.",
} satisfies Record<keyof typeof verification, string>;
