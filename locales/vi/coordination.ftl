# coordination

rail-together = Phối hợp
thing-meeting = Cuộc họp
thing-conclusion = Kết luận
thing-facility = Phòng, thiết bị, xe
thing-booking = Đăng ký sử dụng
thing-agreement = Thỏa thuận phối hợp
thing-presenter = Báo cáo viên
thing-training = Lớp tập huấn
thing-observance = Ngày kỷ niệm

event-meeting-called = Triệu tập họp
event-meeting-changed = Sửa thông tin cuộc họp
event-meeting-put-off = Hoãn họp
event-meeting-held = Đã họp
event-meeting-missed = Không họp
event-meeting-unsaid = Quá giờ họp, chưa rõ đã họp hay chưa
event-attendance-kept = Ghi thành phần dự họp
event-record-written = Soạn biên bản
event-record-submitted = Trình biên bản
event-record-returned = Trả lại biên bản
event-record-approved = Duyệt biên bản
event-conclusion-reached = Kết luận được giao việc
event-notice-issued = Ban hành thông báo kết luận
event-round-begun = Đặt lịch họp định kỳ
event-round-ended = Dừng lịch họp định kỳ

meetings-title = Cuộc họp
meetings-lead = Lịch họp, biên bản và kết luận. Kết luận được duyệt trở thành việc giao cho đơn vị.
meetings-tabs = Cuộc họp theo trạng thái
meetings-to-come = Sắp họp
meetings-open = Còn việc
meetings-past = Đã qua
meetings-none = Chưa có cuộc họp nào
meetings-none-how = Cuộc họp được triệu tập hoặc đồng chí được mời sẽ hiện ở đây.
meetings-open-none = Không còn việc tồn
meetings-open-none-how = Mọi cuộc họp đã qua đều đã được ghi nhận và duyệt biên bản.
meeting-one = Cuộc họp
meeting-new = Triệu tập họp
meeting-edit = Sửa thông tin họp
meeting-for = Họp về:
meeting-name = Nội dung họp
meeting-name-hint = Như ghi trong giấy mời, ví dụ: Giao ban công tác thông tin tuần 47
meeting-unit = Đơn vị triệu tập
meeting-chair = Chủ trì
meeting-chair-none = Chọn người chủ trì
meeting-keeper = Thư ký
meeting-starts = Bắt đầu
meeting-ends = Kết thúc
meeting-when = Thời gian
meeting-place = Địa điểm
meeting-agenda = Chương trình
meeting-agenda-hint = Mỗi dòng một mục
meeting-units = Đơn vị được mời
meeting-people = Người được mời đích danh
meeting-others = Thành phần khác
meeting-others-hint = Người ngoài cơ quan không dùng hệ thống; mỗi dòng một người hoặc một đơn vị
meeting-invited = Thành phần
meeting-invited-none = Chưa mời ai.
meeting-came = Có mặt: { $count }
meeting-who = Đơn vị, người được mời
meeting-presence = Tham dự
meeting-stood-in = Người dự thay đơn vị
meeting-keep-attendance = Lưu thành phần dự họp
presence-invited = Được mời
presence-present = Có mặt
presence-excused = Vắng có lý do
presence-absent = Vắng
meeting-state-called = Đã triệu tập
meeting-state-put-off = Hoãn
meeting-state-held = Đã họp
meeting-state-missed = Không họp
meeting-unsaid = Chưa ghi nhận
meeting-unsaid-long = Đã quá giờ họp một ngày mà chưa ghi nhận. Xin cho biết đã họp hay không họp, kèm lý do. Sau bảy ngày hệ thống tính là không họp.
meeting-missed-unsaid = Quá bảy ngày không có ghi nhận đã họp.
meeting-regular = Họp định kỳ
meeting-moved = { $count ->
   *[other] Đã dời { $count } lần
}
meeting-ics = Thêm vào lịch
meeting-record = Biên bản
meeting-record-none = Chưa có biên bản
meeting-record-draft = Đang soạn biên bản
meeting-record-submitted = Biên bản chờ duyệt
meeting-record-approved = Biên bản đã duyệt
meeting-record-text = Diễn biến cuộc họp
meeting-record-hint = Ý kiến phát biểu, kết quả thảo luận; kết luận ghi riêng ở dưới
meeting-record-unseen = Biên bản hiện ở đây sau khi người chủ trì duyệt.
meeting-approved-by = Người duyệt:
meeting-conclusions = Kết luận
meeting-conclusions-none = Chưa có kết luận.
meeting-conclusion-number = Kết luận { $number }
conclusion-words = Nội dung giao
conclusion-words-hint = Một việc một kết luận, bằng lời của người chủ trì
conclusion-lead = Chủ trì
conclusion-lead-none = Chọn đơn vị chủ trì
conclusion-supports = Phối hợp
conclusion-due = Hoàn thành trước ngày
conclusion-until = Trước ngày { $day }
conclusion-add = Thêm kết luận
conclusion-edit = Sửa kết luận
conclusion-drop = Bỏ kết luận
meeting-do-call = Triệu tập
meeting-do-hold = Ghi nhận đã họp
meeting-do-miss = Không họp
meeting-miss-why = Lý do không họp
meeting-do-put-off = Hoãn, dời lịch
meeting-put-off-why = Lý do hoãn
meeting-put-off-to = Họp lại lúc
meeting-put-off-hint = Để trống nếu chưa có lịch mới
meeting-do-submit = Trình người chủ trì duyệt
meeting-do-return = Trả lại biên bản
meeting-return-why = Cần sửa gì
meeting-do-approve = Duyệt đúng văn bản này
meeting-approve-hint = Khi duyệt, mỗi kết luận trở thành một việc giao cho đơn vị chủ trì; biên bản không sửa được nữa.
meeting-do-issue = Ban hành thông báo kết luận
meeting-papers = Văn bản
meeting-record-docx = Biên bản (Word)

