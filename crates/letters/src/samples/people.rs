//! The people and the dossier of the samples.

use crate::{Dossier, Officer, Party};

pub(super) fn owner() -> Party {
    Party {
        name: "Công ty TNHH Một thành viên Thương mại và Xây dựng Đại Ngữ".to_owned(),
        identity: Some("4201234567".to_owned()),
        address: "Số 27 đường Trần Hưng Đạo, phường Nha Trang, tỉnh Khánh Hòa".to_owned(),
        phone: Some("0258 3822 999".to_owned()),
        email: Some("vanthu@daingu.example".to_owned()),
    }
}

pub(super) fn submitter() -> Party {
    Party {
        name: "Huỳnh Ngọc Thủy Tiên".to_owned(),
        identity: Some("056190001234".to_owned()),
        address: "Thôn Phước Hạ, xã Diên Khánh, tỉnh Khánh Hòa".to_owned(),
        phone: Some("0905 123 456".to_owned()),
        email: None,
    }
}

pub(super) fn dossier() -> Dossier {
    Dossier {
        number: "H32.17-261123-0001".to_owned(),
        procedure: "Cấp giấy phép xây dựng mới đối với công trình cấp đặc biệt, cấp I, cấp II".to_owned(),
        code: "1.013225".to_owned(),
        field: "Hoạt động xây dựng".to_owned(),
        owner: owner(),
        request: "Cấp giấy phép xây dựng mới nhà kho và xưởng sửa chữa ở Cụm công nghiệp Diên Phú".to_owned(),
    }
}

pub(super) fn officer() -> Officer {
    Officer { name: "Lê Hoàng Phương Uyên".to_owned(), phone: Some("0258 3822 123".to_owned()) }
}
