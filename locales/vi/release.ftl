# Bàn báo chí: thông cáo, phát ngôn, đầu mối báo chí, họp báo, phòng báo chí

release-desk = Bàn báo chí
release-title = Thông cáo, phát ngôn
release-list-lead = Mỗi văn bản do một người soạn, người khác duyệt đúng nguyên văn, rồi mới được cấp số và công bố.
release-none = Chưa có thông cáo nào ở đây
release-none-how = Bắt đầu một thông cáo, phát ngôn hoặc thông tin ban đầu ở phía dưới.
release-month-none = Tháng { $month } chưa có thông cáo hay buổi họp báo nào. Bộ và tỉnh cung cấp thông tin cho báo chí hằng tháng (PN-11).
release-one = Văn bản
release-untitled = (chưa có tiêu đề)
release-state = Trạng thái
release-number = Số, ký hiệu
release-edited = Sửa lúc
release-edited-by = Người sửa
release-trouble-short = Không công bố được
release-begin = Bắt đầu
release-kind = Loại
release-kind-release = Thông cáo báo chí
release-kind-statement = Phát ngôn
release-kind-holding = Thông tin ban đầu
release-template = Mẫu thông tin ban đầu
release-template-none = Không dùng mẫu
release-template-hint = Chỉ dùng cho loại “Thông tin ban đầu”. Chỗ trống […] phải điền trước khi trình duyệt.
release-template-checking = Đã nắm phản ánh, đang kiểm tra
release-template-accident = Tai nạn, sự cố
release-template-disaster = Thiên tai
release-template-service = Gián đoạn dịch vụ
release-template-rumour = Tin đồn, tin chưa có căn cứ
release-state-draft = Bản nháp
release-state-submitted = Chờ duyệt
release-state-returned = Trả lại
release-state-approved = Đã duyệt
release-state-embargoed = Hẹn giờ công bố
release-state-issued = Đã công bố
release-state-withdrawn = Đã thu hồi
release-edit = Soạn văn bản
release-edit-correction = Soạn bản đính chính
release-edit-public = Văn bản đang công khai giữ nguyên cho đến khi bản đính chính được duyệt và công bố.
release-edit-blanks = Còn chỗ trống […] chưa điền.
release-heading = Tiêu đề
release-lead = Sapo
release-lead-hint = Một, hai câu nói điều quan trọng nhất.
release-body = Nội dung
release-body-hint = Dòng trống tách đoạn; “## ” là tiêu đề nhỏ, “- ” là gạch đầu dòng, **đậm**, *nghiêng*, [chữ](https://…) là liên kết.
release-save = Lưu
release-back = Quay lại
release-empty = Chưa có nội dung.
release-files = Tệp kèm theo
release-files-first = Xin lưu phần văn bản trước khi thêm hoặc bỏ tệp.
release-file = Chọn tệp
release-file-hint = PDF, Word, Excel, ảnh, âm thanh, video, ZIP; mỗi tệp không quá 20 MB.
release-file-add = Thêm tệp
release-file-drop = Bỏ tệp
release-size = { $size } KB
release-speaks = Người phát ngôn: { $who }
release-public = Trang công khai
release-trouble = Đến giờ mà không công bố được.
release-returned = Văn bản được trả lại.
release-until-said = Sẽ công bố lúc { $when }. Trước giờ đó không ai bên ngoài thấy văn bản này.
release-letters = Thư đã gửi
release-count-sent = Đã gửi { $count }
release-count-waiting = chờ { $count }
release-count-failed = hỏng { $count }
release-letter-to = Người nhận
release-letter-what = Tiêu đề thư
release-letter-when = Lúc
release-speaker = Người phát ngôn
release-speaker-none = Chọn người phát ngôn
release-speaker-hint = Báo chí phải ghi họ tên và cơ quan của người này (PN-20).
release-do-approve = Duyệt văn bản này
release-do-submit = Trình duyệt
release-do-issue = Cấp số và công bố
release-issue-confirm = Văn bản sẽ công khai ngay và nhận số chính thức. Tiếp tục?
release-send-at-once = Gửi thư cho mọi đầu mối báo chí
release-do-embargo = Hẹn giờ công bố
release-embargo-hint = Cho đến giờ đó không có gì ra ngoài: không trang, không thư, không tìm kiếm.
release-until = Công bố lúc
release-note = Ghi chú đính chính (công khai)
release-note-hint = Nói rõ chỗ sai và chỗ đúng. Mọi người đã nhận bản trước sẽ nhận bản này.
release-do-correct = Công bố bản đính chính
release-correct-confirm = Bản đính chính sẽ thay bản đang công khai và được gửi đến người đã nhận. Tiếp tục?
release-do-lift = Bỏ hẹn giờ
release-do-send = Gửi thư
release-send-to = Gửi cho
release-send-all = Mọi đầu mối
release-send-hint = Ai đã nhận rồi thì không nhận lần nữa.
release-do-resend = Gửi lại thư hỏng
release-do-return = Trả lại
release-return-what = Cần sửa gì
release-do-discard = Bỏ bản đính chính
release-discard-confirm = Những gì vừa soạn sẽ bị bỏ; bản công khai giữ nguyên. Tiếp tục?
release-do-withdraw = Thu hồi
release-withdraw-why = Lý do thu hồi (công khai)
release-withdraw-confirm = Nội dung sẽ không còn trên trang; số, tiêu đề và lý do vẫn công khai. Không làm ngược lại được. Tiếp tục?
release-facts = Thông tin
release-approved-by = Người duyệt
release-code = Mã xác minh
release-hash = Mã băm (SHA-256)
release-editions = Các bản đã công khai
release-signed-issued = Công bố lúc { $when }
release-signed-corrected = Đính chính lúc { $when }
release-signed-speaker = Người phát ngôn: { $name }, { $post }
release-paper-mark = Mã xác minh: { $code }. Kiểm tra tại:
release-paper-code = Mã xác minh: { $code }
release-paper-check = Kiểm tra văn bản tại
release-paper-press = Các cơ quan báo chí
release-paper-kept = Lưu: VT
release-letter-issue-subject = { $kind } số { $number }: { $title }
release-letter-issue =
    Kính gửi cơ quan báo chí,

    { $agency } công bố { $kind } số { $number } ngày { $date }.

    { $title }

    { $lead }

    { $text }

    Người phát ngôn: { $name }, { $post }. Khi đăng, đề nghị ghi họ tên người phát ngôn và tên cơ quan.

    Bản chính thức và tệp kèm theo: { $page }
    Mã xác minh: { $code }

    Thôi nhận thư: { $end }
