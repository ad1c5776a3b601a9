//! Reports: making one from a frozen state, signing it in order, handing it out.

use crate::contract::{
    DecisionStats, DecisionStatsRequest, FigureSettings, Report, ReportExport, ReportList,
    ReportMake, ReportRow, ReportRows, ReportSign, TableExported,
};
use crate::error::Error;
use crate::freeze::Freezer;
use crate::lifecycle::{Approved, advance, check_signers};
use crate::outside::write_file;
use crate::paper::{set, texts, with_fonts};
use crate::person::seconds;
use crate::session::{Session, day};
use crate::signing::{self, Signing};
use crate::stats::decision_stats;
use crate::whole::Whole;
use assay_domain::assessment::{AssessmentState, AssessmentStep, ExpectedSigner};
use assay_domain::history::{Subject, hex};
use assay_domain::id::{AssessmentId, PersonId, ReportId, SystemId};
use assay_domain::locale::Locale;
use assay_domain::person::{Act, Person, Role};
use assay_domain::report::{ReportSignature, ReportState, ReportSubject};
use assay_domain::time::Timestamp;
use assay_report::{MadeReport, Printed, signer_act};
use assay_seal::key_source::KeySource;
use assay_seal::key_source::local::LocalKey;
use assay_seal::{
    Appearance, ClaimedTime, Holder, SignRequest, SignatureField, fields, holder_of, sign,
};
use assay_store::{Passphrase, Read, Tx};
use chrono::{Offset, TimeZone};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// Who may make a report of an assessment, and sign any.
pub(crate) const MAKERS: &[Role] = &[Role::Assessor, Role::Reviewer, Role::Approver];

/// Who may make a report of anything else.
const RECORDERS: &[Role] = &[
    Role::Assessor,
    Role::Reviewer,
    Role::Approver,
    Role::Operator,
];

/// Answers with reports, newest first.
pub(crate) fn report_list(session: &mut Session, request: ReportList) -> Result<ReportRows, Error> {
    let open = session.opened()?;
    open.store.read(|read| {
        let mut reports = match request.subject {
            Some(subject) => read.reports().of(subject)?,
            None => read.reports().list()?,
        };
        reports.sort_by_key(|report| std::cmp::Reverse((report.made.at, report.number)));
        let zone = read.workspace().get()?.settings.time_zone;
        let rows = reports
            .into_iter()
            .map(|report| row(read, report, open.person.id, &zone));
        Ok(ReportRows {
            reports: rows.collect::<Result<_, Error>>()?,
        })
    })
}

fn row(read: &Read<'_>, report: Report, person: PersonId, zone: &str) -> Result<ReportRow, Error> {
    // An assessment is filed under the end of what it speaks about, anything else under its own day.
    let (grade, filed) = match report.subject {
        ReportSubject::Assessment(id) => {
            let summary = read.assessments().summary(id)?;
            let grade = summary.and_then(|summary| summary.get("grade")?.as_u64());
            let period = read.assessments().get(id)?.period;
            (grade.and_then(|grade| u8::try_from(grade).ok()), period.to)
        }
        _ => (None, day(report.made.at, zone)),
    };
    let next = report.signers.get(report.signatures.len());
    let open = !matches!(report.state, ReportState::Signed | ReportState::Superseded);
    let kept: String = report
        .about
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    Ok(ReportRow {
        may_sign: open && next.is_some_and(|next| next.person == person),
        file_name: format!("{kept}-{filed}-{}.pdf", report.number),
        grade,
        report,
    })
}

/// A report that is set, before it is kept.
struct Pressed {
    made: MadeReport,
    about: String,
    number: u32,
    signers: Vec<ExpectedSigner>,
}

