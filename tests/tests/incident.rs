//! Incidents: what they must hold, how they go from state to state, and the clocks of reporting duties.
#![allow(clippy::unwrap_used, missing_docs)]

use assay_domain::duty::{
    ClockState, Duty, DutyClock, DutyOrigin, Refusal as DutyRefusal, WithinUnit,
    check as check_duty, clocks, overlay,
};
use assay_domain::id::{IncidentId, IncidentReportId, PersonId, SystemId};
use assay_domain::incident::{
    IncidentFacts, IncidentField as Field, IncidentKind, IncidentMoment, IncidentReport,
    IncidentReportFacts, IncidentReportKind, IncidentSeverity, IncidentState, IncidentStep,
    Refusal, check, check_report, may_correct, take,
};
use assay_domain::person::Act;
use assay_domain::system::{KeyArea, SystemFacts};
use assay_domain::time::Timestamp;
use assay_tests::dice::Dice;
use assay_tests::framework::bundled;
use assay_tests::store::uuid;
use std::sync::LazyLock;

/// The bundled table, loaded once: the walks look at it thousands of times.
static DUTIES: LazyLock<Vec<Duty>> = LazyLock::new(|| bundled().duties().to_vec());

fn duties() -> &'static [Duty] {
    &DUTIES
}

/// A moment of an afternoon in Shanghai, so many minutes after 14:00.
fn at(minutes: i64) -> Timestamp {
    let two = Timestamp::parse("2026-11-24T06:00:00Z").unwrap();
    Timestamp::from_micros(two.micros() + minutes * 60_000_000)
}

/// The end of the day in China so many days after the day of a moment.
fn day_end(from: Timestamp, days: u32) -> Timestamp {
    const DAY: i64 = 24 * 60 * 60 * 1_000_000;
    const EAST: i64 = 8 * 60 * 60 * 1_000_000;
    let day = (from.micros() + EAST).div_euclid(DAY);
    Timestamp::from_micros((day + i64::from(days) + 1) * DAY - EAST - 1)
}

fn incident() -> IncidentFacts {
    IncidentFacts {
        system: SystemId::new(uuid(1)),
        kind: IncidentKind::Event,
        severity: Some(IncidentSeverity::Considerable),
        title: "Wrong refusals of benefits".to_owned(),
        decision_point: "First check".to_owned(),
        occurred_at: at(0),
        noticed_at: at(20),
        decided_at: Some(at(25)),
        manual_at: Some(at(40)),
        restored_at: Some(at(300)),
        effect: "41 requests were refused without a ground.".to_owned(),
        people: Some(41),
        cases: Some(41),
        harm: Some(2),
        response: "Refusals were taken back by hand.".to_owned(),
        cause: "An update changed a threshold.".to_owned(),
        lessons: "Updates are tried on old cases first.".to_owned(),
        evidence: Vec::new(),
    }
}

fn system(infrastructure: Option<bool>) -> SystemFacts {
    let mut facts = SystemFacts::named("Benefit check");
    facts.key_area = KeyArea::Government;
    facts.filing.critical_infrastructure = infrastructure;
    facts
}

fn recorded() -> Act {
    Act {
        by: PersonId::new(uuid(2)),
        at: at(0),
    }
}

fn report(number: u64, duty: Option<&Duty>, minutes: i64) -> IncidentReport {
    IncidentReport {
        id: IncidentReportId::new(uuid(number)),
        incident: IncidentId::new(uuid(3)),
        duty: duty.cloned(),
        facts: IncidentReportFacts {
            kind: IncidentReportKind::Made,
            recipient: "The office".to_owned(),
            reported_at: Some(at(minutes)),
            reporter: "Duty officer".to_owned(),
            receipt: "R-1".to_owned(),
            note: String::new(),
        },
        supersedes: None,
        recorded: recorded(),
    }
}

fn not_due(number: u64, duty: &Duty) -> IncidentReport {
    let mut report = report(number, Some(duty), 0);
    report.facts.kind = IncidentReportKind::NotDue;
    report.facts.reported_at = None;
    report.facts.note = "No network incident.".to_owned();
    report
}

/// The clocks of an incident of a system, as seen so many minutes after 14:00.
fn seen(
    system: &SystemFacts,
    incident: &IncidentFacts,
    reports: &[IncidentReport],
    minutes: i64,
) -> Vec<DutyClock> {
    let open = (incident, IncidentState::Open);
    clocks(duties(), system, open, reports, at(minutes), &day_end)
}