release-letter-correction-subject = Đính chính { $kind } số { $number }: { $title }
release-letter-correction =
    Kính gửi cơ quan báo chí,

    { $agency } đính chính { $kind } số { $number } ngày { $date } đã gửi quý cơ quan.

    Nội dung đính chính: { $note }

    Văn bản sau đính chính:

    { $title }

    { $lead }

    { $text }

    Đề nghị cơ quan đã đăng nội dung cũ cập nhật theo bản này.

    Bản chính thức: { $page }
    Mã xác minh: { $code }

    Thôi nhận thư: { $end }
release-letter-withdrawal-subject = Thu hồi { $kind } số { $number }
release-letter-withdrawal =
    Kính gửi cơ quan báo chí,

    { $agency } thu hồi { $kind } số { $number } ngày { $date }, “{ $title }”, đã gửi quý cơ quan.

    Lý do: { $note }

    Đề nghị không sử dụng nội dung văn bản này nữa. Thông báo thu hồi: { $page }

    Thôi nhận thư: { $end }
release-failed-letter-subject = Chưa công bố được: { $title }
release-failed-letter =
    Đến giờ hẹn, “{ $title }” không công bố được. { $why }

    Xin mở văn bản trên bàn làm việc và xử lý.

said-release-saved = Đã lưu.
said-release-file = Đã thêm tệp.
said-release-file-dropped = Đã bỏ tệp.
said-release-submitted = Đã trình duyệt.
said-release-returned = Đã trả lại.
said-release-approved = Đã duyệt đúng văn bản này.
said-release-embargoed = Đã hẹn giờ công bố.
said-release-lifted = Đã bỏ hẹn giờ.
said-release-issued = Đã cấp số và công bố.
said-release-corrected = Đã công bố bản đính chính và báo cho người đã nhận.
said-release-discarded = Đã bỏ bản đính chính.
said-release-withdrawn = Đã thu hồi; lý do được công khai.
said-release-sent = Thư đang được gửi.
said-release-resent = Đang gửi lại thư hỏng.

