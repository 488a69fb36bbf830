# assignments

rail-work = Công việc
thing-assignment = Phân công
thing-obstacle = Khó khăn, vướng mắc
thing-input_request = Đề nghị góp nội dung

event-assignment-given = Giao việc cho đơn vị
