//! Signs and verifies PDF bytes (PAdES baseline B).
