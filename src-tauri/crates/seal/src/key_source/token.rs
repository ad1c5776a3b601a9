//! A key on a PKCS#11 token: a smart card, a USB key, or a module in software of the same shape.
//!
//! The token is chosen before the PIN is tried, and the PIN is tried once: a PIN that is tried on every token uses up the tries of tokens that it does not belong to.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::mechanism::{Mechanism, MechanismType};
use cryptoki::object::{Attribute, AttributeType, ObjectClass, ObjectHandle};
use cryptoki::session::{Session, UserType};
use cryptoki::slot::{Slot, TokenInfo};
use cryptoki::types::AuthPin;

use super::{Algorithm, KeySource, chain, choose, fit};
use crate::certificate;
use crate::error::{KeyError, KeyName, PinTries, TokenName};

/// What stands before a SHA-256 digest in an RSA signature: its algorithm and length in DER (RFC 8017, 9.2).
const DIGEST_INFO: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
    0x00, 0x04, 0x20,
];

/// A module has one state for the whole process, so that one caller at a time uses modules.
static TURN: Mutex<()> = Mutex::new(());

/// A module while it is used.
struct Module {
    /// Nothing once it is being left.
    context: Option<Pkcs11>,
    /// Whether it was started here, and not by somebody else in this process who still needs it.
    own: bool,
    _turn: MutexGuard<'static, ()>,
}

impl Module {
    fn load(path: &Path) -> Result<Self, KeyError> {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let unfit = |error: Error| KeyError::Module(error.to_string());
        let context = Pkcs11::new(path).map_err(unfit)?;
        let arguments = CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK);
        let own = match context.initialize(arguments) {
            Ok(()) => true,
            Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => false,
            Err(error) => return Err(unfit(error)),
        };
        Ok(Self {
            context: Some(context),
            own,
            _turn: turn,
        })
    }

    fn context(&self) -> Result<&Pkcs11, KeyError> {
        self.context.as_ref().ok_or(KeyError::TokenGone)
    }

    /// The tokens that are there and have been set up.
    fn tokens(&self) -> Result<Vec<(Slot, TokenInfo)>, KeyError> {
        let context = self.context()?;
        let slots = context.get_slots_with_token().map_err(refusal)?;
        let tokens = slots.into_iter().filter_map(|slot| {
            let info = context.get_token_info(slot).ok()?;
            info.token_initialized().then_some((slot, info))
        });
        Ok(tokens.collect())
    }

    fn choose(&self, wanted: Option<&str>) -> Result<(Slot, TokenInfo), KeyError> {
        let mut tokens = self.tokens()?;
        let present: Vec<TokenName> = tokens.iter().map(|(_, info)| name(info)).collect();
        if present.is_empty() {
            return Err(KeyError::NoToken);
        }
        if let Some(wanted) = wanted {
            tokens.retain(|(_, info)| info.serial_number() == wanted || info.label() == wanted);
            if tokens.is_empty() {
                let wanted = wanted.to_owned();
                return Err(KeyError::NoSuchToken { wanted, present });
            }
        }
        match tokens.pop() {
            Some(only) if tokens.is_empty() => Ok(only),
            _ => Err(KeyError::SeveralTokens(present)),
        }
    }
}

impl Drop for Module {
    fn drop(&mut self) {
        if let (true, Some(context)) = (self.own, self.context.take()) {
            // A module that can't be left has nothing of ours any more: every session is closed.
            drop(context.finalize());
        }
    }
}

/// Lists the tokens that a module sees, without a PIN.
///
/// # Errors
///
/// [`KeyError::Module`] when the module can't be used.
pub fn tokens(module: &Path) -> Result<Vec<TokenName>, KeyError> {
    let module = Module::load(module)?;
    let tokens = module.tokens()?;
    Ok(tokens.iter().map(|(_, info)| name(info)).collect())
}

/// Which token, which key on it, and what opens it.
#[derive(Clone, Copy)]
pub struct TokenRequest<'a> {
    /// The PKCS#11 module, a shared library that comes with the token.
    pub module: &'a Path,
    /// Serial number or label of the token; nothing where there is only one.
    pub token: Option<&'a str>,
    /// Label of the key or SHA-256 of its certificate; nothing where there is only one.
    pub key: Option<&'a str>,
    /// The PIN; not looked at where the token has a keypad of its own.
    pub pin: &'a str,
    /// The moment of signing, in seconds since 1970-01-01 UTC.
    pub now: i64,
}