notice-title = Thông báo kết luận
notice-none = Chưa ban hành thông báo kết luận
notice-kind = Thông báo
notice-points = Nội dung kết luận
notice-issued-at = Ban hành lúc { $when }
notice-symbol = Ký hiệu
notice-symbol-hint = Phần sau số văn bản, ví dụ TB-VP. Số được cấp khi ban hành, liên tục trong năm.
notice-subject-label = Trích yếu
notice-opening-label = Phần mở đầu
notice-closing-label = Đoạn kết
notice-authority = Thẩm quyền ký
notice-authority-hint = Ví dụ: TL. CHỦ TỊCH. Để trống nếu người đứng đầu trực tiếp ký; mỗi dòng một cấp.
notice-post = Chức vụ người ký
notice-post-hint = Ví dụ: Chánh Văn phòng
notice-signer = Họ tên người ký
notice-signer-hint = Không ghi học hàm, học vị
notice-recipients = Nơi nhận
notice-recipients-hint = Mỗi dòng một nơi
notice-confirm = Ban hành rồi thì số và nội dung không sửa được nữa. Ban hành?
notice-subject = Kết luận của đồng chí { $chair } tại cuộc họp “{ $title }”
notice-opening = Ngày { $day }{ $place }, đồng chí { $chair } chủ trì cuộc họp “{ $title }”.
notice-came = Tham dự cuộc họp có đại diện: { $units }.
notice-concluded = Sau khi nghe báo cáo và ý kiến của các đại biểu, đồng chí { $chair } kết luận như sau:
notice-closing = Trên đây là kết luận của người chủ trì cuộc họp; { $unit } thông báo để các cơ quan, đơn vị biết, thực hiện.
notice-point = Giao { $lead }: { $words }
notice-point-with = Giao { $lead } chủ trì, phối hợp với { $others }: { $words }
notice-point-due = {" "}– hoàn thành trước ngày { $day }.
notice-recipient-chair = Đồng chí { $chair } (để báo cáo)
notice-recipient-kept = Lưu: VT

record-kind = Biên bản họp
record-time = Thời gian, địa điểm
record-begun = Bắt đầu
record-ended = Kết thúc
record-place = Địa điểm
record-who = Thành phần
record-chair = Chủ trì
record-secretary = Thư ký
record-present = Có mặt
record-absent = Vắng mặt
record-others = Thành phần khác
record-content = Nội dung
record-agenda = Chương trình
record-conclusions = Kết luận
record-lead = Chủ trì: { $unit }
record-supports = phối hợp: { $units }
record-due = hoàn thành trước ngày { $day }
record-kept = Lưu: VT, hồ sơ cuộc họp

