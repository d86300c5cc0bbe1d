import type known from "../en/known.ts";

export default {
  "known.clock": "Đồng hồ",
  "known.clock.happened": "Theo lúc xảy ra",
  "known.clock.known": "Theo lúc được biết",
  "known.choose": "Như đã biết lúc …",
  "known.field": "Ngày giờ tại {zone}",
  "known.show": "Xem thời điểm này",
  "known.help": "Hai đồng hồ là gì",
  "known.now": "Trở về hiện tại",
  "known.chip": "Như đã biết {at}",
  "known.title": "Như đã biết {at}: không phải hiện tại",
  "known.text":
    "Khi đó tính {before, number} vụ, bây giờ {now, number} vụ. Những gì đến trong lúc này không thay đổi gì ở đây.",
  "known.taken_back":
    "{n, number} báo cáo được chia sẻ khi đó nay đã bị giữ lại hoặc rút: vẫn nằm trong các tổng số này, không còn được xem từng báo cáo.",
  "known.taken_back.filtered":
    "{n, number} báo cáo được chia sẻ khi đó nay đã bị giữ lại hoặc rút. Khi có bộ lọc thì không tính; khi không có bộ lọc thì có tính.",
  "known.erased": "{n, number} hồ sơ đã bị xóa từ đó. Không còn biết khi đó chúng có được tính hay không.",
  "known.without": "Báo cáo ngày không được xem theo thời điểm; danh sách và vụ việc mở ra như hiện nay.",
  "known.tallies": "Theo báo cáo vụ việc. Không xem được khi đó còn thiếu báo cáo ngày nào.",
  "known.present": "Hiện tại",
  "known.film": "Như đã biết {at}",
  "known.film.note": "Báo cáo đã bị giữ lại hoặc rút từ đó không có trong lúc phát",
  "known.slider": "Thời điểm được biết đến",
  "known.cases": "{cases, number} vụ",
  "known.pace.hour": "Giờ",
  "known.pace.day": "Ngày",
  "known.pace.week": "Tuần",
} satisfies Record<keyof typeof known, string>;
