//! Use cases: the whole program without a window.
