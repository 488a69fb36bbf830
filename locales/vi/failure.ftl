# When a wish is not fulfilled.

failure-refused = Chưa làm được
failure-refused-why = Xin xem lại những điều sau rồi thử lại.
failure-not-found = Không tìm thấy
failure-not-found-why = Địa chỉ này không có gì, hoặc không dành cho đồng chí.
failure-sign-in = Xin đăng nhập
failure-sign-in-why = Phiên làm việc đã hết hoặc chưa bắt đầu. Xin đăng nhập rồi làm lại.
failure-forbidden = Không thuộc quyền
failure-forbidden-why = Đồng chí biết việc này có, nhưng việc này không thuộc quyền của đồng chí.
failure-stale = Có người vừa làm trước
failure-stale-why = Nội dung đã thay đổi trong lúc đồng chí đang làm. Xin tải lại trang để xem bản mới nhất.
failure-broken = Máy chủ gặp sự cố
failure-broken-why = Lỗi thuộc về hệ thống, không phải do đồng chí. Xin thử lại sau ít phút.
failure-reference = Khi báo lỗi xin đọc số: { $reference }
failure-code = Mã { $code }
failure-home = Về trang chủ
failure-desk = Về bàn làm việc
refused-too-large = Nội dung gửi lên quá lớn.
refused-unreadable = Máy chủ không đọc được nội dung gửi lên.
