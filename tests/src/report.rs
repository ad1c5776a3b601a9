//! Facts of an invented assessment, and the fonts and messages that its report is made with.

use crate::seal::{NOON, key, request};
use assay_domain::action::{Action, ActionFacts, ActionState, ActionTarget};
use assay_domain::answer::AnswerValue;
use assay_domain::assessment::{AssessmentState, Context, ContextValue, Depth, Dissent};
use assay_domain::decision::FallbackFacts;
use assay_domain::evidence::{Evidence, EvidenceSource, Standing};
use assay_domain::facts::{
    AssessmentFacts, ClauseFacts, Edition, Facts, HistoryHead, MeasureFacts, PersonFacts,
    QuestionFacts, RatingFacts, SCHEMA, SignerFacts,
};
use assay_domain::framework::Framework;
use assay_domain::grading::{
    ClauseInput, ContextInput, Input, QuestionInput, RiskInput, clause_level, grade,
};
use assay_domain::id::{
    ActionId, AssessmentId, DissentId, EvidenceId, PersonId, ProfileId, SystemId,
};
use assay_domain::locale::Locale;
use assay_domain::person::{Act, Role};
use assay_domain::system::{DataGrade, KeyArea, Phase, SystemFacts};
use assay_domain::time::{Date, Period, Timestamp};
use assay_domain::workspace::{Marking, PaperSize};
use assay_report::l10n::{REPORT_FILES, Texts};
use assay_report::model::{Block, Document, Frame, SignatureSlot, Signatures};
use assay_report::{Attachment, FontSource, Fonts, Meta, Source, font_files, render, report};
use assay_seal::key_source::KeySource;
use assay_seal::{Appearance, ClaimedTime, sign};
use std::path::PathBuf;
use std::sync::LazyLock;
use uuid::Uuid;

/// Reads the fonts of a language and hands them to a function.
///
/// # Panics
/// When a font is missing.
pub fn with_fonts<T>(locale: Locale, use_them: impl FnOnce(&Fonts<'_>) -> T) -> T {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
    let files = font_files(locale);
    let bytes = files.map(|file| std::fs::read(folder.join(file.name)).expect("a font"));
    let sources: Vec<FontSource<'_>> = files
        .into_iter()
        .zip(&bytes)
        .map(|(file, bytes)| FontSource { file, bytes })
        .collect();
    use_them(&Fonts::load(&sources).expect("the fonts can be read"))
}

/// The messages of a language that a report needs.
///
/// # Panics
/// When a file is missing or no Fluent.
#[must_use]
pub fn texts(locale: Locale) -> Texts {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../assets/locales")
        .join(locale.tag());
    let files = REPORT_FILES
        .map(|file| std::fs::read_to_string(folder.join(file)).expect("a message file"));
    let named: Vec<(&str, &str)> = REPORT_FILES
        .into_iter()
        .zip(files.iter().map(String::as_str))
        .collect();
    Texts::load(locale, &named).expect("the messages are sound")
}

/// The report of [`facts`], which three are expected to sign and nobody has.
///
/// # Panics
/// When it can't be made.
pub fn unsigned() -> &'static [u8] {
    static MADE: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let (framework, facts) = facts(Locale::En);
        let texts = texts(Locale::En);
        let source = Source {
            facts: &facts,
            framework: &framework,
            texts: std::slice::from_ref(&texts),
        };
        let made = with_fonts(Locale::En, |fonts| report(&source, fonts, "Assay"));
        made.expect("the facts are sound").pdf
    });
    &MADE
}

/// Signs the field at a place, counted from 1.
///
/// # Panics
/// When it can't be signed.
#[must_use]
pub fn signed_at(
    pdf: &[u8],
    place: usize,
    key: &dyn KeySource,
    claimed_time: ClaimedTime,
) -> Vec<u8> {
    let appearance = Appearance {
        content: b"q Q\n".to_vec(),
    };
    let field = format!("Sig{place}");
    let mut request = request(&field, key, &appearance);
    request.claimed_time = claimed_time;
    sign(pdf, &request).expect("a report that can be signed")
}

/// The report with signatures by keys of a workspace.
#[must_use]
pub fn signed(count: usize) -> Vec<u8> {
    (1..=count).fold(unsigned().to_vec(), |pdf, place| {
        signed_at(&pdf, place, &key("assessor", place as u64), NOON)
    })
}