refused-release-kind = Xin chọn loại văn bản.
refused-release-empty = Cần có tiêu đề và nội dung.
refused-release-blanks = Còn chỗ trống […] chưa điền.
refused-release-unchanged = Văn bản giống hệt bản đang công khai.
refused-release-speaker = Xin chọn người phát ngôn của cơ quan.
refused-release-time = Giờ công bố phải ở phía trước.
refused-release-note = Xin ghi chú đính chính để công khai.
refused-release-body = Không đọc được nội dung; xin xem lại các dấu định dạng.
refused-release-picture = Ảnh không đặt trong nội dung; xin thêm ảnh làm tệp kèm theo.
refused-release-files = Nhiều nhất { $most } tệp.
refused-release-file = Không nhận loại tệp này, hoặc tệp hỏng.
refused-release-nobody = Không còn ai chưa nhận.
refused-release-none-failed = Không có thư hỏng nào gửi lại được.
closed-release-withdrawn = Văn bản đã thu hồi.
closed-release-embargoed = Đang hẹn giờ công bố. Xin bỏ hẹn giờ trước.
closed-release-not-draft = Văn bản không còn là bản nháp.
closed-release-not-submitted = Văn bản chưa được trình duyệt.
closed-release-approved = Văn bản đã được duyệt.
closed-release-unapproved = Chưa có người khác duyệt đúng nguyên văn này.
closed-release-public = Văn bản đã công khai.
closed-release-not-public = Văn bản chưa công khai.
closed-release-no-embargo = Chưa hẹn giờ.
closed-release-no-correction = Không có bản đính chính nào đang soạn.
closed-release-speaker = Người được chọn hiện không phải người phát ngôn của cơ quan.
closed-own-release = Người đã viết một phần văn bản không được duyệt chính văn bản đó.
stale-release = Văn bản vừa có người khác sửa. Những gì đồng chí gõ vẫn còn đây; xin xem bản mới rồi làm lại.

event-release-begun = bắt đầu văn bản
event-release-saved = lưu văn bản
event-release-submitted = trình duyệt
event-release-returned = trả lại
event-release-approved = duyệt
event-release-embargoed = hẹn giờ công bố
event-release-lifted = bỏ hẹn giờ
event-release-issued = cấp số và công bố
event-release-issue-failed = đến giờ không công bố được
event-release-corrected = công bố bản đính chính
event-release-discarded = bỏ bản đính chính
event-release-withdrawn = thu hồi
event-release-sent = gửi thư
event-contact-set = ghi đầu mối báo chí
event-contact-ended = ngừng đầu mối báo chí
event-press-event-planned = lên kế hoạch
event-press-event-changed = sửa thông tin
event-press-event-noted = ghi hồ sơ
event-press-event-announced = công bố lịch
event-press-event-notified = ghi nhận đã thông báo cơ quan quản lý báo chí
event-press-event-contribution-asked = đề nghị đơn vị đóng góp
event-press-event-contribution-given = đơn vị đã đóng góp
event-press-event-invited = mời báo chí
event-press-event-registered = nhà báo đăng ký dự
event-press-event-accredited = nhận đăng ký dự
event-press-event-accreditation-refused = không nhận đăng ký dự
event-press-event-held = đã diễn ra
event-press-event-cancelled = hủy