/// A key on a token, ready to sign. Whoever opens another one waits until this one is dropped.
pub struct Token {
    // Closed before the module is left: fields are dropped in this order.
    session: Session,
    key: ObjectHandle,
    /// The PIN, for keys that ask for it at each signature.
    again: Option<AuthPin>,
    /// What the token can do.
    mechanisms: Vec<MechanismType>,
    slot: Slot,
    algorithm: Algorithm,
    chain: Vec<Vec<u8>>,
    module: Module,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Neither the PIN nor handles of the module may reach a log.
        formatter
            .debug_tuple("Token")
            .field(&certificate::fingerprint(&self.chain[0]))
            .finish()
    }
}

impl Token {
    /// Opens a token with its PIN and takes one key on it.
    ///
    /// # Errors
    ///
    /// [`KeyError`] says which of these it is: the module, no token or several, none of this name, another PIN and what the token says of tries left, and all that [`super::file::KeyFile::open`] says of a key and its certificate.
    pub fn open(request: &TokenRequest<'_>) -> Result<Self, KeyError> {
        let module = Module::load(request.module)?;
        let (slot, info) = module.choose(request.token)?;
        let context = module.context()?;
        let session = context.open_ro_session(slot).map_err(refusal)?;
        let pin = AuthPin::new(request.pin.into());
        log_in(context, &session, slot, &info, &pin)?;
        let certificates = certificates(&session)?;
        let found = choose(keys(&session, &certificates)?, request.key)?;
        let own = found.certificate.ok_or(KeyError::NoCertificate)?;
        let algorithm = fit(&certificate::read(&own)?, request.now)?;
        let all: Vec<Vec<u8>> = certificates.into_iter().map(|one| one.der).collect();
        let mechanisms = context.get_mechanism_list(slot).map_err(refusal)?;
        Ok(Self {
            session,
            key: found.handle,
            again: found.asks_each_time.then_some(pin),
            mechanisms,
            slot,
            algorithm,
            chain: chain(own, &all),
            module,
        })
    }

    fn signature(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let digest = self.algorithm.hash().digest(&[message]);
        let (mechanism, data) = match self.algorithm {
            Algorithm::RsaPkcs1Sha256 { .. } => {
                (Mechanism::RsaPkcs, [&DIGEST_INFO[..], &digest].concat())
            }
            _ => (Mechanism::Ecdsa, digest),
        };
        let Some(pin) = &self.again else {
            return self.session.sign(&mechanism, self.key, &data);
        };
        // The PIN goes between the beginning and the data. That needs the way of several parts, for which
        // the mechanism that digests by itself is the one that tokens offer.
        let (own, kind) = match self.algorithm {
            Algorithm::RsaPkcs1Sha256 { .. } => {
                (Mechanism::Sha256RsaPkcs, MechanismType::SHA256_RSA_PKCS)
            }
            Algorithm::EcdsaP256Sha256 => (Mechanism::EcdsaSha256, MechanismType::ECDSA_SHA256),
            Algorithm::EcdsaP384Sha384 => (Mechanism::EcdsaSha384, MechanismType::ECDSA_SHA384),
        };
        let (mechanism, data) = if self.mechanisms.contains(&kind) {
            (own, message)
        } else {
            (mechanism, &data[..])
        };
        self.session.sign_init(&mechanism, self.key)?;
        self.session.login(UserType::ContextSpecific, Some(pin))?;
        self.session.sign_update(data)?;
        self.session.sign_final()
    }

    /// What a refusal comes to: a token that is no longer there refuses with many codes.
    fn refused(&self, error: Error) -> KeyError {
        let there = self.module.context().and_then(|context| {
            let info = context.get_slot_info(self.slot).map_err(refusal)?;
            context.get_token_info(self.slot).map_err(refusal)?;
            Ok(info.token_present())
        });
        match there {
            Ok(true) => refusal(error),
            _ => KeyError::TokenGone,
        }
    }
}

impl KeySource for Token {
    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyError> {
        let raw = (self.signature(message)).map_err(|error| self.refused(error))?;
        // Tokens give r and s of a curve side by side; certificates and CMS have them in DER.
        let der = match self.algorithm {
            Algorithm::RsaPkcs1Sha256 { .. } => Some(raw),
            Algorithm::EcdsaP256Sha256 => p256::ecdsa::Signature::from_slice(&raw)
                .ok()
                .map(|signature| signature.to_der().as_bytes().to_vec()),
            Algorithm::EcdsaP384Sha384 => p384::ecdsa::Signature::from_slice(&raw)
                .ok()
                .map(|signature| signature.to_der().as_bytes().to_vec()),
        };
        der.ok_or(KeyError::Mismatch)
    }
}