/// Freezes what a report is about and sets it.
fn press(session: &mut Session, request: &ReportMake) -> Result<Pressed, Error> {
    match request.subject {
        ReportSubject::Assessment(id) => pressed(session, request, |now| now.assessment(id)),
        ReportSubject::Audit(id) => pressed(session, request, |now| now.audit(id)),
        ReportSubject::Ledger(system) => pressed(session, request, |now| now.ledger(system)),
        ReportSubject::Incident(id) => pressed(session, request, |now| now.incident(id)),
        ReportSubject::FallbackCard(id) => pressed(session, request, |now| now.card(id)),
        ReportSubject::Drill(id) => pressed(session, request, |now| now.drill(id)),
        ReportSubject::Overview => pressed(session, request, |now| now.overview()),
        ReportSubject::Decisions(id) => {
            let stats = analysis_of(session, request, id)?;
            pressed(session, request, |now| now.decisions(stats))
        }
        ReportSubject::Comparison(id) => pressed(session, request, |now| now.comparison(id)),
    }
}

/// The analysis that is asked for, else that of the year up to today, as the window opens it.
fn analysis_of(
    session: &mut Session,
    request: &ReportMake,
    system: SystemId,
) -> Result<DecisionStats, Error> {
    let asked = request.analysis.clone();
    let asked = asked.unwrap_or_else(|| DecisionStatsRequest {
        system,
        from: None,
        to: None,
        settings: FigureSettings::default(),
    });
    decision_stats(session, DecisionStatsRequest { system, ..asked })
}

