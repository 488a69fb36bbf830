# What belongs to no single part.

rail-newsroom = Tin, bài
rail-agency = Cơ quan
rail-system = Hệ thống

ledger-title = Sổ cái lịch sử
ledger-lead = Mọi thay đổi, mới nhất ở trên. Mỗi dòng mang dấu của dòng trước, nên không ai sửa hay xoá được một dòng mà không bị lộ.
ledger-number = Số
ledger-when = Lúc
ledger-who = Ai
ledger-what = Việc
ledger-thing = Đối tượng
ledger-hash = Dấu
ledger-older = Cũ hơn
thing-agency = Cơ quan
thing-unit = Đơn vị
thing-person = Người
thing-area = Địa bàn
thing-site = Trang
thing-section = Mục
thing-story = Tin, bài
thing-asset = Tư liệu
event-agency-described = khai báo cơ quan
event-unit-founded = lập đơn vị
event-unit-ended = kết thúc đơn vị
event-area-founded = khai báo địa bàn
event-person-added = thêm người
event-person-left = đóng tài khoản
event-post-given = giao chức danh
event-role-given = giao vai trò
event-role-withdrawn = thu vai trò
event-password-set = đặt mật khẩu
event-signed-in = đăng nhập
event-signed-out = đăng xuất
event-site-opened = mở trang
event-section-added = thêm mục
event-asset-added = thêm ảnh

demo-title = Chọn người để vào xem bản dùng thử
demo-lead = { $province } không có thật; người, việc và số liệu ở đây đều do chương trình đặt ra.
demo-password = Mật khẩu của mọi người là
demo-portal = Xem cổng thông tin
demo-light = Xem trang về cơ sở
demo-enter = Vào
demo-enter-as = với tên { $name }
