import type across from "../en/across.ts";

export default {
  "across.title": "Nhiều chiến dịch",
  "across.lead":
    "{n, plural, =0 {Bạn không được đọc số liệu của chiến dịch nào.} other {Số liệu của {n, number} chiến dịch, mỗi chiến dịch được đếm theo quy tắc trên trang riêng của nó.}}",
  "across.note":
    "Mỗi vụ được tính trong chiến dịch mà vụ đó được báo cáo. Vụ được báo cáo cho hai chiến dịch thì được tính trong cả hai.",
  "across.chosen": "Chiến dịch: {n, number} trên {of, number}",
  "across.choose": "Những chiến dịch được đếm",
  "across.go": "Đếm những chiến dịch này",
  "across.apart": "Chiến dịch thật, bản trình diễn và cuộc diễn tập không bao giờ được cộng vào nhau. Được đếm riêng:",
  "across.left_out":
    "{names} thuộc loại khác nên không được đếm ở đây: chiến dịch thật, bản trình diễn và cuộc diễn tập không bao giờ được cộng vào nhau.",
  "across.split": "Số vụ theo chiến dịch và năm",
  "across.split.names": "Chiến dịch và năm",
  "across.split.undated": "{operation}, không rõ ngày",
  "across.none": "Không có gì để đếm",
  "across.none.text":
    "Trang này cho thấy số liệu của những chiến dịch mà bạn được đọc dữ kiện. Bên chủ trì chiến dịch quyết định ai được đọc.",
} satisfies Record<keyof typeof across, string>;
