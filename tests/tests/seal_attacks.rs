//! Attacks on signed reports, each made from a freshly signed one; none may be called valid.

#![allow(clippy::unwrap_used, missing_docs)]

use assay_seal::{Part, Problem, State};
use assay_tests::dice::Dice;
use assay_tests::seal::{
    KINDS, Kind, append, key, last_number_after, objects, report, signed, signed_report, verdict,
    write,
};

/// Replaces the only occurrence of some bytes.
fn replaced(pdf: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = (pdf.windows(from.len()).enumerate())
        .filter(|(_, window)| *window == from)
        .map(|(at, _)| at)
        .collect();
    let [at] = places.as_slice() else {
        panic!("{} is there {} times", from.escape_ascii(), places.len());
    };
    [&pdf[..*at], to, &pdf[at + from.len()..]].concat()
}

/// The text of an object of the small report, with something replaced.
fn object(number: usize, from: &str, to: &str) -> (u32, String) {
    let text = &objects()[number - 1].1;
    assert!(text.contains(from), "{text}");
    (number as u32, text.replace(from, to))
}

/// The text that an object has after it was last written for itself.
fn latest(pdf: &[u8], number: u32) -> String {
    let head = format!("\n{number} 0 obj\n");
    let at = pdf
        .windows(head.len())
        .rposition(|window| window == head.as_bytes())
        .unwrap();
    let rest = &pdf[at + head.len()..];
    let end = rest
        .windows(8)
        .position(|window| window == b"\nendobj\n")
        .unwrap();
    String::from_utf8(rest[..end].to_vec()).unwrap()
}

/// Which parts a file says were changed.
fn changed_parts(pdf: &[u8]) -> Vec<Part> {
    let said = verdict(pdf);
    assert_eq!(said.state, State::Changed, "{:?}", said.problems);
    let parts = said.problems.iter().filter_map(|problem| match problem {
        Problem::Changed { part, .. } => Some(*part),
        _ => None,
    });
    parts.collect()
}

/// What a file with changed bytes says.
fn codes(pdf: &[u8]) -> Vec<&'static str> {
    let said = verdict(pdf);
    assert_eq!(said.state, State::Changed, "{:?}", said.problems);
    said.problems.iter().map(Problem::code).collect()
}

#[test]
fn three_hundred_random_one_byte_changes_are_all_caught() {
    let mut dice = Dice::new(300);
    for (kind, count) in KINDS.iter().flat_map(|kind| [(*kind, 1), (*kind, 2)]) {
        let pdf = signed_report(kind, count);
        for _ in 0..300 {
            let mut changed = pdf.clone();
            let at = dice.place(pdf.len());
            changed[at] ^= 1 + dice.below(255) as u8;
            let state = verdict(&changed).state;
            assert_eq!(state, State::Changed, "{kind:?} {count}: byte {at}");
        }
    }
}

#[test]
fn no_byte_of_a_signed_report_is_free() {
    let mut dice = Dice::new(1);
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        let mut changed = pdf.clone();
        for at in 0..pdf.len() {
            // The case of a letter and the end of a line are what a careless reader overlooks.
            let mask = [0x20, b'\n' ^ b'\r', 1 + dice.below(255) as u8][dice.place(3)];
            changed[at] ^= mask;
            let state = verdict(&changed).state;
            assert_eq!(state, State::Changed, "{kind:?}: byte {at} with {mask:#x}");
            changed[at] = pdf[at];
        }
    }
}

#[test]
fn every_truncation_is_told() {
    for kind in KINDS {
        let (once, pdf) = (signed_report(kind, 1), signed_report(kind, 2));
        for length in 0..pdf.len() {
            let state = verdict(&pdf[..length]).state;
            assert!(!state.is_valid(), "{kind:?}: {length} of {}", pdf.len());
            // Short of its last bytes, a report may still be read as it was after the first signature.
            assert!(
                state != State::Incomplete || length >= once.len(),
                "{length}"
            );
        }
    }
}

