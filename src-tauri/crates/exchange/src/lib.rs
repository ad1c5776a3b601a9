//! Files in and out: tables of AI systems as CSV and XLSX, decision logs, question packs, the logo, archives.
//!
//! Reading goes in two steps. [`table::read`] turns bytes into headings and rows and says which
//! encoding it recognised; [`system::map`] turns rows into facts about AI systems and lists every
//! value it could not take by line and column. Nothing here touches a workspace, and the archive alone a disk.

pub mod archive;
mod borrowed;
pub mod decision;
pub mod logo;
pub mod question_pack;
mod spreadsheet;
pub mod stream;
pub mod system;
pub mod table;