/// One signed page with facts inside, whose footer says something.
///
/// # Panics
/// When it can't be made.
#[must_use]
pub fn page(facts: &[u8], foot: String) -> Vec<u8> {
    let slot = SignatureSlot {
        field: "Sig1".to_owned(),
        tip: "Sign here".to_owned(),
        role: "Prepared by".to_owned(),
        name: String::new(),
        title: String::new(),
    };
    let document = Document {
        locale: Locale::En,
        paper: PaperSize::A4,
        logo: None,
        title: "Report".to_owned(),
        frame: Frame {
            foot: vec![foot],
            ..Frame::default()
        },
        link_prefix: String::new(),
        blocks: vec![
            Block::heading(1, "Signatures"),
            Block::Signatures(Signatures {
                heads: ["As", "Name", "Signature", "Date"].map(str::to_owned),
                placeholder: String::new(),
                date: String::new(),
                slots: vec![slot],
            }),
        ],
    };
    let meta = Meta {
        author: "Assay",
        producer: "Assay",
        created: "2026-11-24T06:00:00Z",
        attachments: &[Attachment {
            name: "facts.json",
            media_type: "application/json",
            relationship: "Data",
            description: "facts",
            bytes: facts,
        }],
    };
    let pdf = with_fonts(Locale::En, |fonts| {
        render(&document, fonts, &meta).expect("one page")
    });
    signed_at(&pdf, 1, &key("assessor", 1), NOON)
}

const fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

/// The person at a place of [`facts`]: 0 assesses, 1 reviews, 2 approves.
#[must_use]
pub const fn person(place: u128) -> PersonId {
    PersonId::new(uuid(100 + place))
}

fn act(place: u128, hour: i64) -> Act {
    // 2026-11-20 00:00 UTC, and some hours.
    Act {
        by: person(place),
        at: Timestamp::from_micros((1_795_132_800 + hour * 3600) * 1_000_000),
    }
}

fn evidence_id(place: usize) -> EvidenceId {
    EvidenceId::new(uuid(1000 + place as u128))
}

fn say(locale: Locale, english: &str, chinese: &str) -> String {
    match locale {
        Locale::En => english.to_owned(),
        Locale::ZhCn => chinese.to_owned(),
    }
}