#[test]
fn a_removed_later_signature_leaves_one_of_two() {
    for kind in KINDS {
        let once = signed_report(kind, 1);
        let twice = signed_report(kind, 2);
        assert!(twice.starts_with(&once));
        let said = verdict(&twice[..once.len()]);
        assert_eq!(
            (said.state, said.signed, said.expected),
            (State::Incomplete, 1, 2)
        );
        assert_eq!((said.fields[0].holds, said.fields[1].signed), (true, false));
    }
}

#[test]
fn bytes_appended_without_effect_are_a_state_of_their_own() {
    for kind in KINDS {
        for tail in [
            &b"\n"[..],
            b"\r\n\r\n",
            b"% a note\n",
            b"\0\0\0",
            b"\n%%EOF\n",
            &[0xff; 3_000],
        ] {
            let pdf = [&signed_report(kind, 2), tail].concat();
            let said = verdict(&pdf);
            assert_eq!(said.state, State::IntactWithAdditions);
            assert_eq!((said.added_bytes, said.problems.len()), (tail.len(), 0));
            let incomplete = [&signed_report(kind, 1), tail].concat();
            assert_eq!(verdict(&incomplete).state, State::Incomplete);
        }
    }
}

#[test]
fn a_revision_that_changes_nothing_is_an_addition() {
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        let repeated = [
            (6, objects()[5].1.clone()),
            (
                4,
                objects()[3]
                    .1
                    .replace("/Type/Page/Parent 2 0 R", "/Parent 2 0 R /Type /Page"),
            ),
        ];
        let unused = last_number_after(&pdf, b"/Size") as u32 + 3;
        for added in [&repeated[..], &[(unused, "<</Nobody(refers)>>".to_owned())]] {
            let said = verdict(&append(&pdf, added));
            assert_eq!(
                said.state,
                State::IntactWithAdditions,
                "{:?}",
                said.problems
            );
        }
    }
}

#[test]
fn objects_where_only_a_repairing_reader_looks_are_told() {
    let content = objects()[4].1.clone();
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        for tail in [
            format!("5 0 obj\n{content}\nendobj\n"),
            format!("5\t0\u{0}obj {content} endobj\n"),
            format!("\n{}\n5 0 %\nobj\n{content}\nendobj\n", " ".repeat(3_000)),
            format!("5%a note\n%another\r0 % third\r\n%\nobj{content}endobj\n"),
            format!("5\u{b}0\u{b}obj {content} endobj\n"),
            format!("+5 -0 )obj {content} endobj\n"),
            "<</Root 5 0 R>>\n".to_owned(),
            "trailer<</Root 5 0 R>>\n".to_owned(),
            "startxref\n0\n%%EOF\n".to_owned(),
            String::from_utf8_lossy(&report(Kind::Table)).replace('\u{fffd}', "?"),
        ] {
            let said = verdict(&[&pdf, tail.as_bytes()].concat());
            assert_eq!(said.state, State::Changed, "{tail}");
        }
    }
}

/// A revision with these objects under numbers that nothing refers to, as far behind the end as readers look for its offset.
fn unreferred(pdf: &[u8], texts: &[String]) -> Vec<u8> {
    let first = last_number_after(pdf, b"/Size") as u32 + 3;
    let objects: Vec<(u32, String)> = (first..).zip(texts.iter().cloned()).collect();
    [&append(pdf, &objects)[..], &[b' '; 3_000]].concat()
}

#[test]
fn a_revision_hides_nothing_from_its_cross_reference() {
    let forged = format!("5 0 obj\n{}\nendobj\n", objects()[4].1);
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        let length = last_number_after(&pdf, b"/Size") as u32 + 4;
        let broken = format!("x\nendstream\nendobj\n{forged}");
        let hiding = [
            vec![format!("(\n{forged})")],
            vec!["(\n5 0 %\nobj)".to_owned()],
            vec![format!("<<%{}\n>>", forged.replace('\n', " "))],
            vec!["(trailer <</Root 5 0 R>>)".to_owned()],
            vec!["(xref)".to_owned()],
            vec!["(%PDF-1.7)".to_owned()],
            vec!["(%%EOF)".to_owned()],
            vec!["(\nendobj\n)".to_owned()],
            vec![format!(
                "<</Length {}>>\nstream\n{forged}\nendstream",
                forged.len()
            )],
            vec![
                format!("<</Length {length} 0 R>>\nstream\n{broken}\nendstream"),
                broken.len().to_string(),
            ],
        ];
        for texts in hiding {
            let found = codes(&unreferred(&pdf, &texts));
            assert!(found.contains(&"appended_objects"), "{texts:?}: {found:?}");
        }
        // An object that stays what it was hides nothing either.
        let (number, text) = object(6, "/Type", "%5 0 obj<<>>endobj\n/Type");
        let found = codes(&append(&pdf, &[(number, text)]));
        assert_eq!(found, ["appended_objects"]);
        for harmless in ["<</Nobody(refers)>>", "(an object, 5 0 R)", "[5 0 %\n]"] {
            let said = verdict(&unreferred(&pdf, &[harmless.to_owned()]));
            assert_eq!(said.state, State::IntactWithAdditions, "{harmless}");
        }
    }
}