rounds-title = Họp định kỳ
rounds-lead = Giao ban tuần, họp tháng: hệ thống triệu tập trước năm tuần và đếm số cuộc đã họp trên số cuộc phải họp.
rounds-none = Chưa có lịch họp định kỳ
rounds-none-how = Đặt lịch giao ban tuần hoặc họp tháng ở dưới.
round-begin = Đặt lịch họp định kỳ
round-rhythm = Nhịp
round-rhythm-weekly = Hằng tuần
round-rhythm-monthly = Hằng tháng
round-day = Vào ngày
round-day-hint = Hằng tuần: 1 là thứ Hai … 7 là Chủ nhật. Hằng tháng: ngày trong tháng, 31 là ngày cuối tháng.
round-at = Lúc
round-minutes = Số phút
round-from = Từ ngày
round-each-week-1 = Thứ Hai hằng tuần
round-each-week-2 = Thứ Ba hằng tuần
round-each-week-3 = Thứ Tư hằng tuần
round-each-week-4 = Thứ Năm hằng tuần
round-each-week-5 = Thứ Sáu hằng tuần
round-each-week-6 = Thứ Bảy hằng tuần
round-each-week-7 = Chủ nhật hằng tuần
round-each-month = Ngày { $day } hằng tháng
round-held-of = cuộc đã họp trên số cuộc phải họp
round-missing = Thiếu { $count }
round-not-yet = Chưa đến cuộc họp đầu tiên.
round-do-end = Dừng lịch này
round-end-why = Lý do dừng

said-meeting-called = Đã triệu tập cuộc họp. Người được mời đích danh nhận thư báo.
said-meeting-changed = Đã lưu thông tin cuộc họp.
said-meeting-held = Đã ghi nhận cuộc họp.
said-meeting-missed = Đã ghi nhận không họp.
said-meeting-put-off = Đã hoãn; người được mời đích danh nhận thư báo.
said-attendance = Đã lưu thành phần dự họp.
said-record-written = Đã lưu biên bản.
said-conclusion-kept = Đã lưu kết luận.
said-conclusion-dropped = Đã bỏ kết luận.
said-record-submitted = Đã trình biên bản.
said-record-returned = Đã trả lại biên bản.
said-record-approved = Đã duyệt biên bản. Các kết luận đã được giao việc.
said-notice-issued = Đã ban hành thông báo kết luận.
said-round-begun = Đã đặt lịch họp định kỳ.
said-round-ended = Đã dừng lịch họp định kỳ.

closed-meeting-held = Cuộc họp đã diễn ra.
closed-meeting-missed = Cuộc họp đã được ghi là không họp.
closed-meeting-put-off = Cuộc họp đang hoãn; xin đặt lịch họp lại trước.
closed-meeting-not-held = Cuộc họp chưa diễn ra.
closed-meeting-not-begun = Chưa đến giờ họp.
closed-record-submitted = Biên bản đang chờ người chủ trì duyệt.
closed-record-approved = Biên bản đã được duyệt, không sửa được nữa.
closed-record-not-submitted = Biên bản chưa được trình.
closed-record-not-approved = Biên bản chưa được duyệt.
closed-record-own = Người đã viết biên bản không tự duyệt; xin để người chủ trì hoặc lãnh đạo khác duyệt.
closed-notice-issued = Thông báo kết luận đã ban hành.
closed-notice-empty = Cuộc họp không có kết luận nào.
refused-record-empty = Xin ghi biên bản hoặc kết luận trước khi trình.
refused-meeting-unit = Xin chọn đơn vị triệu tập.
refused-meeting-title = Xin ghi nội dung họp.
refused-meeting-chair = Xin chọn người chủ trì đang công tác tại cơ quan.
refused-meeting-time = Xin ghi thời gian trong vòng ba năm.
refused-meeting-end = Giờ kết thúc phải sau giờ bắt đầu và không quá ba ngày.
refused-meeting-to = Xin ghi thời gian họp lại sau lúc này.
refused-meeting-many = Một cuộc họp mời không quá { $most } đơn vị và người.
refused-conclusion-words = Xin ghi nội dung kết luận.
refused-conclusion-lead = Xin chọn đơn vị chủ trì thực hiện.
refused-conclusion-due = Ngày hoàn thành phải sau ngày họp và trong vòng ba năm.
refused-conclusion-many = Một cuộc họp có không quá { $most } kết luận.
refused-notice-symbol = Xin ghi ký hiệu bằng chữ, số, gạch nối hoặc gạch chéo.
refused-notice-subject = Xin ghi trích yếu.
refused-notice-post = Xin ghi chức vụ người ký.
refused-round-day = Xin chọn nhịp và ngày hợp lệ.
refused-round-at = Xin ghi giờ họp.
refused-round-minutes = Thời lượng từ 15 phút đến 24 giờ.
stale-meeting = Người khác vừa sửa cuộc họp này. Xin xem lại bản mới rồi làm lại; nội dung đã nhập vẫn còn dưới đây.

