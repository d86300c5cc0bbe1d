/** Trợ giúp cho cán bộ, mỗi nội dung một màn hình: báo cáo ngày; duyệt và câu hỏi; trực ban và hạn chót. */
export default {
  "help.title": "Trợ giúp",
  "help.topic": "Nội dung",
  "help.tallies": "Báo cáo ngày",
  "help.clearance": "Duyệt và câu hỏi",
  "help.watch": "Trực ban và hạn chót",

  "help.tallies.why": "Mỗi ngày một lần, cơ quan bạn cho biết có gì xảy ra",
  "help.tallies.why.text":
    "Hoặc không có vụ, khi không bắt giữ gì, hoặc bao nhiêu vụ của loại hàng nào. Không có vụ là một câu trả lời. Im lặng thì không: ngày đó hiện là thiếu và không bao giờ được tính là số không.",
  "help.tallies.due": "Trong chiến dịch này, hạn báo cáo là {time} theo giờ {zone}, ngày cũng theo giờ đó.",
  "help.tallies.how": "Cách làm",
  "help.tallies.step.1": "Ở trang đầu, bấm 'Không có vụ bắt giữ nào'. Phần lớn các ngày chỉ cần vậy.",
  "help.tallies.step.2":
    "Khi có vụ bắt giữ, báo cáo ngày được điền sẵn từ báo cáo vụ việc. Kiểm tra các con số rồi gửi.",
  "help.tallies.step.3": "Để nhập nhiều ngày một lúc, mở 'Nhập nhiều ngày'. Ngày để 'để sau' thì vẫn còn trống.",
  "help.tallies.marks": "Ý nghĩa các ký hiệu",
  "help.tallies.mark.reported": "Đã báo đúng hạn, có vụ bắt giữ.",
  "help.tallies.mark.nil": "Đã báo không có vụ, hoặc nằm trong thời gian báo không có vụ.",
  "help.tallies.mark.late": "Đã báo sau hạn.",
  "help.tallies.mark.missing": "Đã quá hạn mà chưa có báo cáo.",
  "help.tallies.mark.not_due": "Không cần báo cáo, hoặc chưa đến hạn.",
  "help.tallies.wrong": "Khi có gì sai",
  "help.tallies.wrong.text":
    "Mở ngày đó, bấm 'Sửa', rồi gửi bản sửa. Bản trước vẫn đọc được, kèm tên và giờ. Chấm sáng đánh dấu ngày mà báo cáo ngày và báo cáo vụ việc khác nhau: hãy sửa bên sai.",
  "help.tallies.asked_back": "Số lượng khác thường được hỏi lại một lần: hãy sửa, hoặc đánh dấu là đúng.",
  "help.tallies.nil.text":
    "Nếu sau đó có vụ bắt giữ của ngày đã báo không có vụ, ngày đó mở lại cho đến khi báo cáo được sửa.",
  "help.tallies.weekly": "Báo cáo hằng tuần tính cho mọi ngày kể từ báo cáo trước.",
  "help.tallies.line":
    "Không có kết nối? Những gì bạn gõ vẫn còn. Hãy gửi lại: gửi bao nhiêu lần cũng chỉ ghi một lần.",

  "help.clearance.why": "Trước khi duyệt, ngoài cơ quan bạn không ai thấy báo cáo",
  "help.clearance.why.text":
    "Các nước khác, đơn vị điều phối, trưởng chiến dịch đều không thấy; báo cáo chưa có trong số liệu và trên bản đồ. Đầu mối quốc gia của bạn duyệt báo cáo.",
  "help.clearance.steps":
    "{n, plural, =0 {Cơ quan bạn không có bước duyệt riêng: báo cáo được phát hành ngay khi gửi.} other {Cơ quan bạn duyệt qua # bước: lần lượt # đầu mối phê duyệt.}}",
  "help.clearance.way": "Đường đi của một báo cáo",
  "help.clearance.step.1": "Bạn gửi. Báo cáo chờ ở đầu mối; bạn thấy nó ở mục chờ bạn.",
  "help.clearance.step.2": "Đầu mối xem người khác sẽ thấy gì và ai sẽ đọc, rồi phê duyệt.",
  "help.clearance.step.3":
    "Hoặc trả lại kèm lý do. Bạn thấy nó ở trang đầu, sửa rồi gửi lại. Những gì đã gõ không bị mất.",
  "help.clearance.hold":
    "Hoặc tạm giữ kèm lý do: khi đó báo cáo không chờ ai, cho đến khi được xử lý lại. Trang 'Duyệt' hiện tất cả, kèm tên những người sẽ đọc.",
  "help.clearance.step.4":
    "Sau lần phê duyệt cuối, báo cáo được phát hành: vài giây sau đã có trong số liệu của người được đọc.",
  "help.clearance.names": "Tên người và giấy tờ chỉ đến người đọc được ghi trong báo cáo.",
  "help.questions": "Khi đơn vị điều phối hỏi",
  "help.questions.text":
    "Câu hỏi nằm ở đầu trang của vụ bắt giữ và cho biết hỏi về mục nào. Nó hiện ở trang đầu của bạn, trong phần chờ bạn, cho đến khi có người trả lời.",
  "help.questions.how":
    "Mở câu hỏi và viết câu trả lời ngay bên dưới. Nếu báo cáo sai, hãy sửa báo cáo trước rồi nói rõ trong câu trả lời: chỉ sửa báo cáo thì câu hỏi chưa đóng.",
  "help.questions.twice":
    "Khi đơn vị điều phối cho rằng hai báo cáo là một vụ, họ hỏi ở trang 'Trùng lặp'. Cả hai vẫn được tính cho đến khi các bên đồng ý, và việc gộp có thể hoàn tác.",
  "help.questions.owner":
    "Đơn vị điều phối kiểm tra và hỏi, không bao giờ sửa báo cáo của bạn: sự việc thuộc về người báo cáo.",

  "help.watch.why": "Luôn có người trực",
  "help.watch.why.text":
    "Ở trang 'Trực ban', mỗi cơ quan và đơn vị điều phối ghi ai trực từ lúc nào đến lúc nào, và liên lạc với người đó bằng cách nào.",
  "help.watch.gap":
    "Nếu lúc này hoặc trong mười hai giờ tới không có ai trực, những người giữ ca trực nhận được cảnh báo ở trang đầu và thấy con số bên cạnh mục 'Trực ban'. Cảnh báo tự hết khi đã có người trực.",
  "help.watch.log":
    "Nhật ký là của riêng cơ quan bạn. Không mục nào bị sửa: muốn đính chính thì ghi thêm một mục. Lời hứa còn mở cho đến khi có người ghi là đã thực hiện.",
  "help.handover": "Bàn giao ca trực",
  "help.handover.step.1": "Phiếu bàn giao tự lập: việc mới, việc quá hạn, việc đã hứa. Đọc, ghi thêm nếu cần, rồi ký.",
  "help.handover.step.2": "Nếu có việc mới trong lúc bạn đọc, bạn được xem phiếu mới trước khi ký.",
  "help.handover.step.3":
    "Người nhận ca xác nhận. Trước đó bạn có thể rút lại; sau nửa giờ chưa có ai nhận thì có cảnh báo.",
  "help.handover.step.4": "Phiếu đã ký giữ nguyên, người có cùng nhiệm vụ có thể đọc lại sau.",
  "help.deadlines": "Đến hạn chót, ngày được tổng hợp",
  "help.deadlines.when": "Ở đây là {time} theo giờ {zone}, mỗi ngày trong giai đoạn hoạt động.",
  "help.deadlines.text":
    "Số đếm được lúc đó được ghi lại là tạm thời và không bao giờ đổi. Các bản sửa sau đó hiện thành từng dòng bên cạnh: lúc đó, bây giờ.",
  "help.deadlines.where":
    "Mọi hạn chót đã qua nằm ở 'Số liệu', mục 'Hạn chót'. Số liệu hôm nay vẫn thay đổi khi có báo cáo mới.",
  "help.here": "Có gì mới, và ai đang ở đây",
  "help.here.since":
    "Trang đầu cho biết điều gì đã thay đổi kể từ lần trước bạn vào, việc quan trọng trước: của cơ quan bạn và các câu hỏi còn mở.",
  "help.here.presence":
    "Nếu kế hoạch cho phép, đầu trang nêu các cơ quan khác đang ở đây: không bao giờ nêu là ai, và không lưu lại gì. Ở trang của cơ quan, bạn có thể chọn không hiển thị; khi đó bạn cũng không thấy các cơ quan khác.",

  "help.imports": "Tệp",
  "help.imports.how": "Từ bảng tính đến báo cáo",
  "help.imports.step.1": "Gửi tệp như bạn có, hoặc dán các ô. Chưa có gì được báo cáo.",
  "help.imports.step.2":
    "Xem cột nào chứa gì. Cơ quan bạn chỉ nói một lần: tệp sau có cùng tiêu đề sẽ được đọc như vậy.",
  "help.imports.step.3":
    "Xem điều được hiểu bên cạnh điều đã ghi. Sửa ô, trả lời câu hỏi, hoặc tải các dòng kèm lý do về sửa rồi gửi lại.",
  "help.imports.step.4": "Nhập các dòng tốt, hoặc tất cả hoặc không. Chúng đi như báo cáo gõ tay, kể cả qua duyệt.",
  "help.imports.again": "Khi gửi lại cùng một tệp",
  "help.imports.again.text":
    "Vụ được nhận ra theo số vụ. Những gì đã có và giống nhau được giữ nguyên; những gì khác được đề nghị đính chính, và chỉ sửa khi bạn chọn.",
  "help.imports.long": "Khi mất nhiều thời gian",
  "help.imports.long.text":
    "Bạn có thể rời trang: công việc vẫn tiếp tục. Khi hủy, không còn báo cáo dở dang. Tệp dừng giữa chừng sẽ gửi tiếp khi bạn chọn lại.",

  "help.links": "Vụ có liên quan",
  "help.links.why": "Những vụ khác nhau, có thể cùng một đường dây",
  "help.links.why.text":
    "Một container xuất hiện lại, cùng nhãn hiệu trên bao bì, cách cất giấu hiếm trên cùng tuyến: những gì nhiều cơ quan bắt giữ có thể từ một người gửi. Trang của một vụ gợi ý các vụ như vậy kèm lý do; mục 'Vụ có liên quan' trong 'Số liệu' có của cả chiến dịch.",
  "help.links.not":
    "Hai báo cáo về cùng một vụ là chuyện khác: đơn vị điều phối xử lý ở mục 'Trùng lặp'. Liên kết không thay đổi số liệu nào.",
  "help.links.reasons": "Lý do lấy từ đâu",
  "help.links.reasons.text":
    "Chỉ từ báo cáo: container, chuyến bay hoặc chuyến tàu, nhãn hiệu, cách đóng gói, cất giấu, tuyến, hàng hóa và ngày; trong phần tên chỉ có vận đơn và số đăng ký. Điều hiếm nặng hơn điều thông thường.",
  "help.links.yours":
    "Bạn chỉ được thấy lý do mà bạn đọc được trong cả hai vụ. Người khác có thể thấy nhiều lý do hơn cho cùng một cặp, hoặc không thấy gì.",
  "help.links.written":
    "Nên ghi điều mà người khác cũng có thể gặp: nhãn hiệu ở mục 'Nhãn', hoặc trong dấu ngoặc kép ở chỗ mô tả cách cất giấu.",
  "help.links.answers": "Câu trả lời có tác dụng gì",
  "help.links.answers.text":
    "Chỉ huy, đầu mối liên lạc, đơn vị điều phối và phân tích viên cho biết hai vụ có liên quan hay không. Câu trả lời đứng cùng tên và thời gian cho mọi người đọc được cả hai vụ.",
  "help.links.again": "Cặp đã bỏ qua chỉ trở lại khi có lý do chưa có lúc bỏ qua.",
  "help.links.back": "Câu trả lời nào cũng có thể rút lại; điều đã nói trước đó vẫn đọc được.",
  "help.exports": "Xuất",
  "help.exports.how": "Từ vụ đã phát hành sang hệ thống khác",
  "help.exports.step.1": "Chọn mẫu CEN hoặc CENcomm, và chỉ lấy phần thay đổi hay tất cả. Rồi lập bảng tính.",
  "help.exports.step.2":
    "Bảng lớn được lập từng bước khi trang của nó còn mở, và dừng tại chỗ khi bạn rời đi. Lập dở thì không được tính là đã xuất.",
  "help.exports.step.3": "Tải xuống và tự nạp vào hệ thống kia: không gì tự đi từ đây sang hệ thống khác.",
  "help.exports.step.4": "Ghi số mà hệ thống kia cấp vào vụ. Việc đó không làm vụ bị đánh dấu là đã sửa.",
  "help.exports.marks": "Mới, đã sửa, đã rút",
  "help.exports.marks.text":
    "Mỗi vụ được so từng cột với bảng tính hoàn tất gần nhất cùng mẫu của cơ quan bạn. Chỗ khác được nêu rõ; việc đơn vị điều phối kiểm tra không làm thay đổi gì.",
  "help.exports.again": "Bảng tính giữ nguyên như khi lập và tải lại được, dù các vụ trong đó sau này ra sao.",
  "help.exports.never": "Những gì không có trong bảng",
  "help.exports.never.text":
    "Họ tên, biển số và số vận đơn không có trong bảng nào. Vụ của cơ quan khác do chính họ xuất, còn vụ bạn đang giữ lại thì chờ đến khi bạn chia sẻ.",
  "help.exports.erased":
    "Vụ đã xóa cũng biến mất khỏi các bảng trước. Hãy tự báo cho hệ thống kia: bảng sau không thể báo thay.",
  "help.exports.shape": "Cột và từ",
  "help.exports.shape.text":
    "Các mẫu chính thức không công khai. Tên cột và từ dùng trong cột do người vận hành hệ thống này đặt, chung cho mọi cơ quan.",
  "help.filter": "Bộ lọc và dạng xem",
  "help.filter.one": "Một bộ lọc cho mọi dạng xem",
  "help.filter.one.text":
    "Bản đồ, các ngày, tổng số, biểu đồ và danh sách của một trang theo cùng một bộ lọc. Trong một mục, giá trị nào cũng được; các mục phải cùng thỏa.",
  "help.filter.chips":
    "Điều đang áp dụng hiện thành thẻ: dấu chéo bỏ thẻ đi. Địa chỉ giữ bộ lọc, nên đường dẫn cho thấy cùng nội dung.",
  "help.filter.how": "Cách thu hẹp",
  "help.filter.days":
    "Kéo trên các ngày dưới bản đồ, hoặc dời hai đầu cửa sổ bằng phím mũi tên (một ngày) hay phím trang (một tuần). ‘Phát’ chạy qua các ngày như phim.",
  "help.filter.map": "Mở một nước, một địa điểm hoặc một đường trên bản đồ rồi chọn ‘Chỉ …’.",
  "help.filter.area": "Vẽ một vùng bằng ô vuông chấm: bằng tay, hoặc nhấn Enter để lấy phần đang thấy.",
  "help.filter.charts": "Biểu đồ theo ý bạn",
  "help.filter.charts.measure":
    "‘Số đo’ cộng số người hoặc lượng của một mặt hàng thay vì đếm vụ, chia theo điều bạn chọn; lựa chọn được giữ trong địa chỉ và dạng xem.",
  "help.filter.charts.flow":
    "‘Từ nơi xuất xứ đến nơi đến’: điều báo cáo nêu đến khi bắt giữ; nét đứt là nơi hàng hướng đến; không ai biết thì ghi không rõ.",
  "help.filter.charts.delay":
    "‘Số ngày từ bắt giữ đến phát hành’ tính theo ngày ở múi giờ của chiến dịch, kèm trung vị; bảng có từng cơ quan.",
  "help.filter.charts.drill": "Mỗi con số gạch chân dẫn đến danh sách báo cáo đằng sau nó.",
  "help.filter.figures":
    "Ở trang số liệu, mỗi hàng của biểu đồ dẫn đến riêng các vụ của nó, và mỗi số của bảng chéo dẫn đến các báo cáo. ‘So sánh với …’ đặt những ngày khác bên cạnh các ngày của bộ lọc.",
  "help.filter.views": "Dạng xem được lưu",
  "help.filter.views.text":
    "‘Lưu dạng xem’ giữ bộ lọc dưới một tên, cho riêng mình hoặc chia sẻ với mọi người đọc dữ kiện. Không ai thấy nhiều hơn vai trò của mình.",
  "help.filter.watch":
    "Có thể theo dõi một dạng xem: khi đủ số vụ mới trong số ngày đã định, một thông báo cho biết, mỗi vụ một lần. Muốn theo dõi dạng xem của người khác, hãy lưu thành của mình trước.",
  "help.clocks": "Hai đồng hồ",
  "help.clocks.two": "Xảy ra khi nào, và biết khi nào",
  "help.clocks.happened": "'Theo lúc xảy ra' đi theo ngày bắt giữ, với mọi điều được biết hôm nay.",
  "help.clocks.known":
    "'Theo lúc được biết' đi theo những gì đã được báo cáo, sửa và kiểm tra đến một thời điểm: các tổng số trên trang là những số trên màn hình lúc đó.",
  "help.clocks.why": "Nhờ đó tìm lại được con số đã đưa cho báo chí lúc 18:00, dù sau này có gì được sửa.",
  "help.clocks.how": "Chọn thời điểm như thế nào",
  "help.clocks.step.1":
    "Trên bản đồ hoặc trang số liệu, bấm 'Như đã biết lúc …' và chọn ngày giờ theo múi giờ của chiến dịch.",
  "help.clocks.step.2":
    "Trên bản đồ, chọn 'Theo lúc được biết' ở dưới: phát lại những gì đã biết, hoặc kéo thanh trượt.",
  "help.clocks.step.3":
    "Địa chỉ ghi thời điểm và có thể gửi cho người khác. Một thông báo nói đó không phải hiện tại; 'Trở về hiện tại' để thoát.",
  "help.clocks.back": "Điều một thời điểm không cho biết",
  "help.clocks.back.text":
    "Báo cáo đã bị giữ lại hoặc rút từ đó vẫn nằm trong tổng số của cả chiến dịch. Không ai được xem riêng báo cáo đó, và nó không được tính khi có bộ lọc hoặc khi phát.",
  "help.clocks.erased": "Hồ sơ đã xóa không còn được tính ở đâu; trang cho biết có bao nhiêu.",
  "help.clocks.now": "Báo cáo ngày, danh sách và trang vụ việc luôn là của hiện tại.",
  "help.machines": "Hệ thống máy",
  "help.machines.why": "Máy giúp khỏi nhập hai lần",
  "help.machines.why.text":
    "Hệ thống hồ sơ của cơ quan bạn có thể báo cáo, đính chính và gửi số liệu ngày vào đây, và lấy về những gì bên khác đã phát hành.",
  "help.machines.same":
    "Máy là một thành viên của cơ quan bạn, có vai trò như một người: cùng quy tắc, cùng bước duyệt, cùng lời khi bị từ chối.",
  "help.machines.guide": "Máy có thể gửi và hỏi những gì",
  "help.machines.how": "Máy nhận khóa như thế nào",
  "help.machines.step.1":
    "Đầu mối quốc gia mở trang cơ quan mình trong mục thành phần tham gia và thêm máy với đơn vị và vai trò.",
  "help.machines.step.2":
    "Sau đó tạo khóa: dùng vào việc gì, chỉ trong chiến dịch này hay ở mọi nơi máy tham gia, và trong bao nhiêu ngày.",
  "help.machines.step.3": "Khóa chỉ hiện một lần. Trao cho người vận hành hệ thống, không gửi bằng thư thường.",
  "help.machines.end": "Khi khóa hết hạn",
  "help.machines.renew":
    "Hãy đổi khóa trước ngày cuối: khóa mới có cùng quyền, khóa cũ còn dùng được số giờ bạn cho, để không việc gì dừng lại.",
  "help.machines.lost":
    "Mất khóa, hay có người khác thấy? Hãy kết thúc ngay. Từ lúc đó ai dùng nó đều bị từ chối; những gì đã báo cáo vẫn còn.",
} as const;