#[test]
fn an_object_that_nobody_refers_to_can_not_stand_for_the_document() {
    let packed = "5 0 <</Length 0>>";
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        for text in [
            format!("<</Type/ObjStm/N 1/First 4/Length 17>>\nstream\n{packed}\nendstream"),
            "<</Type/XRef/Size 9/W[1 4 1]/Root 5 0 R/Length 0>>\nstream\n\nendstream".to_owned(),
            "<</Type/XR#65f/Root 5 0 R>>".to_owned(),
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            "<</Type 6 0 R>>".to_owned(),
            "<</Root 5 0 R>>".to_owned(),
            "<</Encrypt<</Filter/Standard/V 4>>>>".to_owned(),
            "<</Length 2>>\nstream\nq \nendstream".to_owned(),
        ] {
            let parts = changed_parts(&unreferred(&pdf, std::slice::from_ref(&text)));
            assert_eq!(parts.len(), 1, "{text}: {parts:?}");
        }
    }
}

#[test]
fn a_cross_reference_stream_takes_the_number_of_no_other_object() {
    let pdf = signed_report(Kind::Stream, 2);
    let forged = append(&pdf, &[]);
    let own = last_number_after(&forged, b"/Size") - 1;
    let mut forged = replaced(
        &forged,
        format!("\n{own} 0 obj\n<</Type/XRef").as_bytes(),
        b"\n12 0 obj\n<</Type/XRef",
    );
    // The last row, which named the stream, names nothing any more.
    let end = b"\nendstream\nendobj\nstartxref";
    let end = (forged.windows(end.len()).rposition(|window| window == end)).unwrap();
    forged[end - 6] = 0;
    assert_eq!(codes(&forged), ["changed"]);
}

#[test]
fn each_part_replaced_after_signing_is_named() {
    let drawn = "BT /F0 12 Tf 50 800 Td (Grade 1) Tj ET";
    let stream = format!("<</Length {}>>\nstream\n{drawn}\nendstream", drawn.len());
    let cases: Vec<(Vec<(u32, String)>, Part)> = vec![
        (vec![object(5, "Grade 3", "Grade 1")], Part::Content),
        (
            vec![
                (40, stream.clone()),
                object(4, "/Contents 5 0 R", "/Contents 40 0 R"),
            ],
            Part::Page,
        ),
        (
            vec![
                (40, stream),
                object(4, "/Contents 5 0 R", "/Contents[5 0 R 40 0 R]"),
            ],
            Part::Page,
        ),
        (
            vec![object(
                4,
                "/MediaBox[0 0 595.28 841.8900]",
                "/MediaBox[0 0 1 1]",
            )],
            Part::Page,
        ),
        (vec![object(4, "841.8900", "841.89")], Part::Page),
        (
            vec![
                (
                    40,
                    "<</Type/Annot/Subtype/FreeText/Rect[50 790 200 820]/Contents(Grade 1)>>"
                        .to_owned(),
                ),
                object(4, "/Annots[", "/Annots[40 0 R "),
            ],
            Part::Page,
        ),
        (vec![object(6, "Helvetica", "Courier")], Part::Font),
        (
            vec![object(2, "/Kids[4 0 R]/Count 1", "/Kids[]/Count 0")],
            Part::PageTree,
        ),
        (
            vec![object(
                2,
                "/Kids[4 0 R]/Count 1",
                "/Kids[4 0 R 4 0 R]/Count 2",
            )],
            Part::PageTree,
        ),
        (
            vec![object(7, "/F(facts.json)", "/F(other.json)")],
            Part::Attachment,
        ),
        (
            vec![object(8, "\"grade\":3", "\"grade\":1")],
            Part::Attachment,
        ),
        (vec![object(9, "8bc4", "8bc5")], Part::Metadata),
    ];
    for kind in KINDS {
        for count in [1, 2] {
            let pdf = signed_report(kind, count);
            for (change, part) in &cases {
                let parts = changed_parts(&append(&pdf, change));
                assert!(parts.contains(part), "{kind:?} {part:?}: {parts:?}");
            }
        }
    }
}