meeting-letter-called-subject = Mời họp: { $title }
meeting-letter-called =
    Đồng chí được mời dự cuộc họp “{ $title }”.

    Thời gian: { $when }
    Địa điểm: { $place }

    Chương trình: { $address }
meeting-letter-moved-subject = Đổi lịch họp: { $title }
meeting-letter-moved =
    Cuộc họp “{ $title }” đổi sang { $when }. { $reason }

    Địa điểm: { $place }

    Xem tại: { $address }
meeting-letter-put-off-subject = Hoãn họp: { $title }
meeting-letter-put-off =
    Cuộc họp “{ $title }” lúc { $when } được hoãn. { $reason }

    Xem tại: { $address }
meeting-letter-unsaid-subject = Chưa ghi nhận cuộc họp: { $title }
meeting-letter-unsaid =
    Cuộc họp “{ $title }” lúc { $when } đã qua một ngày mà chưa ghi nhận đã họp hay không.

    Xin đồng chí ghi nhận tại: { $address }
meeting-letter-record-subject = Biên bản chờ duyệt: { $title }
meeting-letter-record =
    Biên bản cuộc họp “{ $title }” ({ $when }) được trình đồng chí duyệt.

    Xem và duyệt tại: { $address }

event-facility-added = Thêm phòng, thiết bị
event-facility-changed = Sửa thông tin
event-facility-ended = Thôi cho sử dụng
event-booked = Đăng ký sử dụng
event-booking-cancelled = Hủy đăng ký
event-booking-displaced = Nhường cho việc ưu tiên hơn
event-booking-taken = Nhận sử dụng
event-booking-returned = Đã trả
event-booking-late = Quá giờ chưa trả