contact-title = Đầu mối báo chí
contact-lead = Chỉ giữ những gì cần để gửi thư, với căn cứ rõ ràng. Không chấm điểm, không xếp loại nhà báo.
contact-state-active = Đang nhận thư
contact-state-pending = Chờ xác nhận
contact-state-ended = Đã ngừng
contact-none = Chưa có đầu mối nào
contact-none-how = Thêm từng người, nhập danh sách, hoặc để báo chí tự đăng ký ở phòng báo chí.
contact-count = { $count } đầu mối
contact-outlet = Cơ quan báo chí
contact-name = Họ và tên
contact-email = Thư điện tử
contact-phone = Điện thoại
contact-level = Cấp
contact-level-central = Trung ương
contact-level-province = Cấp tỉnh
contact-level-local = Cơ sở
contact-level-foreign = Nước ngoài
contact-locality = Địa bàn
contact-basis = Căn cứ giữ thông tin
contact-basis-none = Chọn căn cứ
contact-basis-hint = Luật Bảo vệ dữ liệu cá nhân yêu cầu có căn cứ.
contact-basis-consent = Người đó đồng ý
contact-basis-outlet = Tòa soạn cử làm đầu mối
contact-basis-event = Đăng ký dự sự kiện báo chí
contact-add = Thêm đầu mối
contact-save = Lưu
contact-edit = Sửa đầu mối
contact-do-end = Ngừng gửi thư
contact-end-hint = Sau 30 ngày, tên và địa chỉ được xóa hẳn.
contact-end-confirm = Đầu mối này sẽ không nhận thư nữa. Tiếp tục?
contact-end-by-hand = Cơ quan ngừng gửi
contact-end-unsubscribed = Người nhận tự hủy
contact-erased = (đã xóa thông tin)
contact-import = Nhập danh sách
contact-import-hint = Tệp CSV (UTF-8), dòng đầu là tên cột: Cơ quan báo chí, Họ và tên, Thư điện tử, Điện thoại, Địa bàn, Cấp.
contact-file = Tệp CSV
contact-do-import = Nhập
contact-taken = Đã nhận { $count } đầu mối.
contact-left = Những dòng không nhận
contact-line = Dòng { $no }:
said-contact-set = Đã lưu đầu mối.
said-contact-ended = Đã ngừng gửi thư.
refused-contact-outlet = Xin ghi cơ quan báo chí.
refused-contact-basis = Xin chọn căn cứ giữ thông tin.
refused-contact-known = Địa chỉ này đã có trong danh sách.
closed-contact-ended = Đầu mối đã ngừng; muốn gửi lại phải đăng ký mới.
refused-list-encoding = Tệp không phải CSV mã UTF-8.
refused-list-headings = Không thấy cột thư điện tử ở dòng đầu.
refused-list-empty = Danh sách không có dòng nào.
refused-list-long = Danh sách dài quá 5.000 dòng; xin chia nhỏ.
refused-list-formula = Có ô chứa công thức.

