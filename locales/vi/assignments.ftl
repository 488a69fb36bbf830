# assignments

rail-work = Công việc
thing-assignment = Phân công
thing-obstacle = Khó khăn, vướng mắc
thing-input_request = Đề nghị góp nội dung

event-assignment-given = Giao việc cho đơn vị
event-assignment-accepted = Đơn vị nhận việc
event-assignment-declined = Đơn vị không nhận việc
event-assignment-advanced = Cập nhật tiến độ
event-assignment-part = Đơn vị phối hợp cập nhật phần việc
event-assignment-evidence = Gắn kết quả vào việc
event-assignment-evidence-off = Bỏ kết quả đã gắn
event-assignment-file = Nộp tệp kết quả
event-assignment-delivered = Kết quả được tính
event-assignment-done = Báo xong việc
event-assignment-confirmed = Xác nhận việc đã xong
event-assignment-sent-back = Trả lại việc để làm tiếp
event-assignment-moved = Đổi hạn
event-assignment-rolled-over = Chuyển việc sang tháng sau
event-assignment-withdrawn = Rút việc
event-assignment-undone = Hoàn tác thao tác vừa làm
event-assignment-reminded = Đôn đốc
event-obstacle-raised = Báo khó khăn, vướng mắc
event-obstacle-escalated = Báo vướng mắc lên cấp trên
event-obstacle-answered = Trả lời vướng mắc
event-obstacle-resolved = Vướng mắc đã được gỡ
event-input-asked = Đề nghị các đơn vị góp nội dung
event-input-received = Đơn vị góp nội dung
event-input-nothing = Đơn vị báo không có nội dung
event-input-reminded = Nhắc đơn vị góp nội dung
event-input-closed = Khoá đề nghị góp nội dung

# Letters; they name no work.
work-letter-given = Đồng chí, đơn vị được giao một việc mới
work-letter-reminded = Đôn đốc: một việc của đơn vị cần làm ngay
work-letter-sent-back = Một việc được trả lại để làm tiếp
work-letter-declined = Đơn vị không nhận một việc đồng chí giao
work-letter-done = Một việc đồng chí giao đã báo xong, chờ xác nhận
work-letter-escalated = Một vướng mắc chờ đồng chí trả lời
work-letter-answered = Vướng mắc đã có trả lời
work-letter-input-asked = Đề nghị đơn vị góp nội dung
work-letter-input-reminded = Nhắc đơn vị góp nội dung
