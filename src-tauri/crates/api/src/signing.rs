//! With what a person signs: the key of the workspace, a PKCS#12 file, or a token.

use crate::contract::{SigningIdentity, TokenList, TokenRow, TokenRows};
use crate::error::{Error, tries};
use crate::outside::read_within;
use crate::session::Session;
use assay_domain::report::IdentityKind;
use assay_seal::key_source::KeySource;
use assay_seal::key_source::file::KeyFile;
use assay_seal::key_source::local::LocalKey;
use assay_seal::key_source::token::{Token, TokenRequest, tokens};
use std::path::Path;
use zeroize::Zeroizing;

/// How large a PKCS#12 file may be, in bytes; more than one with a long chain needs.
const MAX_FILE: u64 = 1 << 20;

/// A key that is ready to sign, and where it comes from.
pub(crate) struct Signing {
    pub(crate) kind: IdentityKind,
    pub(crate) key: Box<dyn KeySource>,
}

/// Opens the key that a person signs with; `own` is the one of the workspace, and `now` counts seconds from 1970-01-01 UTC.
///
/// The password and the PIN are overwritten here, whatever comes of it.
pub(crate) fn open(
    identity: SigningIdentity,
    own: impl FnOnce() -> Result<LocalKey, Error>,
    now: i64,
) -> Result<Signing, Error> {
    Ok(match identity {
        SigningIdentity::Workspace => Signing {
            kind: IdentityKind::Workspace,
            key: Box::new(own()?),
        },
        SigningIdentity::Pkcs12 {
            path,
            password,
            key,
        } => {
            let password = Zeroizing::new(password);
            let key = KeyFile::open(&read(&path)?, &password, named(key.as_deref()), now)?;
            Signing {
                kind: IdentityKind::Pkcs12,
                key: Box::new(key),
            }
        }
        SigningIdentity::Token {
            module,
            token,
            key,
            pin,
        } => {
            let pin = Zeroizing::new(pin);
            let key = Token::open(&TokenRequest {
                module: Path::new(&module),
                token: named(token.as_deref()),
                key: named(key.as_deref()),
                pin: &pin,
                now,
            })?;
            Signing {
                kind: IdentityKind::Token,
                key: Box::new(key),
            }
        }
    })
}

/// A name that was given; an empty field names nothing.
fn named(name: Option<&str>) -> Option<&str> {
    name.map(str::trim).filter(|name| !name.is_empty())
}

fn read(path: &str) -> Result<Zeroizing<Vec<u8>>, Error> {
    let bytes = read_within(path, MAX_FILE)?;
    let bytes = bytes.ok_or_else(|| Error::new("key-file-unreadable"))?;
    Ok(Zeroizing::new(bytes))
}

/// Lists the tokens that a module sees; no PIN is asked for and none is tried.
pub(crate) fn token_list(_: &mut Session, request: TokenList) -> Result<TokenRows, Error> {
    let found = tokens(Path::new(&request.module))?;
    let rows = found.into_iter().map(|token| TokenRow {
        label: token.label,
        serial: token.serial,
        tries: tries(token.tries).to_owned(),
    });
    Ok(TokenRows {
        tokens: rows.collect(),
    })
}