facilities-title = Phòng, thiết bị, xe
facilities-lead = Ai dùng gì trong tuần. Bấm vào tên để đăng ký.
facilities-kinds = Theo loại
facilities-all = Tất cả
facilities-weeks = Tuần
facilities-before = Tuần trước
facilities-after = Tuần sau
facilities-now = Tuần này
facilities-none = Chưa có gì để dùng chung
facilities-none-how = Đơn vị quản lý thêm phòng, máy quay, xe ở cuối trang này.
facility-one = Phòng, thiết bị, xe
facility-kind = Loại
facility-kind-room = Phòng họp
facility-kind-camera = Máy quay, thiết bị
facility-kind-vehicle = Xe
facility-kind-other = Khác
facility-name = Tên
facility-keeper = Đơn vị quản lý
facility-place = Nơi để
facility-notes = Ghi chú
facility-notes-hint = Số chỗ, cách nhận, người giữ chìa khóa
facility-add = Thêm phòng, thiết bị, xe
facility-has = Lịch sử dụng
facility-free = Chưa ai đăng ký trong 60 ngày tới.
facility-keep = Quản lý
facility-change = Sửa thông tin
facility-end = Thôi cho sử dụng
facility-end-why = Lý do
facility-ended = Không còn cho sử dụng
bookings-own = Đăng ký của tôi
bookings-none = Đồng chí chưa đăng ký gì
bookings-none-how = Chọn phòng, máy quay hoặc xe để đăng ký.
bookings-late = Quá giờ chưa trả
booking-was-due = hạn trả { $when }
booking-do = Đăng ký
booking-unit = Cho đơn vị
booking-purpose = Việc
booking-person = Người đăng ký
booking-from = Từ
booking-to = Đến
booking-priority = Mức ưu tiên
booking-priority-usual = Thường
booking-priority-leaders = Phục vụ lãnh đạo
booking-priority-urgent = Đột xuất, khẩn cấp
booking-displace = Lý do dùng trước
booking-displace-hint = Người bị nhường lịch nhận lý do này.
booking-reason = Lý do
booking-note = Tình trạng khi trả
booking-note-hint = Ghi nếu hỏng, thiếu, hết xăng, hết pin
booking-meeting = Xem cuộc họp
booking-out-at = Nhận lúc
booking-returned-at = Trả lúc
booking-do-take = Nhận sử dụng
booking-do-return = Đã trả
booking-do-cancel = Hủy đăng ký
booking-cancel-why = Lý do hủy
booking-know = Đã biết
booking-state-booked = Đã đăng ký
booking-state-out = Đang dùng
booking-state-returned = Đã trả
booking-state-cancelled = Đã hủy
booking-state-displaced = Phải nhường
booking-state-late = Quá giờ chưa trả
weekday-short-1 = T2
weekday-short-2 = T3
weekday-short-3 = T4
weekday-short-4 = T5
weekday-short-5 = T6
weekday-short-6 = T7
weekday-short-7 = CN
meeting-room = Phòng họp của cơ quan
meeting-room-none = Không đăng ký phòng
meeting-room-hint = Phòng được giữ cho đúng giờ họp; dời lịch thì phòng dời theo.

said-facility-added = Đã thêm.
said-facility-changed = Đã lưu thông tin.
said-facility-ended = Đã thôi cho sử dụng.
said-booked = Đã đăng ký.
said-booking-cancelled = Đã hủy đăng ký.
said-booking-taken = Đã ghi nhận nhận sử dụng.
said-booking-returned = Đã ghi nhận trả.
said-booking-known = Đã ghi nhận.

closed-facility-ended = Không còn cho sử dụng.
closed-booking-over = Lượt đăng ký này không còn hiệu lực hoặc đã dùng.
closed-booking-early = Chưa đến giờ nhận; nhận được từ hai giờ trước khi bắt đầu.
closed-booking-not-out = Chưa ai nhận sử dụng.
refused-facility-kind = Xin chọn loại.
refused-facility-name = Xin ghi tên.
refused-facility-unit = Xin chọn đơn vị.
refused-meeting-room = Xin chọn một phòng họp.
refused-booking-time = Xin ghi giờ bắt đầu và giờ kết thúc.
refused-booking-past = Giờ bắt đầu đã qua.
refused-booking-far = Chỉ đăng ký trước trong vòng một năm.
refused-booking-order = Giờ kết thúc phải sau giờ bắt đầu.
refused-booking-long = Một lượt đăng ký không quá 31 ngày.
refused-booking-purpose = Xin ghi dùng vào việc gì.
refused-booking-priority = Chỉ đơn vị quản lý hoặc lãnh đạo được chọn mức ưu tiên này.
refused-booking-taken = { $unit } đã đăng ký từ { $from } đến { $to }.
refused-booking-free = Còn trống: { $times }.
refused-booking-why = Việc này được dùng trước; xin ghi lý do để báo cho người phải nhường.
stale-facility = Người khác vừa sửa. Xin xem lại rồi làm lại.

booking-letter-displaced-subject = Phải nhường: { $name }
booking-letter-displaced =
    Lượt đăng ký { $name } từ { $from } đến { $to } ({ $purpose }) phải nhường cho việc ưu tiên hơn. { $reason }

    Chọn giờ khác tại: { $address }
booking-letter-cancelled-subject = Hủy đăng ký: { $name }
booking-letter-cancelled =
    Lượt đăng ký { $name } từ { $from } đến { $to } ({ $purpose }) đã bị hủy. { $reason }

    Xem tại: { $address }
