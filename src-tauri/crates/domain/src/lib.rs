//! Pure rules of Assay: nouns, framework, grading, statistics. No I/O, no clock.
