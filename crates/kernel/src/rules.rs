//! The one table of rules. A refused command answers with a row of it, the same words everywhere.

use crate::Said;

/// Where a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The provincial directive.
    Directive,
    /// A decree in force.
    Decree,
    /// This system's own, so that acts stay in order.
    House,
}

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident: $slug:literal, $source:ident $cite:literal, $vi:literal, $en:literal;)+) => {
        /// A rule the system keeps.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule { $($(#[$doc])* $name),+ }

        impl Rule {
            /// Every rule, in the order of the table.
            pub const ALL: &'static [Rule] = &[$(Rule::$name),+];

            /// The rule's name in answers, constraints, pages and tests.
            pub fn slug(self) -> &'static str {
                match self { $(Rule::$name => $slug),+ }
            }

            /// Where it stands written: a point of the directive or an article.
            pub fn citation(self) -> &'static str {
                match self { $(Rule::$name => $cite),+ }
            }

            /// What kind of text it comes from.
            pub fn source(self) -> Source {
                match self { $(Rule::$name => Source::$source),+ }
            }

            /// The rule in a sentence.
            pub fn said(self) -> Said {
                match self { $(Rule::$name => Said { vi: $vi, en: $en }),+ }
            }
        }
    };
}

rules! {
    // Intake
    /// One guidance notice, and a complete one.
    GuidanceOnce: "guidance-once", Directive "3.b¶2",
        "Chỉ hướng dẫn hoàn thiện hồ sơ một lần, đầy đủ; nội dung đã bỏ sót không được yêu cầu về sau.",
        "An incomplete submission is guided once, completely; what was left out can't be asked for later.";
    /// One supplement request in a dossier's life.
    SupplementOnce: "supplement-once", Directive "3.b¶2",
        "Sau khi tiếp nhận, mỗi hồ sơ chỉ được yêu cầu bổ sung tối đa một lần.",
        "After acceptance a dossier gets at most one supplement request.";
    /// Nothing but the published components.
    ListedComponentsOnly: "listed-components-only", Directive "3.b¶2",
        "Chỉ được yêu cầu thành phần hồ sơ đã công bố, đúng số lượng đã công bố.",
        "Only the published components, in their published number, may be required.";
    /// No acceptance of what is incomplete; none twice.
    CompleteBeforeAcceptance: "complete-before-acceptance", Directive "3.b¶2",
        "Hồ sơ chưa đủ thành phần hoặc số lượng thì chưa được tiếp nhận; hồ sơ đã tiếp nhận không tiếp nhận lần nữa.",
        "A submission that lacks a component or copies isn't accepted; none is accepted twice.";
    /// A refusal has a ground and an explanation.
    RefusalNeedsGround: "refusal-needs-ground", Directive "3.b¶2",
        "Từ chối tiếp nhận phải nêu căn cứ đã công bố của thủ tục và giải thích bằng văn bản.",
        "A refusal names one of the procedure's grounds and explains it in writing.";
    /// Every accepted dossier has an electronic file.
    ElectronicDossier: "electronic-dossier", Directive "2.đ",
        "Hồ sơ được tiếp nhận phải có bản điện tử của từng thành phần (hoặc lý do chỉ lưu bản giấy) và đủ thông tin liên hệ của người nộp.",
        "An accepted dossier has every component scanned or marked paper-only with a reason, and the applicant's contact details are complete.";
    /// Interlinked: handed in once, at the lead.
    SubmitOnce: "submit-once", Directive "2.d",
        "Thủ tục liên thông chỉ nộp hồ sơ một lần tại cơ quan đầu mối.",
        "In an interlinked procedure the applicant hands everything in once, at the lead agency.";

    // Time and routing
    /// Shares fit the published time.
    WithinPublishedTime: "within-published-time", Directive "2.d",
        "Tổng thời gian các bước trên nhánh dài nhất không được vượt quá thời hạn giải quyết đã công bố.",
        "The time shares along the longest path never add up to more than the published time.";
    /// One lead, one agency a leg.
    LeadAndCoordinators: "lead-and-coordinators", Directive "2.d",
        "Thủ tục liên thông phải xác định một cơ quan đầu mối; mỗi phần việc có một cơ quan chịu trách nhiệm và thời hạn; kết quả trả tại cơ quan đầu mối.",
        "An interlinked procedure names one lead agency; each leg has one responsible agency and a time share; the result is returned at the lead's counter.";
    /// One request gathers all agencies' needs.
    OneRequestForAllAgencies: "one-request-for-all-agencies", Directive "2.d, 3.b¶2",
        "Yêu cầu bổ sung của hồ sơ liên thông gộp nhu cầu của mọi cơ quan còn phải xử lý và chỉ gửi một lần.",
        "A supplement request in an interlinked dossier gathers the needs of all agencies still to act and goes out once.";
    /// Whose desk it is.
    RightDesk: "right-desk", Directive "3.b¶2",
        "Chỉ cơ quan, vị trí và người đang giữ bước xử lý mới được hoàn thành, trả lại hoặc phân công bước đó.",
        "A step is completed, sent back or assigned only by the agency, role and person it lies with.";

    // Overdue dossiers
    /// The head, or the deputy entrusted; never the proposer.
    HeadApproves: "head-approves", Directive "3.b¶3",
        "Chỉ người đứng đầu cơ quan hoặc cấp phó trong lĩnh vực được phân công mới được duyệt hẹn lại; người đề xuất không tự duyệt.",
        "Only the agency's head, or a deputy in the field entrusted, approves a reschedule; never the one who proposed it.";
    /// Once.
    RescheduleOnce: "reschedule-once", Directive "3.b¶3",
        "Mỗi hồ sơ chỉ được hẹn lại một lần.",
        "A dossier is rescheduled once in its life.";
    /// Not without the letter.
    WrittenApology: "written-apology", Directive "3.b¶3",
        "Hẹn lại phải kèm văn bản xin lỗi nêu rõ lý do và thời gian hẹn mới.",
        "No reschedule without a written apology that states the reason and the new date and time.";
    /// The day before, at the latest.
    ApologyBeforeAppointedDay: "apology-before-appointed-day", Directive "3.b¶3",
        "Thông báo xin lỗi và hẹn lại phải gửi trước ngày hẹn trả kết quả.",
        "The apology goes out before the appointed day.";
    /// At most a third.
    ExtensionWithinThird: "extension-within-third", Directive "3.b¶3",
        "Thời gian hẹn lại cộng thêm không quá một phần ba tổng thời gian giải quyết.",
        "The added time is at most one third of the total processing time.";

    // Catalogue and openness
    /// Published with its simplification review.
    SimplificationFirst: "simplification-first", Directive "2.d¶1",
        "Không công bố thủ tục khi chưa rà soát, đề xuất đơn giản hóa về thành phần hồ sơ, điều kiện và phân cấp, ủy quyền.",
        "A procedure is published only with its simplification review: components, conditions, delegation.";
    /// Open to anyone.
    PublishedIsPublic: "published-is-public", Directive "3.a",
        "Thủ tục đã công bố, đường dây nóng và nội dung trả lời phải được mọi người đọc mà không cần tài khoản.",
        "Published procedures, hotlines and hotline answers are readable by anyone.";
    /// Answered in writing, in time, in public.
    AnswerInWriting: "answer-in-writing", Directive "3.a¶2",
        "Phản ánh, kiến nghị phải được trả lời bằng văn bản, đúng hạn và đăng công khai, không nêu danh tính người phản ánh.",
        "Feedback gets a written answer by a deadline, posted publicly without the complainant's name.";
    /// One answer each.
    AnsweredOnce: "answered-once", House "motcua",
        "Mỗi phản ánh, kiến nghị được trả lời một lần; nội dung đã đăng được giữ nguyên.",
        "Feedback is answered once; what was published stays as it is.";

    // Answering for it
    /// An agency's late share.
    AgencyLate10: "agency-late-10", Directive "3.đ",
        "Cơ quan có từ 10% hồ sơ trễ hạn trở lên trong năm không được xếp hạng tốt, không được khen thưởng.",
        "An agency with 10 % or more late in a year can't be ranked good nor commended.";
    /// An official's late share.
    OfficialLate10: "official-late-10", Directive "3.đ",
        "Cán bộ, công chức trễ hạn trên 10% hồ sơ trong năm không được xếp loại hoàn thành tốt nhiệm vụ trở lên.",
        "An official over 10 % late in a year can't be rated \"completed well\" or above.";
    /// The head shares the agency's rank.
    HeadFollowsRanking: "head-follows-ranking", Directive "3.đ",
        "Người đứng đầu cơ quan xếp hạng trung bình trở xuống không được xếp loại hoàn thành tốt nhiệm vụ trở lên.",
        "The head of an agency ranked average or lower can't be rated \"completed well\" or above.";
    /// One inspection an enterprise a year.
    OneInspectionAYear: "one-inspection-a-year", Directive "2.c",
        "Không thanh tra, kiểm tra quá một lần trong năm đối với mỗi doanh nghiệp.",
        "An enterprise is inspected at most once a year.";

    // What keeps the acts in order
    /// The applicant may withdraw until the decision.
    WithdrawBeforeDecision: "withdraw-before-decision", Decree "NĐ 118/2025 Đ21",
        "Người nộp được rút hồ sơ cho đến khi có quyết định giải quyết.",
        "The applicant may withdraw the dossier until the decision.";
    /// A negative result says why.
    DenialNeedsReasons: "denial-needs-reasons", Directive "3.b¶2",
        "Kết quả không chấp thuận phải nêu rõ lý do bằng văn bản.",
        "A negative result states its reasons in writing.";
    /// Results go to an identified person.
    IdentifiedRecipient: "identified-recipient", House "motcua",
        "Kết quả chỉ trao cho người đã được xác định danh tính.",
        "A result is handed only to an identified person.";
    /// One rating a dossier.
    RatedOnce: "rated-once", House "motcua",
        "Mỗi hồ sơ được đánh giá một lần, sau khi nhận kết quả.",
        "A dossier is rated once, after its result was returned.";
    /// The act doesn't fit the dossier's stage.
    StageOrder: "stage-order", Decree "NĐ 118/2025 Đ16, Đ17, Đ20",
        "Việc này không thực hiện được ở giai đoạn hiện tại của hồ sơ.",
        "This can't be done at the dossier's present stage.";
    /// Somebody else was faster.
    ChangedMeanwhile: "changed-meanwhile", House "motcua",
        "Hồ sơ vừa được người khác cập nhật; hãy tải lại rồi thực hiện tiếp.",
        "Somebody else has changed the dossier meanwhile; reload it and go on from there.";
}

impl std::fmt::Display for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.slug())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_slug_names_one_rule() {
        let slugs: BTreeSet<_> = Rule::ALL.iter().map(|rule| rule.slug()).collect();
        assert_eq!(slugs.len(), Rule::ALL.len());
    }

    #[test]
    fn a_slug_is_lower_case_words_joined_by_hyphens() {
        for rule in Rule::ALL {
            let plain = rule.slug().split('-').all(|word| {
                !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
            assert!(plain, "{rule}");
        }
    }

    #[test]
    fn a_directive_rule_cites_a_point_of_sections_2_or_3() {
        for rule in Rule::ALL.iter().filter(|rule| rule.source() == Source::Directive) {
            assert!(rule.citation().starts_with("2.") || rule.citation().starts_with("3."), "{rule}");
        }
    }
}