booking-letter-late-subject = Quá giờ chưa trả: { $name }
booking-letter-late =
    { $name } ({ $purpose }) đến hạn trả lúc { $to }.

    Xin ghi nhận đã trả tại: { $address }

event-agreement-made = Ghi thỏa thuận phối hợp
event-agreement-ending = Thỏa thuận sắp hết hạn
event-agreement-ended = Kết thúc thỏa thuận
event-delivered = Ghi sản phẩm đã thực hiện
event-delivery-dropped = Bỏ sản phẩm ghi nhầm
event-presenter-named = Ghi báo cáo viên
event-presenter-ended = Thôi làm báo cáo viên
event-session-held = Ghi buổi tuyên truyền
event-session-evaluated = Nhập phiếu đánh giá
event-training-planned = Mở lớp tập huấn
event-enrolled = Thêm học viên
event-training-attended = Điểm danh lớp tập huấn
event-observance-added = Thêm ngày kỷ niệm
event-observance-dropped = Bỏ ngày kỷ niệm

ties-title = Phối hợp, tập huấn
agreements-title = Thỏa thuận với báo, đài
agreements-lead = Chỉ tiêu đã ký, phần đã thực hiện có dẫn chứng, thỏa thuận sắp hết hạn.
agreements-none = Chưa có thỏa thuận nào
agreements-none-how = Ghi thỏa thuận phối hợp với cơ quan báo chí ở dưới.
agreement-new = Thêm thỏa thuận
agreement-outlet = Cơ quan báo chí
agreement-unit = Đơn vị đầu mối
agreement-name = Nội dung phối hợp
agreement-number = Số văn bản
agreement-money = Kinh phí (đồng)
agreement-from = Từ ngày
agreement-to = Đến ngày
agreement-stories = Số tin, bài
agreement-minutes = Số phút phát sóng
agreement-runs = Đang thực hiện
agreement-soon = Sắp hết hạn
agreement-over = Hết hạn
agreement-to-come = Chưa đến hạn
agreement-ended = Đã kết thúc
agreement-end = Kết thúc trước hạn
deliveries = Đã thực hiện
deliveries-none = Chưa ghi sản phẩm nào.
delivery-add = Ghi sản phẩm
delivery-drop = Bỏ
delivery-what = Sản phẩm
delivery-day = Ngày
delivery-amount = Số lượng
delivery-evidence = Dẫn chứng
delivery-evidence-hint = Địa chỉ bài đăng, hoặc nơi lưu bản sao
delivery-stories = { $count } tin, bài
delivery-minutes = { $count } phút
agreement-letter-subject = Sắp hết hạn: { $title }
agreement-letter =
    Thỏa thuận “{ $title }” với { $outlet } hết hạn ngày { $day }.

    Xem phần đã thực hiện tại: { $address }

presenters-title = Báo cáo viên
presenters-lead = Số buổi, số người nghe và kết quả phiếu đánh giá. Chỉ ghi họ tên và chức vụ công tác.
presenters-none = Chưa có báo cáo viên nào
presenters-none-how = Ghi báo cáo viên theo quyết định công nhận.
presenter-one = Báo cáo viên
presenter-new = Thêm báo cáo viên
presenter-name = Họ tên
presenter-office = Chức vụ, nơi công tác
presenter-office-hint = Không ghi số điện thoại riêng, địa chỉ nhà
presenter-unit = Đơn vị quản lý
presenter-fields = Lĩnh vực
presenter-document = Quyết định công nhận
presenter-sessions = Số buổi
presenter-audience = Số người nghe
presenter-mark = Điểm đánh giá
presenter-forms = { $count } phiếu
presenter-end = Thôi làm báo cáo viên
presenter-ended = Đã thôi làm báo cáo viên
sessions-none = Chưa có buổi nào.
session-add = Ghi buổi tuyên truyền
session-title = Chuyên đề
session-at = Thời gian
session-audience = { $count } người nghe
session-evaluate = Nhập phiếu đánh giá
marks-matter = Nội dung
marks-manner = Cách trình bày
marks-use = Có ích cho công việc
marks-words = Ý kiến