#[test]
fn the_page_of_a_change_is_named() {
    let said = verdict(&append(
        &signed_report(Kind::Stream, 2),
        &[object(5, "Grade 3", "Grade 1")],
    ));
    let expected = Problem::Changed {
        revision: 3,
        part: Part::Content,
        page: 1,
        object: 5,
    };
    assert!(said.problems.contains(&expected), "{:?}", said.problems);
    // The signatures themselves still hold over what they cover.
    assert!(said.fields.iter().all(|field| field.holds));
}

#[test]
fn changes_to_catalog_form_and_fields_are_named() {
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        let swap = |number: u32, from: &str, to: &str| {
            let text = latest(&pdf, number);
            assert!(text.contains(from), "{text}");
            append(&pdf, &[(number, text.replace(from, to))])
        };
        let moved = swap(10, "Rect[50 300.0 350", "Rect[60 300.0 360");
        assert_eq!(changed_parts(&moved), [Part::Signature]);
        let emptied = swap(10, "/V ", "/W ");
        assert_eq!(changed_parts(&emptied), [Part::Signature]);
        let hidden = swap(10, "/F 4", "/F 6");
        assert_eq!(changed_parts(&hidden), [Part::Signature]);
        let opening = swap(1, "/Pages", "/OpenAction[4 0 R/Fit]/Pages");
        assert_eq!(changed_parts(&opening), [Part::Catalog]);
        let permitted = swap(1, "/Perms", "/Perks");
        assert_eq!(changed_parts(&permitted), [Part::Catalog]);
        let shorter = swap(3, "[10 0 R 11 0 R]", "[10 0 R]");
        assert_eq!(changed_parts(&shorter), [Part::Form]);
        let script = swap(3, "/SigFlags", "/NeedAppearances true/SigFlags");
        assert_eq!(changed_parts(&script), [Part::Form]);
    }
}

#[test]
fn a_signature_replaced_or_its_picture_changed_is_told() {
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        let field = latest(&pdf, 11);
        let signature: u32 = last_number_after(field.as_bytes(), b"/V") as u32;
        let picture: u32 = last_number_after(field.as_bytes(), b"/N") as u32;
        for number in [signature, picture] {
            let parts = changed_parts(&append(&pdf, &[(number, "null".to_owned())]));
            assert_eq!(parts.len(), 1, "{parts:?}");
        }
        let copied = latest(&pdf, signature).replace("/M(D:2026", "/M(D:2016");
        assert_eq!(
            changed_parts(&append(&pdf, &[(signature, copied)])),
            [Part::Signature]
        );
    }
}

#[test]
fn an_object_that_was_missing_can_not_appear_later() {
    let mut objects = objects();
    objects[3].1 = objects[3]
        .1
        .replace("/Contents 5 0 R", "/Contents[5 0 R 30 0 R]");
    for kind in KINDS {
        let pdf = signed(&write(kind, &objects), "assessor", &key("assessor", 3));
        let pdf = signed(&pdf, "reviewer", &key("reviewer", 4));
        assert_eq!(verdict(&pdf).state, State::Intact);
        let content = objects[4].1.clone();
        // The number lies beyond those in use, where an added object would otherwise be harmless.
        assert!(!changed_parts(&append(&pdf, &[(30, content)])).is_empty());
    }
}

