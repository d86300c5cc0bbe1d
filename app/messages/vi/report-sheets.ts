/** Sheets on one administration, on one group of goods and for the press; counts that are not said; names of decks. */
export default {
  "operation_report.kind.country_sheet": "Tờ tin quốc gia",
  "operation_report.kind.country_sheet.hint": "Những gì một cơ quan hải quan đã báo cáo, và các tuyến đến và đi",
  "operation_report.kind.commodity_sheet": "Tờ tin mặt hàng",
  "operation_report.kind.commodity_sheet.hint": "Một nhóm hàng hóa, ở mọi nước",
  "operation_report.kind.press_sheet": "Tờ tin báo chí",
  "operation_report.kind.press_sheet.hint": "Ngắn và công khai: tổng số, nhóm hàng và các vụ nổi bật đã được thông qua",
  "operation_report.subject.administration": "Cơ quan hải quan",
  "operation_report.subject.group": "Nhóm hàng hóa",
  "operation_report.subject.choose": "Chọn",
  "operation_report.suppress": "Số người quá nhỏ",
  "operation_report.suppress.hint": "Số không nêu thì không có trong trang nào và tệp nào của báo cáo.",
  "operation_report.suppress.usual": "Như thường lệ: báo cáo công khai không nêu số dưới 5",
  "operation_report.suppress.0": "Nêu tất cả",
  "operation_report.suppress.under": "Không nêu số dưới {n}",
  "operation_report.note.suppressed":
    "Đã ẩn: {n} ô ({mark}): số người dưới {under}, và những số có thể làm lộ các số đó.",
  "operation_report.origin.suppressed": "Không nêu số người dưới {under}",
  "operation_report.note.differ": "{n} số liệu đã được công bố với nhiều giá trị: tất cả đều nêu ở đây.",
  "operation_report.note.never_added":
    "Số liệu đã công bố theo định nghĩa của nơi công bố: chúng đặt cạnh số đã đếm và không bao giờ cộng vào.",
  "operation_report.note.unit_of": "Cộng theo {unit}, đơn vị dùng trong nhiều vụ nhất.",
  "operation_report.note.other_units": "{n} vụ đo bằng đơn vị khác và không nằm trong tổng này: {units}.",
  "operation_report.part.passing": "Các tuyến đến và đi, bất kể ai báo cáo",
  "operation_report.part.ownTallies": "Bản kê hằng ngày đã có",
  "operation_report.part.inOneUnit": "Số lượng theo một đơn vị",
  "operation_report.part.personsByReporter": "Người bị bắt, theo cơ quan hải quan",
  "operation_report.line.personsByReporter": "Người bị bắt",
  "operation_report.line.passing": "Vụ theo tuyến đến và đi",
  "operation_report.row.all": "Tất cả",
  "operation_report.row.sum": "Tổng cộng",
  "operation_report.say.country_sheet":
    "Từ {from} đến {to}, {country} đã báo cáo {cases} vụ; đơn vị điều phối đã kiểm tra {confirmed} vụ.",
  "operation_report.say.commodity_sheet":
    "Từ {from} đến {to}, {cases} vụ có hàng thuộc nhóm này: {group}. Đơn vị điều phối đã kiểm tra {confirmed} vụ.",
  "operation_report.deck.mid_term": "Bộ trang chiếu giữa kỳ",
  "operation_report.deck.national": "Bộ trang chiếu quốc gia",
  "operation_report.deck.debrief": "Bộ trang chiếu tổng kết",
  "operation_report.deck.further": "Các mục khác nằm trong báo cáo: {titles}",
  "error.operation_report.administration.missing": "Hãy chọn cơ quan hải quan mà tờ tin nói đến.",
  "error.operation_report.group.missing": "Hãy chọn nhóm hàng hóa mà tờ tin nói đến.",
  "error.operation_report.audience.press": "Tờ tin báo chí dành cho mọi người.",
  "help.reports.sheets": "Tờ tin và số nhỏ",
  "help.reports.sheets.text":
    "Tờ tin quốc gia nói về một cơ quan hải quan, tờ tin mặt hàng về một nhóm hàng, tờ tin báo chí ngắn và công khai. Đối tượng được chọn khi bắt đầu. Không có gì khác của chiến dịch trong đó, trong tệp cũng không.",
  "help.reports.sheets.small":
    "Số người quá nhỏ có thể không nêu, để không ai bị nhận ra. Những số có thể làm lộ một số như vậy cũng không nêu; cả hai mang cùng một dấu.",
} as const;
