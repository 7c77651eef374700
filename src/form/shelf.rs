//! The form sets that come with the page, in the order in which they are offered.

/// A form set of the project's own. It lies beside the page as `forms/<id>.json` and is fetched when it is first
/// needed; what lists of form sets show of it stands here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Its id.
    pub id: &'static str,
    /// Its title in Vietnamese, as its file has it.
    pub vi: &'static str,
    /// Its title in English.
    pub en: &'static str,
}

/// To add a form set: put its file under `forms/` and a line here. The first is the one on which the page opens.
pub const BUILT_IN: &[BuiltIn] = &[
    BuiltIn {
        id: "cchc-2026",
        vi: "Biểu mẫu thống kê kết quả thực hiện công tác cải cách hành chính năm 2026",
        en: "Statistical forms on the results of administrative reform, 2026",
    },
    BuiltIn {
        id: "kl226-2026",
        vi: "Biểu số liệu kết quả thực hiện Kết luận số 226-KL/TW năm 2026",
        en: "Data form on the results of Conclusion 226-KL/TW, 2026",
    },
    BuiltIn {
        id: "cchc-2021",
        vi: "Biểu mẫu thống kê kết quả thực hiện công tác cải cách hành chính năm 2021",
        en: "Statistical forms on the results of administrative reform, 2021",
    },
];

/// A crosswalk of the project's own, beside the page as `forms/<file>`; it is fetched when figures of its two form
/// sets are first compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltInCrosswalk {
    /// The id of the older form set.
    pub from: &'static str,
    /// The id of the newer form set.
    pub to: &'static str,
    /// Its file.
    pub file: &'static str,
}

/// To add a crosswalk: put its file under `forms/` and a line here.
pub const CROSSWALKS: &[BuiltInCrosswalk] = &[BuiltInCrosswalk {
    from: "cchc-2021",
    to: "cchc-2026",
    file: "crosswalk-cchc-2021-2026.json",
}];