/// Universal signature forgery: a signature robbed of what a verifier needs to find it wrong.
#[test]
fn a_signature_without_its_byte_range_or_contents_is_no_signature() {
    for kind in KINDS {
        let pdf = signed_report(kind, 1);
        let contents = format!("/Contents<{}>", &contents(&pdf));
        let range = byte_range(&pdf);
        for (from, to) in [
            (range.as_str(), " ".repeat(range.len())),
            (
                range.as_str(),
                format!("{:<1$}", "/ByteRange null", range.len()),
            ),
            (
                range.as_str(),
                format!("{:<1$}", "/ByteRange[]", range.len()),
            ),
            (
                range.as_str(),
                format!("{:<1$}", "/ByteRange[0 0 0 0]", range.len()),
            ),
            (
                range.as_str(),
                format!("{:<1$}", "/ByteRange[0 -1 9 9]", range.len()),
            ),
            (contents.as_str(), " ".repeat(contents.len())),
            (
                contents.as_str(),
                format!("{:<1$}", "/Contents<>", contents.len()),
            ),
            (
                contents.as_str(),
                format!("{:<1$}", "/Contents null", contents.len()),
            ),
            (
                contents.as_str(),
                format!("{:<1$}", "/Contents<00>", contents.len()),
            ),
        ] {
            let forged = replaced(&pdf, from.as_bytes(), to.as_bytes());
            assert_eq!(codes(&forged).len(), 1, "{to}");
            assert!(!verdict(&forged).fields[0].holds);
        }
    }
}

/// The signed string of a signature, in hexadecimal.
fn contents(pdf: &[u8]) -> String {
    let at = pdf
        .windows(10)
        .rposition(|window| window == b"/Contents<")
        .unwrap()
        + 10;
    let end = pdf[at..].iter().position(|byte| *byte == b'>').unwrap();
    String::from_utf8(pdf[at..at + end].to_vec()).unwrap()
}

/// The last byte range, with its key and the spaces that fill its room.
fn byte_range(pdf: &[u8]) -> String {
    let at = pdf
        .windows(11)
        .rposition(|window| window == b"/ByteRange[")
        .unwrap();
    let end = pdf[at..]
        .windows(9)
        .position(|window| window == b"/Contents")
        .unwrap();
    String::from_utf8(pdf[at..at + end].to_vec()).unwrap()
}

/// Signature wrapping: the signed second part is moved back, and something else put in its place.
#[test]
fn a_second_part_that_was_moved_is_told() {
    for kind in KINDS {
        let pdf = signed_report(kind, 1);
        let digits = contents(&pdf);
        let start = pdf
            .windows(10)
            .rposition(|window| window == b"/Contents<")
            .unwrap()
            + 9;
        let end = start + digits.len() + 2;
        let at = last_number_after(&pdf, b"startxref");
        let spared = format!("\n>>\nendobj\n5 0 obj\n{}\nendobj\n", objects()[4].1);
        let wrapped = [&pdf[..end], spared.as_bytes(), &pdf[end..]].concat();
        let range = byte_range(&pdf);
        let moved = format!(
            "/ByteRange[0 {start} {} {}]",
            end + spared.len(),
            pdf.len() - end
        );
        let wrapped = replaced(
            &wrapped,
            range.as_bytes(),
            format!("{moved:<0$}", range.len()).as_bytes(),
        );
        let new_at = format!("startxref\n{}\n", at + spared.len());
        let pointed = replaced(
            &wrapped,
            format!("startxref\n{at}\n").as_bytes(),
            new_at.as_bytes(),
        );
        for forged in [wrapped, pointed] {
            assert!(!codes(&forged).is_empty());
        }
    }
}

#[test]
fn a_byte_range_that_leaves_out_more_or_covers_less_is_told() {
    for kind in KINDS {
        let pdf = signed_report(kind, 1);
        let range = byte_range(&pdf);
        let numbers: Vec<usize> = (range.split(|c: char| !c.is_ascii_digit()))
            .filter_map(|number| number.parse().ok())
            .collect();
        let [_, b, c, d] = numbers.as_slice() else {
            panic!("four numbers")
        };
        for (b, c, d) in [
            (b - 1, *c, *d),
            (*b, c + 1, d - 1),
            (*b, *c, d - 1),
            (*b, *c, d + 1),
            (*b, *c, usize::MAX >> 1),
            (*b, b + 1, d + c - b - 1),
        ] {
            let forged = format!("/ByteRange[0 {b} {c} {d}]");
            let forged = format!("{forged:<0$}", range.len());
            let pdf = replaced(&pdf, range.as_bytes(), forged.as_bytes());
            assert!(!verdict(&pdf).state.is_valid());
            assert!(!verdict(&pdf).fields.iter().any(|field| field.holds));
        }
    }
}