fn named<'c>(clocks: &'c [DutyClock], id: &str) -> &'c DutyClock {
    let found = clocks.iter().find(|clock| clock.duty.id.as_str() == id);
    found.unwrap_or_else(|| panic!("there is no clock {id}"))
}

fn ids(clocks: &[DutyClock]) -> Vec<&str> {
    clocks.iter().map(|clock| clock.duty.id.as_str()).collect()
}

#[test]
fn times_must_follow_each_other_and_lie_in_the_past() {
    assert_eq!(check(&incident(), at(301)), Ok(()));
    let order = |earlier, later| Err(Refusal::Order { earlier, later });
    let with = |change: fn(&mut IncidentFacts)| {
        let mut facts = incident();
        change(&mut facts);
        check(&facts, at(301))
    };
    let before = with(|facts| facts.noticed_at = at(-1));
    assert_eq!(before, order(Field::OccurredAt, Field::NoticedAt));
    let skipped = with(|facts| {
        facts.decided_at = None;
        facts.manual_at = Some(at(10));
    });
    assert_eq!(skipped, order(Field::NoticedAt, Field::ManualAt));
    let last = with(|facts| facts.restored_at = Some(at(39)));
    assert_eq!(last, order(Field::ManualAt, Field::RestoredAt));
    let same = with(|facts| {
        facts.noticed_at = facts.occurred_at;
        facts.restored_at = facts.manual_at;
    });
    assert_eq!(same, Ok(()), "two moments may be one");
    let future = with(|facts| facts.restored_at = Some(at(302)));
    assert_eq!(future, Err(Refusal::Future(Field::RestoredAt)));
    let early = with(|facts| facts.occurred_at = Timestamp::from_micros(0));
    assert_eq!(early, Err(Refusal::TooEarly(Field::OccurredAt)));
}

#[test]
fn texts_and_numbers_of_an_incident_have_bounds() {
    let with = |change: fn(&mut IncidentFacts)| {
        let mut facts = incident();
        change(&mut facts);
        check(&facts, at(301))
    };
    let blank = with(|facts| facts.title = " \n".to_owned());
    assert_eq!(blank, Err(Refusal::Empty(Field::Title)));
    let long = Err(Refusal::TooLong {
        field: Field::Cause,
        most: 10_000,
    });
    assert_eq!(with(|facts| facts.cause = "因".repeat(10_001)), long);
    assert_eq!(with(|facts| facts.cause = "因".repeat(10_000)), Ok(()));
    let nul = with(|facts| facts.lessons = "a\0b".to_owned());
    assert_eq!(nul, Err(Refusal::Nul(Field::Lessons)));
    assert_eq!(with(|facts| facts.harm = Some(5)), Err(Refusal::Harm));
    let many = with(|facts| facts.people = Some(IncidentFacts::MOST + 1));
    assert_eq!(many, Err(Refusal::TooLarge(Field::People)));
}

#[test]
fn a_report_says_to_whom_when_and_by_whom_and_a_waiver_says_why() {
    let check = |report: &IncidentReport| {
        check_report(&report.facts, report.duty.is_some(), &incident(), at(60))
    };
    let duties = duties();
    assert_eq!(check(&report(1, None, 30)), Ok(()));
    let early = Err(Refusal::Order {
        earlier: Field::OccurredAt,
        later: Field::ReportedAt,
    });
    assert_eq!(check(&report(1, None, -1)), early);
    assert_eq!(
        check(&report(1, None, 61)),
        Err(Refusal::Future(Field::ReportedAt))
    );
    let mut nobody = report(1, None, 30);
    nobody.facts.reporter.clear();
    assert_eq!(check(&nobody), Err(Refusal::Empty(Field::Reporter)));
    let mut never = report(1, None, 30);
    never.facts.reported_at = None;
    assert_eq!(check(&never), Err(Refusal::Empty(Field::ReportedAt)));
    let mut waived = not_due(1, &duties[0]);
    assert_eq!(check(&waived), Ok(()));
    waived.facts.note = " ".to_owned();
    assert_eq!(check(&waived), Err(Refusal::Empty(Field::Note)));
    waived.facts.note = "why".to_owned();
    waived.duty = None;
    assert_eq!(check(&waived), Err(Refusal::DutyMissing));
}