fn pressed<F: Printed>(
    session: &Session,
    request: &ReportMake,
    freeze: impl FnOnce(&Freezer<'_>) -> Result<(F, String), Error>,
) -> Result<Pressed, Error> {
    let framework = &session.framework;
    let (facts, about) = session.opened()?.store.read(|read| {
        if !request.signers.is_empty() {
            check_signers(read, &request.signers)?;
        }
        freeze(&Freezer {
            read,
            framework,
            now: session.reading(),
            subject: request.subject,
            signers: &request.signers,
            paper: request.paper,
        })
    })?;
    let made = with_fonts(&*session.environment, request.locale.lead(), |fonts| {
        set(&facts, framework, request.locale, fonts)
    })?;
    let head = facts.head();
    let signers = head.signers.into_iter();
    Ok(Pressed {
        made,
        about,
        number: head.report_number,
        signers: signers
            .map(|signer| ExpectedSigner {
                role: signer.role,
                person: signer.person,
            })
            .collect(),
    })
}

/// Makes a report of something as it stands.
pub(crate) fn report_make(session: &mut Session, request: ReportMake) -> Result<Report, Error> {
    let at = session.environment.now();
    let Pressed {
        made,
        about,
        number,
        signers,
    } = press(session, &request)?;
    let framework = Arc::clone(&session.framework);
    let mut writer = session.writer(match request.subject {
        ReportSubject::Assessment(_) => MAKERS,
        _ => RECORDERS,
    })?;
    let report = Report {
        id: ReportId::new(writer.new_id),
        subject: request.subject,
        about,
        number,
        locale: request.locale,
        state: ReportState::Unsigned,
        made: Act {
            by: writer.act.by,
            at,
        },
        facts_sha256: made.facts_sha256.clone(),
        pdf_sha256: hex(&Sha256::digest(&made.pdf)),
        pages: made.pages,
        signers,
        signatures: Vec::new(),
    };
    let payload = serde_json::json!({ "report": report });
    writer.mutate(
        "report.make",
        Subject::new("report", report.id),
        &payload,
        |tx| {
            if let ReportSubject::Assessment(id) = request.subject {
                // Somebody may have given the assessment back since it was read.
                Approved::take(Whole::read(tx, &framework, id)?)?;
            }
            tx.reports_mut().add(&report, &made.pdf, &made.facts)?;
            Ok(())
        },
    )?;
    Ok(report)
}

/// Signs a report as the next expected signer: with the key that only this person's passphrase opens, or with one of a file or a token.
pub(crate) fn report_sign(session: &mut Session, request: ReportSign) -> Result<Report, Error> {
    let at = session.environment.now();
    let open = session.opened()?;
    let person = open.person.clone();
    let secrets = open.store.confirm(&Passphrase::new(request.passphrase))?;
    let (mut report, pdf, certificate, zone) = open.store.read(|read| {
        let report = read.reports().get(request.report)?;
        let pdf = read.reports().pdf(request.report)?;
        let certificate = read.persons().certificate(person.id)?;
        Ok::<_, Error>((
            report,
            pdf,
            certificate,
            read.workspace().get()?.settings.time_zone,
        ))
    })?;
    let signer = next_signer(&report, person.id)?;
    if request.seen.is_some_and(|seen| seen != report.pdf_sha256) {
        return Err(Error::new("report-not-as-seen"));
    }
    let own = || {
        let certificate = certificate.ok_or_else(|| Error::new("certificate-missing"))?;
        Ok(LocalKey::from_parts(&secrets.signing_key, &certificate)?)
    };
    let signing = signing::open(request.identity, own, seconds(at))?;
    let (signed, signature) = signed_with(
        session,
        (&report, &pdf),
        signing,
        (signer, &person),
        (at, &zone),
    )?;
    report.signatures.push(signature);
    report.pdf_sha256 = hex(&Sha256::digest(&signed));
    report.state = match report.signatures.len() == report.signers.len() {
        true => ReportState::Signed,
        false => ReportState::PartlySigned,
    };
    keep_signed(session, report, &signed)
}

/// Returns a report's bytes with one more signature, and what is kept of it; a token is let go of here, before
/// the workspace is written.
fn signed_with(
    session: &Session,
    (report, pdf): (&Report, &[u8]),
    Signing { kind, key }: Signing,
    (signer, person): (ExpectedSigner, &Person),
    (at, zone): (Timestamp, &str),
) -> Result<(Vec<u8>, ReportSignature), Error> {
    let holder = holder_of(key.chain().first().map(Vec::as_slice).unwrap_or_default())?;
    let used = |signature: &ReportSignature| signature.fingerprint == holder.fingerprint;
    if report.signatures.iter().any(used) {
        return Err(Error::new("certificate-used"));
    }
    let by = Signer {
        person,
        act: signer_act(signer.role),
        key: &*key,
        holder: &holder,
    };
    let signed = sign_as(session, (pdf, report.locale.lead()), &by, claimed(at, zone))?;
    let signature = ReportSignature {
        signer,
        signed: Act { by: person.id, at },
        fingerprint: holder.fingerprint,
        identity: kind,
        subject: holder.subject,
    };
    Ok((signed, signature))
}

/// Keeps a report that was signed once more; the last signature ends its assessment.
fn keep_signed(session: &mut Session, report: Report, signed: &[u8]) -> Result<Report, Error> {
    let framework = Arc::clone(&session.framework);
    let mut writer = session.writer(MAKERS)?;
    let payload = serde_json::json!({ "report": report });
    writer.mutate(
        "report.sign",
        Subject::new("report", report.id),
        &payload,
        |tx| {
            tx.reports_mut().sign(&report, signed)?;
            match report.subject {
                ReportSubject::Assessment(id) if report.state == ReportState::Signed => {
                    finish(tx, &framework, id)
                }
                _ => Ok(()),
            }
        },
    )?;
    writer.open.store.anchor()?;
    Ok(report)
}

/// Returns whose turn it is, when it is the person's.
fn next_signer(report: &Report, person: PersonId) -> Result<ExpectedSigner, Error> {
    if report.state == ReportState::Superseded {
        return Err(Error::new("report-superseded"));
    }
    let signed = report
        .signatures
        .iter()
        .any(|signature| signature.signed.by == person);
    match report.signers.get(report.signatures.len()) {
        Some(_) if signed => Err(Error::new("signed-by-you")),
        Some(next) if next.person == person => Ok(next.clone()),
        Some(_) => Err(Error::new("not-your-turn")),
        None => Err(Error::new("signed-already")),
    }
}

/// Who signs with what.
pub(crate) struct Signer<'a> {
    pub(crate) person: &'a Person,
    /// Message that says what the signature stands for.
    pub(crate) act: &'a str,
    pub(crate) key: &'a dyn KeySource,
    pub(crate) holder: &'a Holder,
}

