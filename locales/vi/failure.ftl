# When a wish is not fulfilled.

failure-refused = Chưa làm được
failure-refused-why = Xin xem lại những điều sau rồi thử lại.
failure-not-found = Không tìm thấy
failure-not-found-why = Không có trang nào ở địa chỉ này, hoặc trang không mở cho đồng chí. Xin kiểm tra lại địa chỉ.
failure-sign-in = Xin đăng nhập
failure-sign-in-why = Phiên làm việc đã hết hoặc chưa bắt đầu. Xin đăng nhập rồi làm tiếp.
failure-forbidden = Không thuộc quyền của đồng chí
failure-forbidden-why = Nếu công việc cần đến trang này, xin đề nghị quản trị hệ thống của cơ quan giao vai trò phù hợp.
failure-stale = Có người vừa làm trước
failure-stale-why = Nội dung đã thay đổi trong lúc đồng chí đang làm. Xin tải lại trang để xem bản mới nhất.
failure-broken = Máy chủ gặp sự cố
failure-broken-why = Lỗi thuộc về hệ thống, không phải do đồng chí. Xin thử lại sau ít phút.
failure-reference = Khi báo lỗi xin đọc số: { $reference }
failure-code = Mã lỗi { $code }
failure-home = Về trang chủ
failure-desk = Về bàn làm việc
refused-busy = Đang có quá nhiều người chờ cùng một lúc. Xin thử lại sau ít phút.
refused-too-large = Nội dung gửi lên quá lớn.
refused-unreadable = Máy chủ không đọc được nội dung gửi lên.