pevent-title = Họp báo, giao ban
pevent-lead = Lịch gặp gỡ báo chí, hồ sơ chuẩn bị và biên bản.
pevent-to-come = Sắp tới
pevent-over = Đã qua
pevent-none = Chưa có sự kiện nào
pevent-none-how = Lên kế hoạch một buổi họp báo hoặc giao ban ở phía dưới.
pevent-none-asked = Chưa có đề nghị nào
pevent-none-asked-why = Khi đơn vị được đề nghị đóng góp cho họp báo, việc đó hiện ở đây.
pevent-asked-of-you = Đơn vị được đề nghị đóng góp
pevent-due-by = hạn { $when }
pevent-one = Sự kiện
pevent-kind = Loại
pevent-kind-conference = Họp báo
pevent-kind-briefing = Giao ban báo chí
pevent-kind-other = Gặp gỡ khác
pevent-state-planned = Kế hoạch
pevent-state-announced = Đã công bố lịch
pevent-state-held = Đã diễn ra
pevent-state-cancelled = Đã hủy
pevent-plan = Lên kế hoạch
pevent-edit = Sửa thông tin
pevent-edit-announced = Lịch đã công bố: người được mời sẽ nhận thư báo thay đổi.
pevent-save = Lưu
pevent-name = Tên sự kiện
pevent-when = Thời gian
pevent-starts = Bắt đầu
pevent-ends = Kết thúc
pevent-place = Địa điểm
pevent-chair = Chủ trì
pevent-host = Cơ quan tổ chức
pevent-host-hint = Để trống nếu cơ quan mình tổ chức.
pevent-content = Nội dung
pevent-unsaid = Chưa ghi
pevent-public = Trang công khai
pevent-print = Bản in hồ sơ
pevent-notified = Đã thông báo
pevent-clocks = Thời hạn
pevent-contributions = Đóng góp của các đơn vị
pevent-contributions-none = Chưa đề nghị đơn vị nào.
pevent-do-ask = Đề nghị đơn vị đóng góp
pevent-unit = Đơn vị
pevent-unit-none = Chọn đơn vị
pevent-ask = Cần cung cấp
pevent-due = Hạn
pevent-waits = Chờ
pevent-late = Quá hạn
pevent-given = Đã nhận
pevent-given-late = Nhận trễ
pevent-contribute = Đóng góp cho sự kiện báo chí
pevent-text = Nội dung đóng góp
pevent-text-hint = Số liệu kèm nguồn và thời điểm.
pevent-do-give = Gửi đóng góp
pevent-prepared = Câu hỏi dự kiến
pevent-prepared-none = Chưa chuẩn bị câu hỏi nào.
pevent-prepare = Thêm câu hỏi dự kiến
pevent-unanswered = Chưa có câu trả lời.
pevent-question = Câu hỏi
pevent-question-edit = Sửa
pevent-question-add = Ghi câu hỏi của báo chí
pevent-questions = Câu hỏi tại sự kiện
pevent-questions-none = Chưa ghi câu hỏi nào.
pevent-asker = Báo, đài hỏi
pevent-answer = Trả lời
pevent-answered-by = Người trả lời
pevent-answered-by-who = { $who } trả lời
pevent-follow-up = Còn nợ câu trả lời
pevent-keep = Lưu
pevent-guests = Báo chí dự
pevent-guests-none = Chưa mời ai, chưa ai đăng ký.
pevent-record = Biên bản
pevent-transcript = Nội dung đã phát biểu
pevent-transcript-hint = Lời đã nói tại sự kiện; không tự chuyển thành bài phỏng vấn.
pevent-follow-ups = Việc phải làm tiếp
pevent-do-announce = Công bố lịch
pevent-do-hold = Ghi nhận đã diễn ra
pevent-do-invite = Mời báo chí
pevent-invite-who = Mời ai
pevent-do-notify = Ghi nhận đã thông báo
pevent-notify-hint = Thông báo bằng văn bản cho cơ quan quản lý báo chí: địa điểm, thời gian, nội dung, người chủ trì. Giờ ghi nhận là bây giờ.
pevent-how = Số, ký hiệu văn bản và nơi nhận
pevent-do-call-off = Hủy sự kiện
pevent-call-off-why = Lý do (công khai)
pevent-call-off-confirm = Người được mời sẽ nhận thư báo hủy. Tiếp tục?
guest-invited = Đã mời
guest-applied = Đăng ký dự
guest-admitted = Được dự
guest-refused = Không nhận
guest-admit = Nhận
guest-turn-away = Không nhận
guest-why = Lý do (gửi cho người đăng ký)
said-pevent-planned = Đã lên kế hoạch.
said-pevent-changed = Đã lưu thông tin.
said-pevent-announced = Đã công bố lịch.
said-pevent-notified = Đã ghi nhận việc thông báo.
said-pevent-held = Đã ghi nhận sự kiện diễn ra.
said-pevent-cancelled = Đã hủy và báo cho người được mời.
said-pevent-invited = Thư mời đang được gửi.
said-pevent-asked = Đã đề nghị đơn vị.
said-pevent-question = Đã lưu câu hỏi.
said-pevent-record = Đã lưu biên bản.
said-pevent-given = Đã gửi đóng góp.
said-guest-admitted = Đã nhận và báo qua thư.
said-guest-refused = Đã báo lý do và cách khiếu nại qua thư.
said-guest-registered = Đã nhận đăng ký. Kết quả được gửi qua thư.
refused-pevent-kind = Xin chọn loại sự kiện.
refused-pevent-title = Xin ghi tên sự kiện.
refused-pevent-time = Giờ bắt đầu phải ở phía trước.
refused-pevent-end = Giờ kết thúc phải sau giờ bắt đầu.
refused-pevent-incomplete = Cần ghi đủ địa điểm, người chủ trì và nội dung.
refused-pevent-how = Xin ghi số, ký hiệu văn bản thông báo.
refused-pevent-nobody = Không có ai mới để mời.
refused-pevent-unit = Xin chọn đơn vị.
refused-pevent-ask = Xin ghi rõ cần cung cấp gì.
refused-pevent-due = Hạn phải ở phía trước.
refused-pevent-asked = Đơn vị này đã được đề nghị và chưa trả lời.
refused-pevent-text = Xin ghi nội dung đóng góp.
refused-pevent-question = Xin ghi câu hỏi.
refused-guest-name = Xin ghi họ và tên.
refused-guest-outlet = Xin ghi cơ quan báo chí.
refused-guest-full = Danh sách đăng ký đã đầy.
closed-pevent-planned = Lịch chưa công bố.
closed-pevent-announced = Lịch đã công bố.
closed-pevent-held = Sự kiện đã diễn ra.
closed-pevent-cancelled = Sự kiện đã hủy.
closed-pevent-begun = Sự kiện đã bắt đầu.
closed-pevent-not-begun = Sự kiện chưa bắt đầu.
closed-pevent-notified = Đã ghi nhận việc thông báo.
closed-guest-decided = Đăng ký này đã được xử lý.
stale-pevent = Sự kiện vừa có người khác sửa. Những gì đồng chí gõ vẫn còn đây; xin xem bản mới rồi làm lại.
pevent-letter-invite-subject = Giấy mời: { $title }
pevent-letter-invite =
    Kính gửi cơ quan báo chí,

    { $agency } trân trọng mời dự: { $title }
    Thời gian: { $when }
    Địa điểm: { $place }
    Chủ trì: { $chair }

    { $content }

    Thông tin: { $page }
