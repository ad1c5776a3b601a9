//! Every command of the program, declared once: `name(Request) -> Response`.
//!
//! The window's adapters, its TypeScript types, the JSON schemas that the terminal publishes and
//! the capability file all come from this list or are checked against it.

mod assessment;
mod audit;
mod audit_sample;
mod catalogue;
mod copy;
mod decision;
mod decision_import;
mod drill;
mod error;
mod evidence;
mod fallback;
mod file;
mod finding;
mod incident;
mod privacy;
mod programme;
mod reminder;
mod report;
mod second_review;
mod stats;
mod system;
mod workspace;

pub use assessment::*;
pub use audit::*;
pub use audit_sample::*;
pub use catalogue::*;
pub use copy::*;
pub use decision::*;
pub use decision_import::*;
pub use drill::*;
pub use error::*;
pub use evidence::*;
pub use fallback::*;
pub use file::*;
pub use finding::*;
pub use incident::*;
pub use privacy::*;
pub use programme::*;
pub use reminder::*;
pub use report::*;
pub use second_review::*;
pub use stats::*;
pub use system::*;
pub use workspace::*;

/// Hands the list of commands to a macro, so that adapters can be generated from it.
///
/// `host` commands speak to the window or the desktop and never wait for the workspace;
/// `session` commands run one at a time on the open workspace.
#[macro_export]
macro_rules! with_commands {
    ($receiver:ident) => {
        $receiver! {
            host {
                file_pick(FilePick) -> PickedFile,
                file_drop_next(Nothing) -> DroppedFiles,
                notification_show(NotificationShow) -> Nothing,
            }
            session {
                app_status(Nothing) -> AppStatus,
                app_preferences_save(Preferences) -> Nothing,
                workspace_create(WorkspaceCreate) -> OpenWorkspace,
                workspace_create_sample(WorkspaceCreateSample) -> OpenWorkspace,
                workspace_open(WorkspaceOpen) -> OpenWorkspace,
                workspace_lock(Nothing) -> Nothing,
                workspace_overview(Nothing) -> Overview,
                reminder_take(Nothing) -> Reminder,
                workspace_settings_save(WorkspaceSettings) -> Workspace,
                logo_set(LogoSet) -> Workspace,
                logo_remove(Nothing) -> Workspace,
                privacy_get(Nothing) -> Privacy,
                privacy_save(PrivacySettings) -> Privacy,
                workspace_check(Nothing) -> WorkspaceCheck,
                resume_save(ResumeSave) -> Nothing,
                person_list(Nothing) -> PersonList,
                person_add(PersonAdd) -> Person,
                person_change(PersonChange) -> Person,
                person_passphrase_change(PassphraseChange) -> Nothing,
                framework_get(Nothing) -> Catalogue,
                system_list(Nothing) -> SystemList,
                system_get(SystemGet) -> SystemDetail,
                system_save(SystemSave) -> AiSystem,
                system_import_read(SystemImportRead) -> ImportTable,
                system_import_check(SystemImport) -> ImportCheck,
                system_import_commit(SystemImport) -> ImportDone,
                system_export(TableExport) -> TableExported,
                assessment_list(AssessmentList) -> AssessmentRows,
                assessment_propose(AssessmentPropose) -> AssessmentProposal,
                assessment_start(AssessmentStart) -> AssessmentView,
                assessment_get(AssessmentGet) -> AssessmentView,
                assessment_result(AssessmentGet) -> AssessmentResult,
                assessment_submit(AssessmentSubmit) -> AssessmentView,
                assessment_return(AssessmentReturn) -> AssessmentView,
                assessment_approve(AssessmentGet) -> AssessmentView,
                context_save(ContextSave) -> Saved,
                answer_save(AnswerSave) -> Saved,
                answer_effect(AnswerEffect) -> AnswerEffects,
                measure_save(MeasureSave) -> Saved,
                rating_save(RatingSave) -> Saved,
                rating_confirm(RatingConfirm) -> Saved,
                rating_agree(RatingAgree) -> Saved,
                dissent_add(DissentAdd) -> Saved,
                evidence_add(EvidenceAdd) -> EvidenceSaved,
                evidence_change(EvidenceChange) -> EvidenceSaved,
                evidence_detach(EvidenceDetach) -> Saved,
                action_list(ActionList) -> ActionRows,
                action_save(ActionSave) -> Action,
                decision_add(DecisionAdd) -> Decision,
                decision_correct(DecisionCorrect) -> Decision,
                decision_evidence_add(DecisionEvidenceAdd) -> Decision,
                decision_get(DecisionGet) -> DecisionDetail,
                decision_list(DecisionList) -> DecisionPage,
                decision_counts(DecisionCount) -> DecisionCounts,
                decision_import_read(DecisionImportRead) -> DecisionImportFile,
                decision_import_preview(DecisionImportPlan) -> DecisionImportPreview,
                decision_import_start(DecisionImportStart) -> DecisionImportState,
                decision_import_step(Nothing) -> DecisionImportState,
                decision_import_cancel(Nothing) -> DecisionImportState,
                decision_import_problems_save(TableExport) -> TableExported,
                decision_import_list(DecisionImportList) -> DecisionImportRows,
                decision_import_undo(DecisionImportUndo) -> DecisionImportState,
                decision_thin_preview(Nothing) -> ThinPreview,
                decision_thin(Nothing) -> ThinState,
                reviewer_names(ReviewerNamesGet) -> ReviewerNames,
                mapping_list(MappingList) -> MappingRows,
                mapping_save(MappingSave) -> MappingRows,
                mapping_read(MappingRead) -> Mapping,
                mapping_write(MappingWrite) -> TableExported,
                decision_stats(DecisionStatsRequest) -> DecisionStats,
                second_review_list(SecondReviewList) -> SecondReviewRows,
                second_review_draw(SecondReviewDraw) -> SecondReviewDetail,
                second_review_get(SecondReviewGet) -> SecondReviewDetail,
                blind_case_get(BlindCaseGet) -> BlindCase,
                verdict_give(VerdictGive) -> SecondReviewDetail,
                programme_get(Nothing) -> Programme,
                plan_get(PlanGet) -> PlanDetail,
                plan_propose(PlanPropose) -> PlanProposal,
                plan_save(PlanSave) -> Plan,
                plan_except(PlanExcept) -> Plan,
                plan_pause(PlanPause) -> Plan,
                check_record(CheckRecord) -> Check,
                audit_list(AuditList) -> AuditRows,
                audit_propose(AuditPropose) -> AuditProposal,
                audit_schedule(AuditSchedule) -> Audit,
                audit_start(AuditStart) -> AuditDetail,
                audit_get(AuditGet) -> AuditDetail,
                audit_record(AuditRecord) -> AuditItemSaved,
                audit_evidence_add(AuditEvidenceAdd) -> AuditItemSaved,
                audit_evidence_detach(AuditEvidenceDetach) -> AuditItemSaved,
                audit_close(AuditClose) -> AuditDetail,
                audit_compare(AuditCompare) -> AuditComparison,
                audit_trend(AuditTrendGet) -> AuditTrend,
                question_pack_list(Nothing) -> QuestionPackRows,
                question_pack_read(QuestionPackRead) -> QuestionPackFile,
                question_pack_save(QuestionPackRead) -> QuestionPack,
                question_pack_withdraw(QuestionPackWithdraw) -> QuestionPack,
                finding_list(FindingList) -> FindingRows,
                finding_get(FindingGet) -> FindingDetail,
                finding_add(FindingAdd) -> Finding,
                fallback_list(Nothing) -> FallbackRows,
                fallback_plan_get(FallbackPlanGet) -> FallbackPlanDetail,
                fallback_plan_save(FallbackPlanSave) -> FallbackPlan,
                fallback_plan_approve(FallbackPlanApprove) -> FallbackPlan,
                authorisation_get(AuthorisationGet) -> AuthorisationDetail,
                authorisation_save(AuthorisationSave) -> AuthorisationDetail,
                authorisation_approve(AuthorisationApprove) -> AuthorisationDetail,
                stop_test_add(StopTestAdd) -> StopTest,
                drill_list(DrillList) -> DrillRows,
                drill_get(DrillGet) -> DrillDetail,
                drill_plan(DrillPlan) -> DrillDetail,
                drill_step(DrillStepAdd) -> DrillDetail,
                drill_evidence_add(DrillEvidenceAdd) -> DrillDetail,
                drill_evidence_detach(DrillEvidenceDetach) -> DrillDetail,
                locked_drill_get(LockedDrillGet) -> LockedDrills,
                locked_drill_begin(LockedDrillBegin) -> LockedDrills,
                locked_drill_resume(LockedDrillResume) -> LockedDrills,
                locked_drill_step(LockedDrillStep) -> LockedDrills,
                locked_drill_leave(Nothing) -> Nothing,
                incident_list(IncidentList) -> IncidentRows,
                incident_get(IncidentGet) -> IncidentDetail,
                incident_save(IncidentSave) -> IncidentDetail,
                incident_step(IncidentTake) -> IncidentDetail,
                incident_report_add(IncidentReportAdd) -> IncidentDetail,
                incident_evidence_add(IncidentEvidenceAdd) -> IncidentDetail,
                duty_list(Nothing) -> DutyRows,
                duty_save(DutySave) -> DutyRows,
                finding_save(FindingSave) -> FindingDetail,
                finding_move(FindingStepTake) -> FindingDetail,
                finding_evidence_add(FindingEvidenceAdd) -> FindingDetail,
                severity_propose(SeverityPropose) -> SeverityProposal,
                finding_ledger_write(LedgerWrite) -> TableExported,
                finding_ledger_check(LedgerRead) -> LedgerCheck,
                finding_ledger_take(LedgerRead) -> LedgerDone,
                population_read(PopulationRead) -> PopulationFile,
                audit_sample_draw(AuditSampleDraw) -> AuditSampleDetail,
                audit_sample_list(AuditSampleList) -> AuditSampleRows,
                audit_sample_get(AuditSampleGet) -> AuditSampleDetail,
                audit_sample_record(AuditSampleRecord) -> AuditSampleDetail,
                reason_list(ReasonList) -> ReasonRows,
                reason_add(ReasonAdd) -> ReasonRows,
                volume_save(VolumeSave) -> Volume,
                volume_list(VolumeList) -> VolumeRows,
                report_list(ReportList) -> ReportRows,
                report_make(ReportMake) -> Report,
                report_copy(ReportExport) -> TableExported,
                report_page(ReportPage) -> PagePicture,
                report_sign(ReportSign) -> Report,
                token_list(TokenList) -> TokenRows,
                report_export(ReportExport) -> TableExported,
                report_redact(ReportRedact) -> RedactedCopy,
                report_body(ReportBody) -> BodyWritten,
                verify_file(VerifyFile) -> Verification,
                verify_record(VerifyRecord) -> TableExported,
                anchor_list(Nothing) -> AnchorRows,
                anchor_add(AnchorAdd) -> AnchorRows,
                anchor_remove(AnchorRemove) -> AnchorRows,
                figure_save(FigureSave) -> TableExported,
                figure_table_save(FigureTableSave) -> TableExported,
                history_list(HistoryList) -> HistoryPage,
            }
        }
    };
}
