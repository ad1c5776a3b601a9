//! The pure rules: severity, the state machine, what was found before, and who sees to it.

use assay_domain::action::ActionState;
use assay_domain::decision::DecisionSignal;
use assay_domain::finding::{
    ActionCount, Escalation, Failing, FindingMove, FindingState, FindingStep, Matter, Severity,
    Stands, StepRefusal, alone, earlier, escalation, proposed, take,
};
use assay_domain::id::{FindingId, PersonId, QuestionId, SystemId};
use assay_domain::person::{Person, Role};
use assay_domain::time::{Date, Timestamp};
use assay_tests::dice::Dice;
use std::collections::BTreeSet;
use uuid::Uuid;

fn day(number: u64) -> Date {
    after(Date::from_ymd_opt(2026, 1, 1).unwrap(), number)
}

fn after(day: Date, days: u64) -> Date {
    day.iter_days().nth(days as usize).unwrap()
}

#[test]
fn a_severity_is_that_of_the_first_line_that_holds() {
    let framework = assay_api::bundled_framework().unwrap();
    let rules = &framework.programme().finding_severity;
    let mut seen = BTreeSet::new();
    for question in framework.questions() {
        let fails = proposed(rules, question, Failing::Fails).unwrap();
        let partly = proposed(rules, question, Failing::Partly).unwrap();
        let (worse, better) = match (question.red_line, question.critical) {
            (true, true) => (Severity::Critical, Severity::Medium),
            (true, false) => (Severity::Critical, Severity::Low),
            (false, true) => (Severity::High, Severity::Medium),
            (false, false) => (Severity::Medium, Severity::Low),
        };
        assert_eq!((fails, partly), (worse, better), "{}", question.id);
        seen.extend([fails, partly]);
    }
    assert_eq!(
        seen.len(),
        Severity::ALL.len(),
        "every severity comes about"
    );
    let question = framework.questions().first().unwrap();
    assert_eq!(proposed(&[], question, Failing::Fails), None);
}

/// What the walk keeps about a finding, written anew and in plain words.
struct Walk {
    state: FindingState,
    until: Option<Date>,
    actions: Vec<(ActionState, bool)>,
    today: Date,
}

impl Walk {
    fn count(&self) -> ActionCount {
        let actions = self.actions.iter();
        actions.fold(ActionCount::default(), |count, (state, owned)| {
            count.and(*state, *owned)
        })
    }

    fn stands(&self) -> Stands {
        Stands {
            state: self.state.on(self.today, self.until),
            actions: self.count(),
            today: self.today,
        }
    }

    /// Something happens beside the steps: a day passes, an action is added or goes on.
    fn drift(&mut self, dice: &mut Dice) {
        if dice.one_in(3) {
            self.today = after(self.today, dice.below(9));
        }
        if dice.one_in(3) {
            let owned = !dice.one_in(3);
            self.actions.push((ActionState::Open, owned));
        }
        if !self.actions.is_empty() && dice.one_in(2) {
            let place = dice.place(self.actions.len());
            self.actions[place].0 = dice.pick(ActionState::ALL);
        }
    }

    fn wanted(&self, dice: &mut Dice) -> FindingMove {
        let until = (!dice.one_in(3)).then(|| after(self.today, dice.below(20)));
        FindingMove {
            step: dice.pick(FindingStep::ALL),
            note: dice.pick(&["", "  ", "seen", "seen"]).to_owned(),
            until,
        }
    }

    /// The same rules once more, from what they are to guarantee.
    fn may(&self, wanted: &FindingMove) -> bool {
        use FindingState as State;
        let ended = self.until.is_none_or(|until| until < self.today);
        let state = match self.state {
            State::Accepted if ended => State::Open,
            state => state,
        };
        let live = |state: ActionState| state != ActionState::Dropped;
        let planned = self
            .actions
            .iter()
            .any(|(state, owned)| *owned && live(*state));
        let all_done = self.actions.iter().all(|(state, _)| {
            matches!(
                state,
                ActionState::Done | ActionState::Closed | ActionState::Dropped
            )
        });
        let said = !wanted.note.trim().is_empty();
        match wanted.step {
            FindingStep::StartRemedy => state == State::Open && planned,
            FindingStep::Remedied => state == State::InRemedy && all_done,
            FindingStep::Verify => state == State::ToVerify && all_done && said,
            FindingStep::SendBack => state == State::ToVerify && said,
            FindingStep::Accept => {
                let running = matches!(state, State::Open | State::InRemedy | State::ToVerify);
                running && said && wanted.until.is_some_and(|until| until > self.today)
            }
            FindingStep::Reopen => matches!(state, State::Closed | State::Accepted) && said,
        }
    }
}

#[test]
fn random_walks_never_leave_the_rules_of_a_finding() {
    let mut dice = Dice::new(20_261);
    let mut reached = BTreeSet::new();
    for _ in 0..400 {
        let mut walk = Walk {
            state: FindingState::Open,
            until: None,
            actions: Vec::new(),
            today: day(0),
        };
        let mut last_step = None;
        for _ in 0..60 {
            walk.drift(&mut dice);
            let wanted = walk.wanted(&mut dice);
            let taken = take(walk.stands(), &wanted);
            assert_eq!(taken.is_ok(), walk.may(&wanted), "{wanted:?} {taken:?}");
            let Ok(to) = taken else { continue };
            // Nothing closes but what was remedied and then verified.
            if to == FindingState::Closed {
                assert_eq!(wanted.step, FindingStep::Verify);
                assert_eq!(last_step, Some(FindingStep::Remedied));
            }
            walk.until = wanted.until.filter(|_| to == FindingState::Accepted);
            walk.state = to;
            last_step = Some(wanted.step);
            reached.insert((wanted.step, to));
        }
    }
    assert_eq!(reached.len(), 6, "every step is taken: {reached:?}");
}

