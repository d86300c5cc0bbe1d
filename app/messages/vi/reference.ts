import type reference from "../en/reference.ts";

/** Trang dữ liệu tham chiếu của quản trị viên: những gì biết trước, và theo nguồn nào. */
export default {
  "reference.title": "Danh mục tham chiếu",
  "reference.lead":
    "Căn cứ để viết và xét báo cáo: mỗi danh mục kèm nguồn. Danh mục thay đổi theo phiên bản của Naga; danh sách loài đầy đủ do nơi cài đặt tự nạp.",
  "reference.link": "Danh mục tham chiếu",
  "reference.part": "Phần",
  "reference.rows": "Số dòng",
  "reference.memory": "Cần xác nhận",
  "reference.source": "Nguồn",
  "reference.version": "Phiên bản",
  "reference.licence": "Giấy phép",
  "reference.speaks": "Nói về",
  "reference.from": "từ {from}",
  "reference.until": "đến {until}",
  "reference.on": "chỉ ngày {on}",
  "reference.whole": "toàn bộ danh mục",
  "reference.count": "{n, plural, other {# dòng}}",
  "reference.not_counted":
    "Ở đây không đếm bao nhiêu hồ sơ dùng một danh mục: hồ sơ thuộc về các cơ quan và quản trị viên không đọc hồ sơ nào. Phiên bản mới không bao giờ đổi căn cứ đã dùng để xét một hồ sơ: hồ sơ giữ phụ lục, quy tắc và nguồn của ngày đó.",
  "reference.load.title": "Danh sách loài đầy đủ",
  "reference.load.text":
    "Danh sách này không được phép phân phối kèm sản phẩm. Hãy xuất từ Checklist of CITES Species hoặc Species+ dưới dạng CSV, rồi nạp trên máy chủ theo tình trạng của ngày xuất. Mục nào khác thì có hiệu lực từ ngày đó; mục của những ngày trước giữ nguyên.",

  "reference.list.countries": "Nước và vùng lãnh thổ",
  "reference.list.places": "Địa điểm",
  "reference.list.codes": "Danh mục mã",
  "reference.list.commodities": "Hàng hóa",
  "reference.list.units": "Đơn vị tính",
  "reference.list.conversion_rules": "Quy tắc quy đổi",
  "reference.list.tally_bands": "Ngưỡng của tổng trong ngày",
  "reference.list.taxa": "Loài và nhóm loài",
  "reference.list.taxon_names": "Tên loài trong các ngôn ngữ khác và tên khoa học cũ",
  "reference.list.taxon_listings": "Loài trong các phụ lục",
  "reference.list.published_editions": "Các kỳ đã công bố",
  "reference.list.published_figures": "Số liệu đã công bố",

  "reference.list.within": "Tên, múi giờ và giá trị riêng trong các danh mục khác",

  "reference.use.countries":
    "Dùng cho địa điểm và tuyến đường của báo cáo, quốc tịch của người, và các nước trong kế hoạch và thành phần tham gia.",
  "reference.use.places": "Dùng cho địa điểm và tuyến đường của báo cáo, và để tìm địa điểm.",
  "reference.use.codes": "Dùng cho mọi lựa chọn trong báo cáo có danh mục, và cách chuyển tiếp.",
  "reference.use.commodities": "Dùng cho hàng hóa của báo cáo, báo cáo ngày và phạm vi của kế hoạch.",
  "reference.use.units": "Dùng cho lượng hàng trong báo cáo và báo cáo ngày.",
  "reference.use.conversion_rules":
    "Dùng khi lượng hàng được quy đổi để so sánh; mỗi dòng hàng ghi quy tắc và phiên bản đã dùng.",
  "reference.use.tally_bands":
    "Dùng cho báo cáo ngày: số lượng vượt ngưỡng được hỏi lại và phải được xác nhận. Ngưỡng do sản phẩm này đặt, không lấy từ nguồn nào; số lượng đã xác nhận ghi ngưỡng và phiên bản đã hỏi.",
  "reference.use.taxa": "Dùng cho loài của một dòng hàng.",
  "reference.use.taxon_names": "Dùng để tìm loài.",
  "reference.use.taxon_listings":
    "Dùng cho phụ lục của một dòng hàng, theo ngày xảy ra; dòng hàng giữ phụ lục và nguồn.",
  "reference.use.published_editions": "Dùng để so sánh với các kỳ trước.",
  "reference.use.published_figures": "Dùng để so sánh với các kỳ trước; không bao giờ cộng vào số đếm được.",

  "reference.use.within":
    "Tên thành phố và cửa khẩu trong các ngôn ngữ khác, tên và múi giờ của các nước: nằm trong các dòng của những danh mục đó và dùng khi tìm kiếm.",

  "reference.part.listed": "Có trong danh mục",
  "reference.part.pseudo": "Mã không chỉ nước nào",
  "reference.part.la": "Tên khoa học cũ",
  "reference.part.es": "Tiếng Tây Ban Nha",
  "reference.part.fr": "Tiếng Pháp",
  "reference.part.km": "Tiếng Khmer",
  "reference.part.lo": "Tiếng Lào",
  "reference.part.my": "Tiếng Miến Điện",
  "reference.part.th": "Tiếng Thái",
  "reference.part.vi": "Tiếng Việt",
  "reference.part.zh": "Tiếng Trung",
} satisfies Record<keyof typeof reference, string>;