#[test]
fn padding_and_other_notations_in_the_gap_are_told() {
    for kind in KINDS {
        let pdf = signed_report(kind, 1);
        let digits = contents(&pdf);
        let filled = digits.trim_end_matches('0').len();
        let mut dirty = digits.clone();
        dirty.replace_range(digits.len() - 1.., "1");
        let upper = digits.replacen('a', "A", 1);
        let spaced = format!("{} {}", &digits[..filled - 1], &digits[filled..]);
        let longer = format!("{digits}0000");
        for forged in [dirty, upper, spaced, longer] {
            assert_ne!(forged, digits);
            let forged = replaced(&pdf, digits.as_bytes(), forged.as_bytes());
            assert!(!codes(&forged).is_empty());
        }
    }
}

#[test]
fn a_signature_of_one_report_does_not_hold_in_another() {
    for kind in KINDS {
        let mut other = objects();
        other[4].1 = other[4].1.replace("Grade 3", "Grade 1");
        let one = signed_report(kind, 1);
        let other = signed(&write(kind, &other), "assessor", &key("assessor", 7));
        let moved = replaced(
            &other,
            contents(&other).as_bytes(),
            contents(&one).as_bytes(),
        );
        assert_eq!(codes(&moved), ["digest"]);
    }
}

#[test]
fn a_file_that_starts_anew_behind_the_signed_one_is_told() {
    // Without the offset of an earlier revision, tolerant readers show the new pages alone.
    for kind in KINDS {
        let pdf = signed_report(kind, 2);
        let anew = append(&pdf, &[object(5, "Grade 3", "Grade 1")]);
        let previous = format!("/Prev {}", last_number_after(&pdf, b"startxref"));
        let cut = anew
            .windows(previous.len())
            .rposition(|window| window == previous.as_bytes());
        let cut = cut.unwrap();
        let blank = " ".repeat(previous.len());
        let anew = [
            &anew[..cut],
            blank.as_bytes(),
            &anew[cut + previous.len()..],
        ]
        .concat();
        assert!(codes(&anew).contains(&"unreadable"));
        let circle = format!(
            "{:<1$}",
            format!("/Prev {}", last_number_after(&anew, b"startxref")),
            previous.len()
        );
        if circle.len() == previous.len() {
            let circle = [
                &anew[..cut],
                circle.as_bytes(),
                &anew[cut + previous.len()..],
            ]
            .concat();
            assert!(codes(&circle).contains(&"unreadable"));
        }
    }
}

#[test]
fn a_report_signed_in_its_first_revision_is_told() {
    // Rewritten as one revision, with the signatures kept as they are: no byte range fits any more.
    for kind in KINDS {
        let pdf = signed_report(kind, 1);
        let field = latest(&pdf, 10);
        let signature = last_number_after(field.as_bytes(), b"/V") as u32;
        let mut objects = objects();
        objects[9].1 = field;
        objects[0].1 = latest(&pdf, 1);
        objects[2].1 = latest(&pdf, 3);
        objects.push((signature, latest(&pdf, signature)));
        let said = verdict(&write(kind, &objects));
        assert_eq!(said.state, State::Changed);
        assert!(!said.fields[0].holds);
    }
}

#[test]
fn a_second_signature_by_hand_without_the_first_is_told() {
    // An update between the signatures: the second signer would seal what the attacker slipped in.
    for kind in KINDS {
        let once = signed_report(kind, 1);
        let twice = signed_report(kind, 2);
        let second = &twice[once.len()..];
        let slipped = append(&once, &[object(5, "Grade 3", "Grade 1")]);
        let joined = [&slipped, second].concat();
        assert!(!codes(&joined).is_empty());
    }
}
