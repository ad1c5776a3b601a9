//! Tests that see only public APIs.