pevent-letter-change-subject = Thay đổi: { $title }
pevent-letter-change =
    Kính gửi cơ quan báo chí,

    Thông tin mới của sự kiện { $title }:
    Thời gian: { $when }
    Địa điểm: { $place }
    Chủ trì: { $chair }

    Thông tin: { $page }
pevent-letter-cancel-subject = Hủy: { $title }
pevent-letter-cancel =
    Kính gửi cơ quan báo chí,

    { $agency } hủy sự kiện { $title }, dự kiến { $when }.
    Lý do: { $reason }
pevent-letter-admit-subject = Xác nhận dự: { $title }
pevent-letter-admit =
    Kính gửi nhà báo,

    Đăng ký dự { $title } đã được nhận.
    Thời gian: { $when }
    Địa điểm: { $place }

    Khi đến, xin mang theo thẻ nhà báo hoặc giấy giới thiệu của tòa soạn.
pevent-letter-refuse-subject = Về đăng ký dự: { $title }
pevent-letter-refuse =
    Kính gửi nhà báo,

    Đăng ký dự { $title } chưa được nhận.
    Lý do: { $reason }

    Nếu không đồng ý, nhà báo có thể gửi ý kiến đến { $agency } ({ $email }); ý kiến được trả lời trước giờ bắt đầu sự kiện. Việc không nhận lần này không ảnh hưởng đến các sự kiện khác.

room-title = Phòng báo chí
room-lead = Thông cáo, phát ngôn chính thức, lịch họp báo và nơi đặt câu hỏi dành cho báo chí.
room-releases = Thông cáo, phát ngôn
room-none = Chưa có thông cáo nào
room-none-why = Thông cáo được công bố sẽ hiện ở đây.
room-more = Thêm
room-calendar = Lịch họp báo
room-calendar-none = Chưa có lịch họp báo.
room-calendar-all = Xem cả lịch
room-for-press = Dành cho báo chí
room-ask = Đặt câu hỏi
room-speakers = Người phát ngôn
room-pictures = Ảnh cho báo chí
room-pictures-lead = Ảnh báo chí được tải và đăng. Khi đăng, ghi đúng tác giả, chủ sở hữu và làm theo điều kiện ghi dưới ảnh.
room-pictures-none = Chưa có ảnh nào
room-pictures-none-why = Ảnh cơ quan cho báo chí dùng sẽ hiện ở đây.
room-picture-take = Tải ảnh
room-subscribe = Nhận thông cáo qua thư
room-verify = Kiểm tra thông cáo
room-flag-withdrawn = Đã thu hồi
room-flag-corrected = Đã đính chính
room-withdrawn = Văn bản này đã được thu hồi.
room-corrected-see = Văn bản này đã được đính chính; xem ghi chú ở cuối trang.
room-issued = Công bố
room-withdrawn-at = Thu hồi
room-corrected-at = Đính chính
room-attribution = Người phát ngôn
room-attribution-how = Khi đăng, phát, đề nghị ghi đúng họ tên người phát ngôn và tên cơ quan.
room-docx = Tải bản Word
room-pdf = Tải bản PDF
room-txt = Tải văn bản đã ký
room-files = Tệp kèm theo
room-qr = Mã QR dẫn đến trang kiểm tra mã { $code }
room-signature = Chữ ký số
room-key = Khóa công khai
room-subscribe-lead = Sau khi gửi, quý vị nhận một thư để xác nhận. Chỉ khi xác nhận, thông cáo mới được gửi.
room-subscribe-law = Địa chỉ chỉ dùng để gửi thông cáo và được xóa 30 ngày sau khi hủy nhận.
room-do-subscribe = Đăng ký
room-confirm = Xác nhận nhận thông cáo
room-confirm-lead = Bấm nút dưới đây để bắt đầu nhận thông cáo qua thư.
room-leave = Thôi nhận thông cáo
room-leave-lead = Bấm nút dưới đây để không nhận thư nữa.
room-left = Đã thôi nhận thông cáo
room-left-lead = Không còn thư nào được gửi nữa. Tên và địa chỉ được xóa sau 30 ngày.
room-confirm-subject = Xác nhận nhận thông cáo của { $agency }
room-confirm-letter =
    Có người, có thể là quý vị, đăng ký nhận thông cáo báo chí của { $agency } tại địa chỉ này.

    Để xác nhận, xin mở: { $page }

    Nếu không phải quý vị, xin bỏ qua thư này; không có thư nào khác được gửi.
