import type summaries from "../en/summaries.ts";

/** Diễn biến bằng các ngôn ngữ khác: ai tóm tắt, từ bản nào, và cách viết bản tóm tắt. */
export default {
  "summary.original": "Bản gốc: {language}",
  "summary.original.unsaid": "Bản gốc, chưa nêu ngôn ngữ",
  "summary.in": "Tóm tắt: {language}",
  "summary.by": "Người dịch: {name}, {agency}",
  "summary.back_by": "{name}, {agency} đã rút lại",
  "summary.about": "theo bản {n} của vụ việc",
  "summary.changed": "bản gốc đã thay đổi sau đó",
  "summary.others": "{n, plural, other {# bản tóm tắt bằng ngôn ngữ khác}}",
  "summary.earlier": "{n, plural, other {# bản trước}}",
  "summary.taken_back": "Đã rút lại",
  "summary.add": "Thêm bản tóm tắt bằng ngôn ngữ khác",
  "summary.correct": "Sửa bản tóm tắt này",
  "summary.language": "Ngôn ngữ của bản tóm tắt",
  "summary.text": "Nội dung bản gốc, tóm tắt",
  "summary.text.hint":
    "Không ghi họ tên người trong vụ. Tên và cơ quan của bạn hiện bên cạnh với mọi người đọc vụ việc.",
  "summary.save": "Lưu bản tóm tắt",
  "summary.take_back": "Rút lại",
  "error.summary.language.missing": "Chọn ngôn ngữ của bản tóm tắt.",
  "error.summary.language.original": "Bản gốc đã bằng ngôn ngữ này. Chọn ngôn ngữ khác.",
  "error.summary.text.missing": "Viết tóm tắt nội dung bản gốc.",
  "error.summary.stale":
    "Trong lúc đó có người đã sửa bản tóm tắt này. Nội dung hiện tại ở đây; lưu lại nếu muốn bản của bạn thay tiếp theo.",
  "error.summary.nothing": "Bản bạn đã đọc không có phần diễn biến để tóm tắt.",
} satisfies Record<keyof typeof summaries, string>;
