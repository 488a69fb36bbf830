//! Templates for holding statements: what can be said in the first hour (S77). Blanks `[…]` must be filled before anybody can
//! be asked to approve.

/// A template.
pub(crate) struct Template {
    /// Its name in addresses and in the locale key `release-template-…`.
    pub(crate) name: &'static str,
    title: &'static str,
    lead: &'static str,
    body: &'static str,
}

/// Every template, in the order of the list. They are the agency's own language, like the texts made of them.
pub(crate) const TEMPLATES: [Template; 5] = [
    Template {
        name: "checking",
        title: "Thông tin ban đầu về [… việc gì, ở đâu]",
        lead: "[… tên cơ quan] đã nắm được phản ánh về [… việc gì] và đang kiểm tra.",
        body: "Ngày [… ngày, giờ], cơ quan nhận được phản ánh về [… việc gì, ở đâu].\n\nChúng tôi đã giao [… đơn vị] \
               kiểm tra tại chỗ. Khi có kết quả xác minh, chúng tôi sẽ thông tin đầy đủ, chậm nhất là \
               [… giờ, ngày].\n\nTrong lúc chờ, người dân cần biết: [… việc người dân cần làm hoặc cần tránh].",
    },
    Template {
        name: "accident",
        title: "Thông tin ban đầu về vụ [… tai nạn, sự cố] tại [… địa điểm]",
        lead: "Lực lượng chức năng đang cứu hộ; ưu tiên trước hết là an toàn của người dân.",
        body: "Khoảng [… giờ, ngày], tại [… địa điểm] xảy ra [… tai nạn, sự cố].\n\nTính đến [… giờ], thông tin đã xác \
               minh: [… thiệt hại đã xác minh]. Những con số chưa xác minh sẽ được cập nhật sau.\n\n[… đơn vị] đang có \
               mặt tại hiện trường. Người dân [… hướng dẫn: đường nên đi, số điện thoại cần gọi].\n\nChúng tôi sẽ \
               thông tin tiếp lúc [… giờ].",
    },
    Template {
        name: "disaster",
        title: "Tình hình [… mưa lũ, sạt lở, rét hại] đến [… giờ, ngày]",
        lead: "Các địa phương [… tên xã, phường] cần thực hiện ngay hướng dẫn dưới đây.",
        body: "**Tình hình đã xác minh:** [… nơi bị ảnh hưởng, mức độ].\n\n**Việc đang làm:** [… lực lượng, di dời, tiếp \
               tế].\n\n**Người dân cần làm:** [… hướng dẫn].\n\nSố điện thoại trực: [… số]. Bản tin tiếp theo: \
               [… giờ].",
    },
    Template {
        name: "service",
        title: "Về việc gián đoạn [… dịch vụ] từ [… giờ, ngày]",
        lead: "[… dịch vụ] tạm gián đoạn; dự kiến khôi phục lúc [… giờ, ngày].",
        body: "Nguyên nhân ban đầu: [… nguyên nhân đã xác minh; nếu chưa rõ, ghi “đang được xác minh”].\n\nNgười dân có \
               thể [… cách làm thay thế]. Hồ sơ đến hạn trong thời gian này [… được gia hạn thế nào].\n\nChúng tôi xin \
               lỗi vì sự bất tiện và sẽ thông báo ngay khi dịch vụ trở lại.",
    },
    Template {
        name: "rumour",
        title: "Về thông tin lan truyền liên quan đến [… việc gì]",
        lead: "Thông tin [… nội dung] đang lan truyền là chưa có căn cứ.",
        body: "Từ [… giờ, ngày], trên [… nơi lan truyền] xuất hiện thông tin [… nội dung].\n\nĐiều đã xác minh: [… sự \
               việc, nguồn]. Điều chưa xác minh: [… phần còn lại].\n\nThông tin chính thức được đăng tại trang này, kèm \
               mã xác minh. Đề nghị người dân và các cơ quan báo chí kiểm tra mã trước khi chia sẻ.",
    },
];

/// The template of a name.
pub(crate) fn named(name: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|one| one.name == name)
}

impl Template {
    /// Title, lead and text to start from.
    pub(crate) fn text(&self) -> (String, String, String) {
        (self.title.to_owned(), self.lead.to_owned(), self.body.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Text;

    #[test]
    fn no_template_can_go_out_as_it_is() {
        for template in TEMPLATES {
            let (title, lead, body) = template.text();
            assert!(
                prose::Body::from_notation(&body).unwrap().to_notation().contains("[…"),
                "{}",
                template.name
            );
            let text = Text { title, lead, body, ..Text::default() };
            assert!(text.is_ready() && !text.is_filled(), "{}", template.name);
        }
    }
}