/// Logs in with the PIN, once.
fn log_in(
    context: &Pkcs11,
    session: &Session,
    slot: Slot,
    info: &TokenInfo,
    pin: &AuthPin,
) -> Result<(), KeyError> {
    if info.user_pin_locked() {
        return Err(KeyError::PinLocked);
    }
    let pin = (!info.protected_authentication_path()).then_some(pin);
    match session.login(UserType::User, pin) {
        Ok(()) => Ok(()),
        Err(Error::Pkcs11(RvError::PinLocked, _)) => Err(KeyError::PinLocked),
        Err(Error::Pkcs11(
            RvError::PinIncorrect | RvError::PinInvalid | RvError::PinLenRange,
            _,
        )) => match context.get_token_info(slot) {
            Ok(info) if info.user_pin_locked() => Err(KeyError::PinLocked),
            Ok(info) => Err(KeyError::Pin { left: tries(&info) }),
            Err(error) => Err(refusal(error)),
        },
        Err(error) => Err(refusal(error)),
    }
}

/// A certificate on a token.
struct OnToken {
    id: Vec<u8>,
    label: String,
    der: Vec<u8>,
}

fn certificates(session: &Session) -> Result<Vec<OnToken>, KeyError> {
    let class = [Attribute::Class(ObjectClass::CERTIFICATE)];
    let wanted = [
        AttributeType::Id,
        AttributeType::Label,
        AttributeType::Value,
    ];
    let mut found = Vec::new();
    for handle in session.find_objects(&class).map_err(refusal)? {
        let mut one = OnToken {
            id: Vec::new(),
            label: String::new(),
            der: Vec::new(),
        };
        for attribute in session.get_attributes(handle, &wanted).map_err(refusal)? {
            match attribute {
                Attribute::Id(id) => one.id = id,
                Attribute::Label(label) => one.label = text(label),
                Attribute::Value(der) => one.der = der,
                _ => {}
            }
        }
        found.push(one);
    }
    Ok(found)
}

/// A private key on a token with its own certificate.
struct Found {
    handle: ObjectHandle,
    asks_each_time: bool,
    certificate: Option<Vec<u8>>,
}

/// The private keys; those that only decrypt are left out where others are there.
fn keys(session: &Session, certificates: &[OnToken]) -> Result<Vec<(KeyName, Found)>, KeyError> {
    let class = [Attribute::Class(ObjectClass::PRIVATE_KEY)];
    let mut all = Vec::new();
    for handle in session.find_objects(&class).map_err(refusal)? {
        all.push(key(session, handle, certificates)?);
    }
    let signs = |found: &Found| {
        let read = found.certificate.as_deref().map(certificate::read);
        read.is_some_and(|read| read.is_ok_and(|read| certificate::may_sign(&read)))
    };
    if all.iter().any(|(_, found)| signs(found)) {
        all.retain(|(_, found)| signs(found));
    }
    Ok(all)
}

fn key(
    session: &Session,
    handle: ObjectHandle,
    certificates: &[OnToken],
) -> Result<(KeyName, Found), KeyError> {
    let wanted = [
        AttributeType::Id,
        AttributeType::Label,
        AttributeType::AlwaysAuthenticate,
    ];
    let (mut id, mut label, mut asks_each_time) = (Vec::new(), String::new(), false);
    for attribute in session.get_attributes(handle, &wanted).map_err(refusal)? {
        match attribute {
            Attribute::Id(bytes) => id = bytes,
            Attribute::Label(bytes) => label = text(bytes),
            Attribute::AlwaysAuthenticate(asks) => asks_each_time = asks,
            _ => {}
        }
    }
    let same_id = |one: &&OnToken| !id.is_empty() && one.id == id;
    let same_label = |one: &&OnToken| !label.is_empty() && one.label == label;
    let own = (certificates.iter().find(same_id))
        .or_else(|| certificates.iter().find(same_label))
        .map(|one| one.der.clone());
    Ok((
        KeyName::of(&label, own.as_deref()),
        Found {
            handle,
            asks_each_time,
            certificate: own,
        },
    ))
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes)
        .trim_end_matches('\0')
        .to_owned()
}

fn name(info: &TokenInfo) -> TokenName {
    TokenName {
        label: info.label().to_owned(),
        serial: info.serial_number().to_owned(),
        tries: if info.user_pin_locked() {
            PinTries::None
        } else {
            tries(info)
        },
    }
}

fn tries(info: &TokenInfo) -> PinTries {
    if info.user_pin_final_try() {
        PinTries::One
    } else if info.user_pin_count_low() {
        PinTries::Few
    } else {
        PinTries::Unknown
    }
}

fn refusal(error: Error) -> KeyError {
    match error {
        Error::Pkcs11(
            RvError::DeviceRemoved
            | RvError::TokenNotPresent
            | RvError::TokenNotRecognized
            | RvError::SessionHandleInvalid
            | RvError::SessionClosed,
            _,
        ) => KeyError::TokenGone,
        other => KeyError::Refused(other.to_string()),
    }
}
