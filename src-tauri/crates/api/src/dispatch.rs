//! Commands by name: JSON in, JSON out, generated from the contract's list.

use crate::contract::*;
use crate::error::Error;
use crate::host::Host;
use crate::session::Session;
use crate::{
    action, anchor, answer, assessment, audit, audit_sample, authorisation, body, decision,
    decision_import, drill, duty, editable, evidence, fallback, figure, finding, framework,
    history, import, incident, lifecycle, locked_drill, logo, measure, overview, page, person,
    privacy,
};
use crate::{
    programme, question_pack, rating, reason, record, redact, reminder, report, result,
    second_review, signing, stats, system, thin, verify, volume, workspace,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Where each command's use case lives.
mod session_command {
    pub(super) use super::action::{action_list, action_save};
    pub(super) use super::anchor::{anchor_add, anchor_list, anchor_remove};
    pub(super) use super::answer::{answer_effect, answer_save};
    pub(super) use super::assessment::{
        assessment_get, assessment_list, assessment_propose, assessment_start, context_save,
    };
    pub(super) use super::audit::{
        audit_close, audit_compare, audit_evidence_add, audit_evidence_detach, audit_get,
        audit_list, audit_propose, audit_record, audit_schedule, audit_start, audit_trend,
    };
    pub(super) use super::audit_sample::{
        audit_sample_draw, audit_sample_get, audit_sample_list, audit_sample_record,
        population_read,
    };
    pub(super) use super::authorisation::{
        authorisation_approve, authorisation_get, authorisation_save, stop_test_add,
    };
    pub(super) use super::body::report_body;
    pub(super) use super::decision::log::{decision_counts, decision_list};
    pub(super) use super::decision::{
        decision_add, decision_correct, decision_evidence_add, decision_get,
    };
    pub(super) use super::decision_import::{
        decision_import_cancel, decision_import_list, decision_import_preview,
        decision_import_problems_save, decision_import_read, decision_import_start,
        decision_import_step, decision_import_undo, mapping_list, mapping_read, mapping_save,
        mapping_write,
    };
    pub(super) use super::drill::{
        drill_evidence_add, drill_evidence_detach, drill_get, drill_list, drill_plan, drill_step,
    };
    pub(super) use super::duty::{duty_list, duty_save};
    pub(super) use super::editable::report_copy;
    pub(super) use super::evidence::{evidence_add, evidence_change, evidence_detach};
    pub(super) use super::fallback::{
        fallback_list, fallback_plan_approve, fallback_plan_get, fallback_plan_save,
    };
    pub(super) use super::figure::{figure_save, figure_table_save};
    pub(super) use super::finding::{
        finding_add, finding_evidence_add, finding_get, finding_ledger_check, finding_ledger_take,
        finding_ledger_write, finding_list, finding_move, finding_save, severity_propose,
    };
    pub(super) use super::framework::framework_get;
    pub(super) use super::history::history_list;
    pub(super) use super::import::{system_import_check, system_import_commit, system_import_read};
    pub(super) use super::incident::{
        incident_evidence_add, incident_get, incident_list, incident_report_add, incident_save,
        incident_step,
    };
    pub(super) use super::lifecycle::{
        assessment_approve, assessment_return, assessment_submit, dissent_add,
    };
    pub(super) use super::locked_drill::{
        locked_drill_begin, locked_drill_get, locked_drill_leave, locked_drill_resume,
        locked_drill_step,
    };
    pub(super) use super::logo::{logo_remove, logo_set};
    pub(super) use super::measure::measure_save;
    pub(super) use super::overview::workspace_overview;
    pub(super) use super::page::report_page;
    pub(super) use super::person::{
        person_add, person_change, person_list, person_passphrase_change,
    };
    pub(super) use super::privacy::{privacy_get, privacy_save, reviewer_names};
    pub(super) use super::programme::{
        check_record, plan_except, plan_get, plan_pause, plan_propose, plan_save, programme_get,
    };
    pub(super) use super::question_pack::{
        question_pack_list, question_pack_read, question_pack_save, question_pack_withdraw,
    };
    pub(super) use super::rating::{rating_agree, rating_confirm, rating_save};
    pub(super) use super::reason::{reason_add, reason_list};
    pub(super) use super::record::verify_record;
    pub(super) use super::redact::report_redact;
    pub(super) use super::reminder::reminder_take;
    pub(super) use super::report::{report_export, report_list, report_make, report_sign};
    pub(super) use super::result::assessment_result;
    pub(super) use super::second_review::{
        blind_case_get, second_review_draw, second_review_get, second_review_list, verdict_give,
    };
    pub(super) use super::signing::token_list;
    pub(super) use super::stats::decision_stats;
    pub(super) use super::system::{system_export, system_get, system_list, system_save};
    pub(super) use super::thin::{decision_thin, decision_thin_preview};
    pub(super) use super::verify::verify_file;
    pub(super) use super::volume::{volume_list, volume_save};
    pub(super) use super::workspace::{
        app_preferences_save, app_status, resume_save, workspace_check, workspace_create,
        workspace_create_sample, workspace_lock, workspace_open, workspace_settings_save,
    };
}

mod host_command {
    use super::{DroppedFiles, Error, FilePick, Host, Nothing, NotificationShow, PickedFile};

    pub(super) fn file_pick(host: &dyn Host, request: FilePick) -> Result<PickedFile, Error> {
        host.file_pick(request)
    }

    pub(super) fn file_drop_next(host: &dyn Host, _: Nothing) -> Result<DroppedFiles, Error> {
        host.file_drop_next()
    }

    pub(super) fn notification_show(
        host: &dyn Host,
        request: NotificationShow,
    ) -> Result<Nothing, Error> {
        host.notification_show(request)
    }
}

macro_rules! dispatchers {
    (host { $($host:ident($host_request:ident) -> $host_response:ident,)* }
     session { $($name:ident($request:ident) -> $response:ident,)* }) => {
        /// Runs a command of the workspace or the program: a JSON request in, a JSON response out.
        ///
        /// # Errors
        /// The use case's error, or that the command or its request is not known.
        pub fn dispatch(session: &mut Session, command: &str, request: &str) -> Result<String, WireError> {
            let done = match command {
                $(stringify!($name) => {
                    parse::<$request>(request)
                        .and_then(|request| session_command::$name(session, request))
                        .and_then(|response: $response| write(&response))
                })*
                _ => Err(Error::new("command-unknown").with("command", command)),
            };
            done.map_err(Error::into_wire)
        }

        /// Runs a command that only a window can do; nothing when the command is not one of them.
        pub fn dispatch_host(host: &dyn Host, command: &str, request: &str) -> Option<Result<String, WireError>> {
            let done = match command {
                $(stringify!($host) => {
                    parse::<$host_request>(request)
                        .and_then(|request| host_command::$host(host, request))
                        .and_then(|response: $host_response| write(&response))
                })*
                _ => return None,
            };
            Some(done.map_err(Error::into_wire))
        }
    };
}

crate::with_commands!(dispatchers);

fn parse<T: DeserializeOwned>(request: &str) -> Result<T, Error> {
    serde_json::from_str(request)
        .map_err(|error| Error::new("request-malformed").with("detail", error))
}

fn write(response: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(response).map_err(|error| Error::new("unexpected").with("detail", error))
}