#[test]
fn the_clocks_of_an_incident_are_those_of_its_system_and_severity() {
    let clocks = |infrastructure, severity, kind| {
        let mut facts = incident();
        facts.severity = severity;
        facts.kind = kind;
        let clocks = seen(&system(infrastructure), &facts, &[], 30);
        clocks
            .into_iter()
            .map(|clock| clock.duty.id.to_string())
            .collect::<Vec<_>>()
    };
    let event = IncidentKind::Event;
    let grave = Some(IncidentSeverity::Major);
    let infrastructure = [
        "cn-infrastructure-police",
        "cn-infrastructure-protection",
        "cn-summary",
    ];
    assert_eq!(clocks(Some(true), grave, event), infrastructure);
    let other = ["cn-provincial-cyberspace", "cn-summary"];
    assert_eq!(clocks(Some(false), grave, event), other);
    assert_eq!(clocks(None, grave, event), other);
    assert_eq!(clocks(None, None, event), other, "nobody graded it yet");
    let general = Some(IncidentSeverity::General);
    assert!(clocks(None, general, event).is_empty());
    assert!(clocks(None, grave, IncidentKind::NearMiss).is_empty());
}

#[test]
fn a_clock_runs_from_its_moment_and_says_what_is_left() {
    let plant = system(Some(true));
    let mut facts = incident();
    facts.restored_at = None;
    let police = "cn-infrastructure-police";
    let clocks = seen(&plant, &facts, &[], 50);
    let running = named(&clocks, police);
    assert_eq!(
        (
            running.state,
            running.started_at,
            running.due_at,
            running.left_s
        ),
        (
            ClockState::Running,
            Some(at(20)),
            Some(at(80)),
            Some(30 * 60)
        )
    );
    let waiting = named(&clocks, "cn-summary");
    assert_eq!(
        (waiting.state, waiting.due_at, waiting.left_s),
        (ClockState::NotStarted, None, None)
    );
    let on_time = seen(&plant, &facts, &[], 80);
    assert_eq!(named(&on_time, police).state, ClockState::Running);
    let clocks = seen(&plant, &facts, &[], 95);
    let overdue = named(&clocks, police);
    assert_eq!(
        (overdue.state, overdue.left_s),
        (ClockState::Overdue, Some(-15 * 60))
    );
    assert_eq!(ids(&clocks)[2], "cn-summary", "what is overdue comes first");
}

#[test]
fn days_end_at_midnight_of_the_workspace() {
    let clocks = seen(&system(None), &incident(), &[], 301);
    let due = named(&clocks, "cn-summary").due_at.unwrap();
    // Restored at 19:00 on 24 November in Shanghai: the thirtieth day ends on 24 December at 24:00.
    assert_eq!(due.to_string(), "2026-12-24T15:59:59.999999Z");
}

#[test]
fn a_report_answers_its_clock_in_time_or_late() {
    let plant = system(Some(true));
    let duties = duties();
    let (protection, police) = (&duties[0], &duties[1]);
    let made = [
        report(10, Some(protection), 80),
        report(11, Some(police), 81),
    ];
    let clocks = seen(&plant, &incident(), &made, 1_000);
    let of = |id| {
        let clock = named(&clocks, id);
        (clock.state, clock.left_s)
    };
    assert_eq!(of(protection.id.as_str()), (ClockState::InTime, Some(0)));
    assert_eq!(of(police.id.as_str()), (ClockState::Late, Some(-60)));
    let first = named(&clocks, protection.id.as_str()).answer.clone();
    assert_eq!(first, Some(made[0].clone()));
}

#[test]
fn the_first_report_counts_and_one_that_was_replaced_does_not() {
    let plant = system(Some(true));
    let police = &duties()[1].clone();
    let again = [report(10, Some(police), 200), report(11, Some(police), 50)];
    let state = |reports: &[IncidentReport]| {
        named(
            &seen(&plant, &incident(), reports, 1_000),
            police.id.as_str(),
        )
        .state
    };
    assert_eq!(state(&again), ClockState::InTime);
    let mut corrected = again.to_vec();
    corrected.push(IncidentReport {
        supersedes: Some(again[1].id),
        ..report(12, Some(police), 90)
    });
    assert_eq!(state(&corrected), ClockState::Late);
    let waived = [not_due(13, police)];
    assert_eq!(state(&waived), ClockState::NotDue);
    let both = [not_due(13, police), report(14, Some(police), 50)];
    assert_eq!(state(&both), ClockState::InTime, "a report says more");
}

