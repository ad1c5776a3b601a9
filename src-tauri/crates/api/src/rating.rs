//! Risk ratings: changing, confirming singly or as a block, and a second person's agreement.

use crate::assessment::{change, change_as, check_text};
use crate::contract::{RatingAgree, RatingConfirm, RatingSave, Saved};
use crate::error::Error;
use crate::session::Session;
use crate::whole::Whole;
use assay_domain::assessment::{NotApplicable, RiskRating};
use assay_domain::id::RiskId;
use assay_domain::person::Role;

/// Who may agree that a risk does not apply.
const SECOND: &[Role] = &[Role::Reviewer, Role::Approver, Role::Assessor];

/// Changes a rating, which also confirms it.
pub(crate) fn rating_save(session: &mut Session, request: RatingSave) -> Result<Saved, Error> {
    check(session, &request)?;
    let payload = serde_json::to_value(&request)?;
    change(
        session,
        "rating.save",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            let mut rating = rating(whole, &request.risk);
            let same = rating.likelihood == request.likelihood
                && rating.impact == request.impact
                && rating.not_applicable.is_some() == request.not_applicable;
            rating.as_proposed = rating.as_proposed && same;
            rating.likelihood = request.likelihood;
            rating.impact = request.impact;
            rating.not_applicable = request.not_applicable.then(|| NotApplicable {
                reason: request.reason.clone(),
                agreed: None,
            });
            rating.reason = if request.not_applicable {
                String::new()
            } else {
                request.reason
            };
            rating.confirmed = Some(edit.act.clone());
            let revision = tx
                .ratings_mut()
                .save(request.assessment, &rating, request.revision)?;
            rating.revision = revision;
            whole.ratings.insert(rating.risk.clone(), rating);
            Ok(revision)
        },
    )
}

fn check(session: &Session, request: &RatingSave) -> Result<(), Error> {
    check_text(&request.reason)?;
    known(session, &request.risk)?;
    let on_scale = |value: Option<u8>| value.is_some_and(|value| (1..=5).contains(&value));
    match request.not_applicable {
        true if request.likelihood.is_some() || request.impact.is_some() => {
            Err(Error::new("rating-both"))
        }
        true if request.reason.trim().is_empty() => Err(Error::new("reason-empty")),
        false if !on_scale(request.likelihood) || !on_scale(request.impact) => {
            Err(Error::new("rating-value"))
        }
        _ => Ok(()),
    }
}

fn known(session: &Session, risk: &RiskId) -> Result<(), Error> {
    match session.framework.risk(risk) {
        Some(_) => Ok(()),
        None => Err(Error::new("risk-unknown").with("risk", risk)),
    }
}

fn rating(whole: &Whole, risk: &RiskId) -> RiskRating {
    whole
        .ratings
        .get(risk)
        .cloned()
        .unwrap_or_else(|| RiskRating {
            risk: risk.clone(),
            likelihood: None,
            impact: None,
            not_applicable: None,
            reason: String::new(),
            evidence: Vec::new(),
            as_proposed: false,
            confirmed: None,
            revision: 0,
        })
}

/// Confirms proposed ratings as they stand, one or a block.
pub(crate) fn rating_confirm(
    session: &mut Session,
    request: RatingConfirm,
) -> Result<Saved, Error> {
    request
        .risks
        .iter()
        .try_for_each(|risk| known(session, risk))?;
    let payload = serde_json::to_value(&request)?;
    change(
        session,
        "rating.confirm",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            let mut last = whole.assessment.revision;
            for risk in &request.risks {
                let mut rating = rating(whole, risk);
                let rated = rating.likelihood.is_some() && rating.impact.is_some();
                if !rated && rating.not_applicable.is_none() {
                    return Err(Error::new("rating-empty").with("risk", risk));
                }
                rating.confirmed = Some(edit.act.clone());
                last = tx
                    .ratings_mut()
                    .save(request.assessment, &rating, rating.revision)?;
                rating.revision = last;
                whole.ratings.insert(risk.clone(), rating);
            }
            Ok(last)
        },
    )
}

/// Records that a second person agrees; never the one who held the risk not applicable.
pub(crate) fn rating_agree(session: &mut Session, request: RatingAgree) -> Result<Saved, Error> {
    known(session, &request.risk)?;
    let payload = serde_json::to_value(&request)?;
    change_as(
        session,
        SECOND,
        "rating.agree",
        request.assessment,
        &payload,
        |edit, tx, whole| {
            let mut rating = rating(whole, &request.risk);
            let said = rating
                .confirmed
                .as_ref()
                .ok_or_else(|| Error::new("rating-unconfirmed"))?;
            if said.by == edit.act.by {
                return Err(Error::new("same-person"));
            }
            let reason = rating
                .not_applicable
                .as_mut()
                .ok_or_else(|| Error::new("rating-applies"))?;
            reason.agreed = Some(edit.act.clone());
            let revision = tx
                .ratings_mut()
                .save(request.assessment, &rating, rating.revision)?;
            rating.revision = revision;
            whole.ratings.insert(rating.risk.clone(), rating);
            Ok(revision)
        },
    )
}