trainings-title = Tập huấn
trainings-lead = Lớp, học viên dự học, danh sách cấp giấy chứng nhận.
trainings-none = Chưa có lớp tập huấn nào
trainings-none-how = Mở lớp tập huấn ở dưới.
training-new = Mở lớp tập huấn
training-title = Tên lớp
training-unit = Đơn vị tổ chức
training-teachers = Giảng viên
training-content = Nội dung
training-guests = Học viên
training-guests-none = Chưa có học viên.
training-name = Họ tên
training-office = Chức vụ, đơn vị
training-came = Có mặt
training-certificate = Cấp chứng nhận
training-listed = { $count } học viên trong danh sách
training-enrol = Thêm học viên
training-list = Danh sách
training-list-hint = Mỗi dòng một người: Họ tên; chức vụ, đơn vị
training-xlsx = Danh sách (Excel)
training-docx = Danh sách chứng nhận (Word)
training-list-kind = Danh sách học viên được cấp giấy chứng nhận
training-list-number = TT
training-list-sign = Ký nhận

observances-title = Ngày kỷ niệm
observances-lead = Ngày lễ, ngày truyền thống sắp tới để đưa vào kế hoạch tuyên truyền; năm tròn và năm lẻ 5 được đánh dấu.
observances-ahead = Khoảng thời gian
observances-60 = 60 ngày tới
observances-365 = Một năm tới
observances-none = Không có ngày kỷ niệm nào
observances-none-how = Trong khoảng thời gian này không có ngày kỷ niệm.
observances-own = Ngày của cơ quan
observance-one = Ngày kỷ niệm
observance-when = Khi nào
observance-anniversary = Kỷ niệm
observance-own = Ngày của cơ quan
observance-lunar = Âm lịch
observance-today = Hôm nay
observance-left = còn { $count } ngày
observance-years = { $count } năm
observance-new = Thêm ngày của cơ quan
observance-day = Ngày
observance-month = Tháng
observance-since = Từ năm
observance-drop = Bỏ

said-agreement-made = Đã ghi thỏa thuận.
said-agreement-ended = Đã kết thúc thỏa thuận.
said-delivered = Đã ghi sản phẩm.
said-delivery-dropped = Đã bỏ.
said-presenter-named = Đã ghi báo cáo viên.
said-presenter-ended = Đã ghi thôi làm báo cáo viên.
said-session = Đã ghi buổi tuyên truyền.
said-evaluated = Đã nhập phiếu đánh giá.
said-training-planned = Đã mở lớp tập huấn.
said-enrolled = Đã thêm học viên.
said-presence = Đã lưu điểm danh.
said-observance-added = Đã thêm ngày kỷ niệm.
said-observance-dropped = Đã bỏ ngày kỷ niệm.

closed-tie-ended = Đã kết thúc từ trước.
closed-training-not-begun = Lớp chưa bắt đầu.
refused-agreement-outlet = Xin ghi tên cơ quan báo chí.
refused-tie-title = Xin ghi tên.
refused-agreement-term = Xin ghi thời hạn hợp lệ trong vòng ba năm.
refused-agreement-amount = Chỉ tiêu và kinh phí phải là số không âm, trong giới hạn hợp lý.
refused-delivery-day = Ngày thực hiện phải nằm trong thời hạn thỏa thuận và không sau hôm nay.
refused-delivery-amount = Xin ghi số tin, bài hoặc số phút.
refused-delivery-evidence = Xin ghi dẫn chứng.
refused-presenter-name = Xin ghi họ tên và chức vụ công tác.
refused-session-time = Xin ghi thời gian đã qua, trong vòng ba năm.
refused-session-audience = Số người nghe từ 1 đến 100.000.
refused-marks = Điểm từ 1 đến 5.
refused-training-time = Xin ghi thời gian bắt đầu và kết thúc hợp lệ.
refused-training-many = Một lớp không quá { $most } học viên.
refused-training-list = Xin ghi ít nhất một học viên.
refused-observance-day = Không có ngày này.
refused-observance-since = Xin ghi năm không sau năm nay.