#[test]
fn a_later_change_of_the_table_makes_no_report_late() {
    let plant = system(Some(true));
    let mut duties = duties().to_vec();
    let made = [report(10, Some(&duties[1]), 75)];
    duties[1].facts.within.amount = 10;
    duties[1].facts.within.unit = WithinUnit::Minutes;
    duties[0].facts.active = false;
    let facts = incident();
    let open = (&facts, IncidentState::Open);
    let seen = clocks(&duties, &plant, open, &made, at(100), &day_end);
    assert_eq!(ids(&seen), ["cn-summary", "cn-infrastructure-police"]);
    assert_eq!(seen[1].state, ClockState::InTime);
    let closed = (&facts, IncidentState::Closed);
    let seen = clocks(&duties, &plant, closed, &made, at(100), &day_end);
    assert_eq!(
        ids(&seen),
        ["cn-infrastructure-police"],
        "nothing is asked anew"
    );
}

#[test]
fn what_the_organisation_says_of_a_duty_lies_over_the_bundled_table() {
    let bundled = duties();
    let mut changed = bundled[3].clone();
    changed.facts.within.amount = 2;
    changed.origin = DutyOrigin::Changed;
    changed.revision = 1;
    let mut own = changed.clone();
    own.id = "own".into();
    own.origin = DutyOrigin::Own;
    let duties = overlay(bundled, vec![own.clone(), changed.clone()]);
    assert_eq!(duties.len(), bundled.len() + 1);
    assert_eq!((&duties[3], duties.last()), (&changed, Some(&own)));
    assert_eq!(duties[..3], bundled[..3]);
}

#[test]
fn a_duty_without_recipient_source_kind_or_time_is_refused() {
    let facts = duties()[0].facts.clone();
    let with = |change: fn(&mut assay_domain::duty::DutyFacts)| {
        let mut facts = facts.clone();
        change(&mut facts);
        check_duty(&facts)
    };
    assert_eq!(with(|_| {}), Ok(()));
    let blank = with(|facts| facts.recipient.zh = " ".to_owned());
    assert_eq!(blank, Err(DutyRefusal::Recipient));
    assert_eq!(
        with(|facts| facts.source.en.clear()),
        Err(DutyRefusal::Source)
    );
    assert_eq!(with(|facts| facts.kinds.clear()), Err(DutyRefusal::Kinds));
    for (unit, most) in [
        (WithinUnit::Minutes, 527_040),
        (WithinUnit::Hours, 8_784),
        (WithinUnit::Days, 366),
    ] {
        for (amount, expected) in [
            (0, Err(DutyRefusal::Within(most))),
            (1, Ok(())),
            (most, Ok(())),
            (most + 1, Err(DutyRefusal::Within(most))),
        ] {
            let mut facts = facts.clone();
            facts.within.amount = amount;
            facts.within.unit = unit;
            assert_eq!(check_duty(&facts), expected, "{amount} {unit:?}");
        }
    }
}

#[test]
fn the_bundled_duties_say_what_their_source_says() {
    let framework = bundled();
    for duty in framework.duties() {
        let source = &duty.facts.source;
        assert!(
            !source.en.is_empty() && !source.zh.is_empty(),
            "{}",
            duty.id
        );
        assert_eq!(check_duty(&duty.facts), Ok(()), "{}", duty.id);
    }
    let row = |id: &str| {
        let duty = framework
            .duties()
            .iter()
            .find(|duty| duty.id.as_str() == id);
        let facts = duty.unwrap().facts.clone();
        assert!(
            facts.source.zh.contains("国家网络安全事件报告管理办法"),
            "{id}"
        );
        let minutes = match facts.within.unit {
            WithinUnit::Minutes => 1,
            WithinUnit::Hours => 60,
            WithinUnit::Days => 24 * 60,
        } * facts.within.amount;
        (
            minutes,
            facts.counted_from,
            facts.from_severity,
            facts.active,
        )
    };
    let graded = IncidentSeverity::Considerable;
    let hours = |hours: u32, active| (hours * 60, IncidentMoment::Noticed, graded, active);
    assert_eq!(row("cn-infrastructure-protection"), hours(1, true));
    assert_eq!(row("cn-infrastructure-police"), hours(1, true));
    assert_eq!(row("cn-central-organ"), hours(2, false));
    assert_eq!(row("cn-provincial-cyberspace"), hours(4, true));
    let summary = (30 * 24 * 60, IncidentMoment::Restored, graded, true);
    assert_eq!(row("cn-summary"), summary);
}