said-room-letter = Đã nhận đăng ký. Xin mở thư vừa gửi để xác nhận.
said-room-confirmed = Đã xác nhận. Thông cáo mới sẽ được gửi đến quý vị.

verify-title = Kiểm tra thông cáo
verify-lead = Mỗi thông cáo mang một mã và được ký số. Gõ mã hoặc quét mã QR để biết văn bản có phải do cơ quan công bố không.
verify-valid = Đúng là văn bản của cơ quan.
verify-valid-how = Văn bản còn nguyên giá trị.
verify-corrected = Văn bản đã được đính chính.
verify-withdrawn = Văn bản đã được thu hồi.
verify-broken = Chữ ký không khớp.
verify-broken-how = Xin báo ngay cho cơ quan; không sử dụng văn bản này.
verify-unknown = Không có văn bản nào mang mã { $code }.
verify-unknown-how = Xin kiểm tra lại mã. Nếu mã được gõ đúng, văn bản đó không phải của cơ quan.
verify-changed = Thay đổi
verify-signature = Chữ ký số
verify-signature-holds = Hợp lệ
verify-signature-not = Không hợp lệ
verify-text = So văn bản
verify-paste = Dán văn bản cần kiểm tra
verify-paste-hint = Dán cả văn bản hoặc một đoạn. Khoảng trắng và xuống dòng không tính.
verify-do-text = So với bản đã ký
verify-text-whole = Đúng nguyên văn bản đã ký.
verify-text-passage = Đoạn này có nguyên văn trong bản đã ký.
verify-text-before = Đây là nội dung trước đính chính; đã được thay từ { $when }.
verify-text-other = Văn bản này khác bản đã ký.
verify-code = Kiểm tra theo mã
verify-code-hint = Ví dụ 7K3M-9Q2X-A4TD, in ở cuối thông cáo.
verify-do = Kiểm tra

calendar-lead = Các buổi họp báo và gặp gỡ báo chí đã công bố.
calendar-none-why = Lịch được công bố sẽ hiện ở đây.
calendar-off = Đã hủy
calendar-ics = Thêm vào lịch của tôi (.ics)
calendar-one-ics = Thêm vào lịch (.ics)
calendar-register = Đăng ký dự
calendar-register-hint = Khi đến, xin xuất trình thẻ nhà báo hoặc giấy giới thiệu; số thẻ không được lưu. Nếu không nhận, lý do và cách khiếu nại được gửi qua thư.
calendar-do-register = Gửi đăng ký
calendar-closed = Không còn nhận đăng ký ở đây.
kind-release = Thông cáo báo chí

letter-contribution-subject = Đơn vị được đề nghị góp nội dung cho cuộc gặp báo chí
letter-contribution = Văn phòng đề nghị đơn vị góp nội dung chuẩn bị cho một cuộc họp báo hoặc giao ban báo chí.
    Đồng chí mở Bàn làm việc, mục Họp báo, giao ban để xem yêu cầu, thời hạn và gửi nội dung.
letter-facts-subject = Đơn vị được hỏi thông tin để trả lời báo chí
letter-facts = Văn phòng đề nghị đơn vị cung cấp thông tin để trả lời báo chí.
    Đồng chí mở Bàn làm việc, mục Được hỏi để xem câu hỏi, thời hạn và trả lời.
