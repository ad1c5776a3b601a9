//! The bundled framework, for tests that need one.

use assay_domain::framework::{Framework, Source, Sources};

/// The bundled files as they are, by name.
pub const FILES: [(&str, &str); 6] = [
    (
        "framework.toml",
        include_str!("../../assets/frameworks/tc260_aisgf_1.0/framework.toml"),
    ),
    (
        "questions.toml",
        include_str!("../../assets/frameworks/tc260_aisgf_1.0/questions.toml"),
    ),
    (
        "profiles.toml",
        include_str!("../../assets/frameworks/tc260_aisgf_1.0/profiles.toml"),
    ),
    (
        "method.toml",
        include_str!("../../assets/frameworks/tc260_aisgf_1.0/method.toml"),
    ),
    (
        "reasons.toml",
        include_str!("../../assets/frameworks/tc260_aisgf_1.0/reasons.toml"),
    ),
    (
        "duties.toml",
        include_str!("../../assets/frameworks/tc260_aisgf_1.0/duties.toml"),
    ),
];

/// Hands the bundled files to the loader, one of them changed by a function.
pub fn load_with(
    change: impl Fn(&str, &str) -> String,
) -> Result<Framework, assay_domain::framework::LoadError> {
    let texts = FILES.map(|(file, text)| (file, change(file, text)));
    let [framework, questions, profiles, method, reasons, duties] =
        texts.each_ref().map(|(file, text)| Source { file, text });
    Framework::load(&Sources {
        framework,
        questions,
        profiles,
        method,
        reasons,
        duties,
    })
}

/// Loads the bundled framework.
///
/// # Panics
/// When it is refused, which a test of the framework would say more clearly.
#[must_use]
pub fn bundled() -> Framework {
    load_with(|_, text| text.to_owned()).expect("the bundled framework is whole")
}
