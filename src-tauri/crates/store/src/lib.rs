//! The encrypted workspace file: keys, tables, history.
