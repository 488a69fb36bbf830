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