/// An incident on its random way, with what must hold of it.
struct Walk {
    facts: IncidentFacts,
    state: IncidentState,
    reports: Vec<IncidentReport>,
}

impl Walk {
    fn clocks(&self, now: Timestamp) -> Vec<DutyClock> {
        let plant = system(Some(true));
        let now_it_is = (&self.facts, self.state);
        clocks(duties(), &plant, now_it_is, &self.reports, now, &day_end)
    }

    /// Says something else, or nothing, about a part of the incident.
    fn other_facts(&self, dice: &mut Dice) -> IncidentFacts {
        let mut facts = self.facts.clone();
        let words = |dice: &mut Dice| if dice.one_in(3) { "" } else { "words" }.to_owned();
        match dice.below(7) {
            0 => facts.response = words(dice),
            1 => facts.cause = words(dice),
            2 => facts.lessons = words(dice),
            3 => facts.restored_at = (!dice.one_in(3)).then(|| at(300)),
            4 => facts.kind = dice.pick(IncidentKind::ALL),
            5 => facts.severity = None,
            _ => facts.severity = Some(dice.pick(IncidentSeverity::ALL)),
        }
        facts
    }

    fn step(&mut self, dice: &mut Dice, number: u64) {
        let (state, now) = (self.state, at(400));
        match dice.below(5) {
            0 => {
                let facts = self.other_facts(dice);
                if may_correct(state, &facts).is_ok() {
                    assert_ne!(state, IncidentState::Closed);
                    self.facts = facts;
                }
            }
            1 if state != IncidentState::Closed => {
                let clocks = self.clocks(now);
                let open = clocks.iter().find(|clock| !clock.is_answered());
                if let Some(clock) = open {
                    let report = match dice.one_in(2) {
                        true => report(number, Some(&clock.duty), 390),
                        false => not_due(number, &clock.duty),
                    };
                    self.reports.push(report);
                }
            }
            _ => self.take(dice.pick(IncidentStep::ALL), dice.one_in(4)),
        }
    }

    fn take(&mut self, step: IncidentStep, silent: bool) {
        use IncidentState::{Closed, Handled, Open};
        let (before, clocks) = (self.state, self.clocks(at(400)));
        let reason = if silent { " " } else { "new facts" };
        if let Ok(next) = take(before, step, &self.facts, &clocks, reason) {
            let way = (before, step, next);
            let stated = [
                (Open, IncidentStep::Handle, Handled),
                (Handled, IncidentStep::Close, Closed),
                (Handled, IncidentStep::Reopen, Open),
                (Closed, IncidentStep::Reopen, Open),
            ];
            assert!(stated.contains(&way), "{way:?} is no stated way");
            assert!(step != IncidentStep::Reopen || !silent, "opened in silence");
            self.state = next;
        }
    }

    fn holds(&self) {
        if self.state == IncidentState::Open {
            return;
        }
        let facts = &self.facts;
        assert!(!facts.response.is_empty());
        assert!(facts.kind == IncidentKind::NearMiss || facts.restored_at.is_some());
        if self.state == IncidentState::Closed {
            assert!(!facts.cause.is_empty() && !facts.lessons.is_empty());
            assert!(facts.severity.is_some());
            assert!(self.clocks(at(500)).iter().all(DutyClock::is_answered));
        }
    }
}

#[test]
fn the_states_of_an_incident_hold_under_random_walks() {
    let (mut closed, mut reopened) = (0, 0);
    for seed in 1..=200 {
        let mut dice = Dice::new(seed);
        let mut walk = Walk {
            facts: incident(),
            state: IncidentState::Open,
            reports: Vec::new(),
        };
        for number in 0..60 {
            let before = walk.state;
            walk.step(&mut dice, 100 + number);
            walk.holds();
            closed += u32::from(before != walk.state && walk.state == IncidentState::Closed);
            reopened += u32::from(before != walk.state && walk.state == IncidentState::Open);
        }
    }
    assert!(
        closed > 50 && reopened > 50,
        "{closed} closed, {reopened} reopened"
    );
}

#[test]
fn the_changes_of_a_version_are_named() {
    let before = incident();
    let mut after = before.clone();
    after.severity = None;
    after.restored_at = None;
    after.lessons.clear();
    let named = [Field::Severity, Field::RestoredAt, Field::Lessons];
    assert_eq!(before.changed(&after), named);
    assert!(before.changed(&before).is_empty());
}
