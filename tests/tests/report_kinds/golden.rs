//! The first pages of a report of every kind, kept as pictures in `tests/golden`, so that whoever changes
//! how a page looks sees it and has it reviewed. With `ASSAY_GOLDEN` set, new ones are kept.

use crate::office::Office;
use assay_domain::locale::Locale;
use assay_tests::pdf::ran;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use tiny_skia::Pixmap;

/// How many pages of a report are kept, and how many dots an inch has in them.
const PAGES: &str = "3";
const DOTS: &str = "50";
/// The most by which a dot may differ on the whole, of 255: less than a line of text that moved.
const LIKE: f64 = 0.1;

/// So many hundredths of a page are above its foot.
const ABOVE_FOOT: usize = 92;

fn kept(locale: Locale) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    tests.join("golden").join(locale.tag())
}

fn picture(file: &Path) -> Pixmap {
    Pixmap::load_png(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// By how much a dot of one picture differs from the same of another, of 255; all of it where they have
/// not the same shape. The foot is left out: its digests change with everything that came before.
fn difference(one: &Path, other: &Path) -> f64 {
    let (one, other) = (picture(one), picture(other));
    if (one.width(), one.height()) != (other.width(), other.height()) {
        return 255.0;
    }
    let above = one.data().len() / 100 * ABOVE_FOOT;
    let both = one.data().iter().zip(other.data()).take(above);
    let apart: f64 = both.map(|(a, b)| f64::from(a.abs_diff(*b))).sum();
    apart / f64::from(u32::try_from(above).unwrap())
}

/// Draws the first pages of a report of every kind into a folder and returns their names.
fn draw(locale: Locale, folder: &Path) -> BTreeSet<String> {
    let mut office = Office::new(locale, 7);
    for subject in office.everything() {
        let (_, path) = office.report(&subject, true);
        let kind = subject["kind"].as_str().unwrap();
        let drawn = folder.join(kind);
        let options = ["-png", "-r", DOTS, "-l", PAGES];
        let files = [path.to_str().unwrap(), drawn.to_str().unwrap()];
        let (good, said) = ran(Path::new("pdftoppm"), &[&options[..], &files].concat());
        assert!(good, "{said}");
    }
    names(folder)
}

fn names(folder: &Path) -> BTreeSet<String> {
    let files =
        std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(".png")).collect()
}

fn look_the_same(locale: Locale) {
    let folder = tempfile::tempdir().unwrap();
    let drawn = draw(locale, folder.path());
    let kept = kept(locale);
    if std::env::var_os("ASSAY_GOLDEN").is_some() {
        let _ = std::fs::remove_dir_all(&kept);
        std::fs::create_dir_all(&kept).unwrap();
        for name in &drawn {
            std::fs::copy(folder.path().join(name), kept.join(name)).unwrap();
        }
    }
    assert_eq!(names(&kept), drawn);
    let differs = |name: &&String| difference(&kept.join(name), &folder.path().join(name)) > LIKE;
    let other: Vec<_> = drawn.iter().filter(differs).collect();
    if !other.is_empty() {
        let at = folder.keep();
        panic!(
            "{other:?} look another way than in {}: see {}, and keep them by ASSAY_GOLDEN=1",
            kept.display(),
            at.display()
        );
    }
}

#[test]
fn the_pages_look_as_they_did_in_english() {
    look_the_same(Locale::En);
}

#[test]
fn the_pages_look_as_they_did_in_chinese() {
    look_the_same(Locale::ZhCn);
}

#[test]
fn two_pages_that_are_not_the_same_do_not_look_it() {
    let folder = kept(Locale::En);
    let names: Vec<_> = names(&folder).into_iter().collect();
    for pair in names.windows(2) {
        let apart = difference(&folder.join(&pair[0]), &folder.join(&pair[1]));
        assert!(apart > LIKE, "{pair:?}: {apart}");
    }
}