#[test]
fn what_was_accepted_is_open_again_after_its_last_day() {
    let until = Some(day(10));
    let on = |today| FindingState::Accepted.on(day(today), until);
    assert_eq!(on(9), FindingState::Accepted);
    assert_eq!(on(10), FindingState::Accepted);
    assert_eq!(on(11), FindingState::Open);
    assert_eq!(
        FindingState::Closed.on(day(99), until),
        FindingState::Closed
    );
}

#[test]
fn only_an_approver_accepts_and_an_owner_s_own_word_does_not_verify() {
    assert_eq!(FindingStep::Accept.roles(), [Role::Approver]);
    assert!(!FindingStep::Verify.roles().contains(&Role::Operator));
    assert!(!FindingStep::Verify.roles().contains(&Role::Assessor));
    for step in FindingStep::ALL {
        assert!(!step.roles().contains(&Role::Inspector), "{step:?}");
    }
    let lead = Person {
        id: PersonId::new(Uuid::from_u128(1)),
        name: "Audit Lead".to_owned(),
        title: String::new(),
        roles: [Role::Reviewer].into(),
        added_at: Timestamp::from_micros(0),
    };
    let other = PersonId::new(Uuid::from_u128(2));
    assert!(alone(&lead, Some(lead.id), [].into_iter()));
    assert!(alone(
        &lead,
        Some(other),
        ["Somebody", " audit lead "].into_iter()
    ));
    assert!(!alone(&lead, Some(other), ["Somebody"].into_iter()));
    assert!(!alone(&lead, None, [].into_iter()));
}

#[test]
fn a_step_that_lacks_something_says_what() {
    let stands = |state, actions| Stands {
        state,
        actions,
        today: day(5),
    };
    let ask = |step, note: &str, until| FindingMove {
        step,
        note: note.to_owned(),
        until,
    };
    let none = ActionCount::default();
    let open = stands(FindingState::Open, none);
    let refused = |stands, wanted: &FindingMove| take(stands, wanted).unwrap_err();
    let start = ask(FindingStep::StartRemedy, "", None);
    assert_eq!(refused(open, &start), StepRefusal::ActionMissing);
    let running = none
        .and(ActionState::Open, true)
        .and(ActionState::Done, true);
    let remedy = stands(FindingState::InRemedy, running);
    let remedied = ask(FindingStep::Remedied, "", None);
    assert_eq!(refused(remedy, &remedied), StepRefusal::ActionsRunning(1));
    for until in [None, Some(day(4)), Some(day(5))] {
        let accept = ask(FindingStep::Accept, "known", until);
        assert_eq!(refused(open, &accept), StepRefusal::UntilMissing);
    }
    let silent = ask(FindingStep::Accept, " ", Some(day(6)));
    assert_eq!(refused(open, &silent), StepRefusal::NoteMissing);
    let closed = stands(FindingState::Closed, none);
    let refusal = refused(closed, &start);
    assert!(matches!(refusal, StepRefusal::NotFromHere { .. }));
}

fn matter(dice: &mut Dice, number: u128) -> Matter {
    let questions = ["b-01", "b-02", "b-03"];
    Matter {
        id: FindingId::new(Uuid::from_u128(number)),
        system: SystemId::new(Uuid::from_u128(u128::from(dice.below(3)))),
        question: (!dice.one_in(3)).then(|| QuestionId::from(dice.pick(&questions))),
        signal: dice
            .one_in(3)
            .then(|| dice.pick(&[DecisionSignal::Chart, DecisionSignal::Speed])),
        // Some are recorded in the same moment.
        at: Timestamp::from_micros(dice.below(30) as i64),
    }
}

#[test]
fn a_finding_knows_the_earlier_ones_of_the_same_matter() {
    let mut dice = Dice::new(5);
    for _ in 0..50 {
        let matters: Vec<Matter> = (1..40).map(|number| matter(&mut dice, number)).collect();
        let found = earlier(&matters);
        for later in &matters {
            let mut naive: Vec<&Matter> = matters
                .iter()
                .filter(|before| {
                    let question = before.question.is_some() && before.question == later.question;
                    let signal = before.signal.is_some() && before.signal == later.signal;
                    before.system == later.system
                        && (question || signal)
                        && (before.at, before.id) < (later.at, later.id)
                })
                .collect();
            naive.sort_by_key(|matter| (matter.at, matter.id));
            let naive: Vec<FindingId> = naive.iter().map(|matter| matter.id).collect();
            assert_eq!(found.get(&later.id).cloned().unwrap_or_default(), naive);
        }
    }
}

#[test]
fn what_is_late_goes_to_the_owner_then_up_twice() {
    let late = |days: u64| escalation(day(100), day(100 + days), [7, 30]);
    assert_eq!(escalation(day(100), day(3), [7, 30]), None);
    assert_eq!(late(0), None);
    assert_eq!(late(1), Some(Escalation::Owner));
    assert_eq!(late(6), Some(Escalation::Owner));
    assert_eq!(late(7), Some(Escalation::Superior));
    assert_eq!(late(29), Some(Escalation::Superior));
    assert_eq!(late(30), Some(Escalation::Approver));
}