fn day(year: i32, month: u32, day: u32) -> Date {
    Date::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// A full assessment with weaknesses spread by rule, in the words of a language.
///
/// # Panics
/// When the bundled framework cannot be loaded or graded.
#[must_use]
pub fn facts(locale: Locale) -> (Framework, Facts) {
    let framework = crate::framework::bundled();
    let evidence = evidence(locale);
    let context = context(locale);
    let tier = framework.method().tier(4, 3, 3);
    let clauses = clauses(&framework, tier, locale);
    let measures = measures(&framework, locale);
    let ratings = ratings(&framework, locale);
    let input = input(&framework, &clauses, &measures, &ratings);
    let outcome = grade(framework.method(), &input).expect("the input is sound");
    let facts = Facts {
        schema: SCHEMA.to_owned(),
        as_of: act(0, 100).at,
        time_zone: "Asia/Shanghai".to_owned(),
        organisation: say(locale, "Yunchuan Civil Affairs Bureau", "云川市民政局"),
        unit: say(locale, "Information Centre", "信息中心"),
        sample: false,
        marking: Marking {
            classification: say(locale, "Internal", "内部"),
            circulation: say(
                locale,
                "bureau leaders, Social Assistance Division",
                "局领导，社会救助处，信息中心",
            ),
            document_number: say(locale, "YCMA 2026-031", "云民评〔2026〕31号"),
            basis: say(
                locale,
                "Bureau plan for AI safety 2026",
                "《2026年人工智能安全工作方案》",
            ),
        },
        paper: PaperSize::A4,
        logo: None,
        report_number: 1,
        framework: Edition {
            id: framework.id().to_owned(),
            version: framework.version().to_owned(),
            sha256: framework.sha256().to_owned(),
        },
        method: Edition {
            id: framework.method().id().to_owned(),
            version: framework.method().version().to_owned(),
            sha256: framework.method().sha256().to_owned(),
        },
        method_tables: framework.method().to_json(),
        system_id: SystemId::new(uuid(1)),
        system: system(locale),
        assessment: assessment(context),
        persons: persons(locale),
        clauses,
        measures,
        ratings,
        fallback: FallbackFacts::default(),
        grade_input: input,
        grade: outcome,
        dissents: vec![Dissent {
            id: DissentId::new(uuid(50)),
            assessment: AssessmentId::new(uuid(2)),
            proposed_grade: 3,
            reason: say(
                locale,
                "Every refusal is read again by a second officer, which the ratings leave out.",
                "每一件不予救助的结论均由另一名工作人员复查，评定未予考虑。",
            ),
            recorded: act(1, 90),
        }],
        actions: actions(locale),
        evidence,
        history: HistoryHead {
            sequence: 2318,
            sha256: "a94f03c76e51".repeat(6)[..64].to_owned(),
        },
        redaction: None,
    };
    (framework, facts)
}

/// The same with so many sentences as the note of every answer, measure and rating.
#[must_use]
pub fn long_facts(locale: Locale, sentences: usize) -> (Framework, Facts) {
    let (framework, mut facts) = facts(locale);
    let sentence = say(
        locale,
        "The record of shift 7 shows no such rule, and nobody could name one. ",
        "第7班的记录中未见此项规定，也无人能够说明。",
    );
    let note = sentence.repeat(sentences);
    let questions = facts.clauses.iter_mut();
    for question in questions.flat_map(|clause| &mut clause.questions) {
        question.note.clone_from(&note);
    }
    for measure in &mut facts.measures {
        measure.note.clone_from(&note);
    }
    for rating in &mut facts.ratings {
        rating.reason.clone_from(&note);
    }
    (framework, facts)
}

fn persons(locale: Locale) -> Vec<PersonFacts> {
    let titles = [
        (
            "Case officer",
            "经办人",
            "Social Assistance Division",
            "社会救助处",
        ),
        ("Reviewer", "复核人", "Information Centre", "信息中心"),
        ("Approver", "批准人", "Bureau leaders", "局领导"),
    ];
    let numbered = (0_u128..).zip(titles);
    numbered
        .map(|(place, (name, zh_name, title, zh_title))| PersonFacts {
            id: person(place),
            name: say(locale, name, zh_name),
            title: say(locale, title, zh_title),
        })
        .collect()
}

fn assessment(context: Context) -> AssessmentFacts {
    let roles = [Role::Assessor, Role::Reviewer, Role::Approver];
    AssessmentFacts {
        id: AssessmentId::new(uuid(2)),
        period: Period::new(day(2026, 10, 1), day(2026, 12, 31)).expect("a period"),
        phase: Phase::InUse,
        depth: Depth::Full,
        profile: Some(ProfileId::from("eligibility-scoring")),
        state: AssessmentState::Approved,
        context,
        begun: act(0, 0),
        submitted: Some(act(0, 80)),
        approved: Some(act(2, 99)),
        signers: (0_u128..)
            .zip(roles)
            .map(|(place, role)| SignerFacts {
                role,
                person: person(place),
            })
            .collect(),
    }
}

fn system(locale: Locale) -> SystemFacts {
    let mut system = SystemFacts::named(say(
        locale,
        "Hardship aid eligibility scoring",
        "困难群众救助资格评分系统",
    ));
    system.supplier = say(locale, "Yunchuan Digital", "云川数科");
    system.model = say(
        locale,
        "gradient boosting over 61 features",
        "梯度提升树，61项特征",
    );
    "3.2.0".clone_into(&mut system.version);
    system.purpose = say(
        locale,
        "Scores applications for hardship aid so that officers see the doubtful ones first.",
        "对救助申请评分，便于经办人优先核查存疑申请。",
    );
    system.decision_points = vec![say(locale, "first review of an application", "申请初审")];
    system.key_area = KeyArea::Government;
    system.unit = say(locale, "Social Assistance Division", "社会救助处");
    system.data_grades = [DataGrade::Personal, DataGrade::SensitivePersonal].into();
    system.affected = say(locale, "applicants and their families", "申请人及其家庭");
    system.scale = say(locale, "900 applications a week", "每周约900件");
    system.autonomy = say(
        locale,
        "it advises, an officer decides each case",
        "系统建议，经办人逐件决定",
    );
    system.filing.protection_level = Some(3);
    system.filing.impact_assessed_on = Some(day(2026, 3, 14));
    system.filing.personal_information = Some(true);
    system.filing.cross_border = Some(false);
    system
}

fn context(locale: Locale) -> Context {
    let value = |value, english: &str, chinese: &str| ContextValue {
        value: Some(value),
        reason: say(locale, english, chinese),
    };
    Context {
        scenario: value(4, "It supports a government decision.", "支撑政务决策。"),
        autonomy: value(3, "An officer decides each case.", "由经办人逐件决定。"),
        scale: value(3, "The whole city is served.", "面向全市。"),
    }
}

/// Standing of the evidence of the thing at a place: spread by rule.
const fn standing(place: usize) -> Standing {
    match place % 5 {
        0 => Standing::None,
        1 | 3 => Standing::Attached,
        _ => Standing::CurrentIndependent,
    }
}

fn pieces(place: usize) -> Vec<EvidenceId> {
    match standing(place) {
        Standing::None => Vec::new(),
        Standing::Attached => vec![evidence_id(place % 6)],
        Standing::CurrentIndependent => vec![evidence_id(place % 6), evidence_id(6 + place % 3)],
    }
}

fn clauses(framework: &Framework, tier: u8, locale: Locale) -> Vec<ClauseFacts> {
    let mut place = 0;
    let mut clauses = Vec::new();
    for (clause, _) in framework.clauses() {
        let mut questions = Vec::new();
        for question in framework.questions_of(&clause) {
            place += 1;
            questions.push(answered(question, place, locale));
        }
        let input = ClauseInput {
            questions: questions
                .iter()
                .map(|question| QuestionInput {
                    critical: question.critical,
                    red_line: question.red_line,
                    answer: question.answer,
                    evidence: question.standing,
                })
                .collect(),
            depth: Depth::Full,
            tier,
        };
        let (level, standing) = clause_level(framework.method(), &input).unzip();
        clauses.push(ClauseFacts {
            clause,
            questions,
            level,
            standing: standing.unwrap_or_default(),
            counted_level: level,
        });
    }
    clauses
}

fn answered(
    question: &assay_domain::framework::Question,
    place: usize,
    locale: Locale,
) -> QuestionFacts {
    let answer = match place % 11 {
        3 => AnswerValue::Partly,
        7 if !question.red_line => AnswerValue::NotMet,
        9 => AnswerValue::Na,
        _ => AnswerValue::Met,
    };
    let note = match answer {
        AnswerValue::Partly => say(
            locale,
            "Done in the main office; the district offices follow by spring.",
            "局机关已完成，各区计划于明年春季完成。",
        ),
        AnswerValue::NotMet => say(
            locale,
            "No written rule was found, and nobody could say who decides.",
            "未见书面规定，也无人能说明由谁决定。",
        ),
        _ => String::new(),
    };
    let na = answer == AnswerValue::Na;
    QuestionFacts {
        question: question.id.clone(),
        critical: question.critical,
        red_line: question.red_line,
        answer: Some(answer),
        standing: if na { Standing::None } else { standing(place) },
        inherited: question.scope == assay_domain::framework::Scope::Organisation,
        note,
        na_reason: if na {
            say(locale, "There is no such supplier.", "不存在此类供应商。")
        } else {
            String::new()
        },
        evidence: if na { Vec::new() } else { pieces(place) },
        saved: Some(act(0, 10)),
    }
}

fn measures(framework: &Framework, locale: Locale) -> Vec<MeasureFacts> {
    let all = framework.countermeasures().iter().enumerate();
    all.map(|(place, measure)| MeasureFacts {
        control: measure.id.clone(),
        level: Some([3, 4, 2, 3, 1][place % 5]),
        standing: standing(place),
        note: if place % 5 == 4 {
            say(
                locale,
                "On the supplier's plan for spring.",
                "供应商计划明年春季落实。",
            )
        } else {
            String::new()
        },
        evidence: pieces(place),
        saved: Some(act(0, 20)),
    })
    .collect()
}

fn ratings(framework: &Framework, locale: Locale) -> Vec<RatingFacts> {
    let profile = framework
        .profile(&ProfileId::from("eligibility-scoring"))
        .or_else(|| framework.profiles().first())
        .expect("there are profiles");
    let proposed = profile.ratings.iter().enumerate();
    proposed
        .map(|(place, rating)| RatingFacts {
            risk: rating.risk.clone(),
            likelihood: rating.inherent.map(|inherent| inherent.likelihood),
            impact: rating.inherent.map(|inherent| inherent.impact),
            not_applicable: rating.inherent.is_none(),
            agreed: (rating.inherent.is_none() && place % 2 == 0).then(|| act(1, 60)),
            reason: rating.reason.get(locale).to_owned(),
            standing: standing(place),
            as_proposed: true,
            evidence: pieces(place),
            confirmed: Some(act(0, 30)),
        })
        .collect()
}

fn input(
    framework: &Framework,
    clauses: &[ClauseFacts],
    measures: &[MeasureFacts],
    ratings: &[RatingFacts],
) -> Input {
    let mut input = Input {
        context: ContextInput {
            scenario: Some(4),
            autonomy: Some(3),
            scale: Some(3),
        },
        ..Input::default()
    };
    for rating in ratings {
        let risk = if rating.not_applicable {
            RiskInput::not_applicable(rating.agreed.is_some())
        } else {
            RiskInput::rated(rating.likelihood, rating.impact, rating.standing)
        };
        input.risks.insert(rating.risk.to_string(), risk);
    }
    for measure in measures {
        let answer = measure.level.map(|level| (level, measure.standing));
        input.controls.insert(measure.control.to_string(), answer);
    }
    for clause in clauses
        .iter()
        .filter(|clause| clause.clause.as_str() != "a")
    {
        let answer = clause.counted_level.map(|level| (level, clause.standing));
        let id = format!("6.3{}", clause.clause.as_str());
        input.controls.insert(id, answer);
    }
    let questions = || clauses.iter().flat_map(|clause| &clause.questions);
    for id in framework.method().red_lines() {
        let question = questions().find(|question| question.question.as_str() == id);
        let crossed = question
            .and_then(|question| question.answer)
            .map(|answer| matches!(answer, AnswerValue::NotMet | AnswerValue::Unknown));
        input.red_lines.insert(id.clone(), crossed);
    }
    input
}

fn evidence(locale: Locale) -> Vec<Evidence> {
    (0..9)
        .map(|place| {
            let file = place % 4 != 3;
            Evidence {
                id: evidence_id(place),
                name: if file {
                    format!("{}-{place:02}.pdf", say(locale, "minutes", "会议纪要"))
                } else {
                    say(locale, "Register of systems", "系统台账")
                },
                source: if file {
                    EvidenceSource::File {
                        sha256: format!(
                            "{:064x}",
                            0x5b1e_90c4_7a2f_d836_1c0b_u128 * (place as u128 + 3)
                        ),
                        size: 48_000,
                        content_kept: place % 3 != 0,
                    }
                } else {
                    EvidenceSource::Reference {
                        locator: say(locale, "Registry, room 204, shelf 3", "档案室204室3号柜"),
                    }
                },
                shows: say(locale, "that the rule was adopted", "证明制度已经通过"),
                dated: (place % 2 == 0).then(|| day(2026, 9, 2)),
                standing: if place < 6 {
                    Standing::Attached
                } else {
                    Standing::CurrentIndependent
                },
                added: act(0, 5),
            }
        })
        .collect()
}

fn actions(locale: Locale) -> Vec<Action> {
    let one = |place: u128, title: String, target, due, state| Action {
        id: ActionId::new(uuid(3000 + place)),
        facts: ActionFacts {
            title,
            system: SystemId::new(uuid(1)),
            assessment: Some(AssessmentId::new(uuid(2))),
            target,
            owner: say(locale, "Information Centre", "信息中心"),
            due: Some(due),
            state,
            note: String::new(),
            proof: Vec::new(),
        },
        revision: 1,
        added_at: act(0, 40).at,
        changed_at: act(0, 40).at,
    };
    vec![
        one(
            1,
            say(locale, "Rehearse the manual method", "演练人工办理方式"),
            ActionTarget::Control("6.3i".into()),
            day(2026, 11, 1),
            ActionState::Open,
        ),
        one(
            2,
            say(
                locale,
                "Explain refusals in plain words",
                "用通俗语言说明不予救助的理由",
            ),
            ActionTarget::Risk("3.1.1a".into()),
            day(2027, 2, 1),
            ActionState::InProgress,
        ),
    ]
}
