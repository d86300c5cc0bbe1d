import type looking from "../en/looking.ts";

/** Hồ sơ của mình, trong danh sách hoặc trên bản đồ, như cơ quan khác thấy. */
export default {
  "look.own": "Xem như",
  "look.own.choose": "Xem hồ sơ của mình như cơ quan khác thấy",
  "look.own.nobody": "một cơ quan không tham gia",
  "look.own.text":
    "Chỉ hồ sơ của cơ quan bạn, và chỉ những gì họ đang thấy. Những gì cơ quan khác chia sẻ với họ không phải để bạn xem nên không hiện ở đây. Trong lúc xem, tin mới không được cập nhật.",
  "look.own.records": "{n, plural, =0 {không hồ sơ nào của bạn} other {# hồ sơ của bạn}}",
  "look.none.title": "Họ không thấy hồ sơ nào của bạn",
  "look.none.text": "Không ai ở vai trò này thấy những gì cơ quan bạn đã phát hành.",
} satisfies Record<keyof typeof looking, string>;