/// Signs the next field with a visible signature: name and title, role and time, the certificate's subject, beginning of the fingerprint.
pub(crate) fn sign_as(
    session: &Session,
    (pdf, locale): (&[u8], Locale),
    signer: &Signer<'_>,
    time: ClaimedTime,
) -> Result<Vec<u8>, Error> {
    let Signer { person, key, .. } = signer;
    let texts = texts(locale)?;
    let in_row = |parts: [&str; 2]| {
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts
            .collect::<Vec<_>>()
            .join(&texts.get("paper-separator", &[]))
    };
    let field = next_field(pdf)?;
    let lines = [
        in_row([&person.name, &person.title]),
        in_row([
            &texts.get(signer.act, &[]),
            &time.rfc3339().replace('T', " "),
        ]),
        signer.holder.subject.clone(),
        short(&signer.holder.fingerprint),
    ];
    let content = with_fonts(&*session.environment, locale, |fonts| {
        // Widgets measure a few hundred points, far within what a single float holds exactly.
        #[allow(clippy::cast_possible_truncation)]
        let (width, height) = (field.width as f32, field.height as f32);
        Ok(assay_report::signature_appearance(
            &lines, width, height, fonts,
        )?)
    })?;
    let request = SignRequest {
        field: &field.name,
        key: *key,
        claimed_time: time,
        name: &person.name,
        reason: "",
        location: "",
        appearance: &Appearance { content },
    };
    Ok(sign(pdf, &request)?)
}

/// Makes the assessment final and lets it take the place of the system's earlier signed ones.
fn finish(
    tx: &mut Tx<'_>,
    framework: &assay_domain::framework::Framework,
    id: AssessmentId,
) -> Result<(), Error> {
    let mut whole = Whole::read(tx, framework, id)?;
    let Some(after) = whole.assessment.state.after(AssessmentStep::Sign) else {
        // A second report of a signed assessment changes nothing about it.
        return Ok(());
    };
    advance(tx, &mut whole.assessment, after)?;
    for row in tx.assessments().of_system(whole.system.id)? {
        let mut other = row.assessment;
        if other.id != id && other.state == AssessmentState::Signed {
            advance(tx, &mut other, AssessmentState::Superseded)?;
        }
    }
    Ok(())
}

fn next_field(pdf: &[u8]) -> Result<SignatureField, Error> {
    let next = fields(pdf)?.into_iter().find(|field| !field.signed);
    next.ok_or_else(|| Error::new("signed-already"))
}

/// Returns the claimed time with the offset of the workspace's time zone.
pub(crate) fn claimed(at: Timestamp, zone: &str) -> ClaimedTime {
    let local = zone
        .parse::<chrono_tz::Tz>()
        .map(|zone| zone.offset_from_utc_datetime(&at.utc().naive_utc()).fix());
    let offset_minutes = local.map_or(0, |offset| offset.local_minus_utc() / 60);
    ClaimedTime {
        unix_seconds: seconds(at),
        offset_minutes,
    }
}

/// Shows the beginning of a fingerprint in groups, as people compare it.
fn short(fingerprint: &str) -> String {
    let groups: Vec<&str> = (0..32)
        .step_by(4)
        .filter_map(|at| fingerprint.get(at..at + 4))
        .collect();
    groups.join(" ")
}

/// Writes a report to a file.
pub(crate) fn report_export(
    session: &mut Session,
    request: ReportExport,
) -> Result<TableExported, Error> {
    let pdf = session
        .opened()?
        .store
        .read(|read| Ok::<_, Error>(read.reports().pdf(request.report)?))?;
    write_file(session.output(request.path)?, &pdf)
}
