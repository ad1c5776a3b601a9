//! Envelopes: anybody may close one with a public key, and the private key alone opens it.
//!
//! # Layout
//! An ephemeral X25519 public key (32 bytes), then the content and its tag (XChaCha20-Poly1305). The
//! key is HKDF-SHA256(salt = workspace id, input = shared secret, ephemeral key, public key), expanded
//! with the purpose. It is used once, so the nonce is zero. What the envelope belongs to, such as the
//! pseudonym of a name, is associated data, so an envelope says nothing in another one's place.

use crate::key::expand;
use crate::key::{PersonSecrets, Random};
use assay_domain::id::WorkspaceId;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use std::fmt;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

/// Closes envelopes.
pub(crate) type Address = [u8; 32];

/// Opens envelopes; wiped from memory when dropped and never printed.
#[derive(Clone)]
pub(crate) struct EnvelopeKey(StaticSecret);

impl fmt::Debug for EnvelopeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnvelopeKey")
    }
}

impl EnvelopeKey {
    pub(crate) fn random(random: &mut Random) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        random(bytes.as_mut_slice());
        Self(StaticSecret::from(*bytes))
    }

    /// Derives the key of one person, which opens with that person's own secrets alone.
    pub(crate) fn of(workspace: WorkspaceId, secrets: &PersonSecrets) -> Self {
        let own = secrets.own_key.as_slice();
        let bytes = expand(workspace, own, b"assay/person-envelope/1");
        Self(StaticSecret::from(*bytes))
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let bytes = Zeroizing::new(<[u8; 32]>::try_from(bytes).ok()?);
        Some(Self(StaticSecret::from(*bytes)))
    }

    pub(crate) fn to_bytes(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(self.0.to_bytes())
    }

    pub(crate) fn address(&self) -> Address {
        PublicKey::from(&self.0).to_bytes()
    }

    /// Opens an envelope; nothing when it was closed for another key, purpose or place.
    pub(crate) fn open(
        &self,
        workspace: WorkspaceId,
        purpose: &[u8],
        belongs_to: &[u8],
        envelope: &[u8],
    ) -> Option<Zeroizing<Vec<u8>>> {
        let (ephemeral, sealed) = envelope.split_first_chunk::<32>()?;
        let shared = self.0.diffie_hellman(&PublicKey::from(*ephemeral));
        let shared = Zeroizing::new(shared.to_bytes());
        let cipher = cipher(workspace, &shared, ephemeral, &self.address(), purpose);
        let payload = Payload {
            msg: sealed,
            aad: belongs_to,
        };
        let content = cipher.decrypt(&[0; 24].into(), payload).ok()?;
        Some(Zeroizing::new(content))
    }
}

/// Closes an envelope for the key that an address belongs to.
pub(crate) fn close(
    workspace: WorkspaceId,
    address: &Address,
    (purpose, belongs_to): (&[u8], &[u8]),
    content: &[u8],
    random: &mut Random,
) -> Vec<u8> {
    let ephemeral = EnvelopeKey::random(random);
    let shared = ephemeral.0.diffie_hellman(&PublicKey::from(*address));
    let shared = Zeroizing::new(shared.to_bytes());
    let front = ephemeral.address();
    let payload = Payload {
        msg: content,
        aad: belongs_to,
    };
    let sealed = cipher(workspace, &shared, &front, address, purpose)
        .encrypt(&[0; 24].into(), payload)
        .expect("an envelope is shorter than the cipher's limit");
    [front.as_slice(), &sealed].concat()
}

fn cipher(
    workspace: WorkspaceId,
    shared: &[u8; 32],
    ephemeral: &Address,
    address: &Address,
    purpose: &[u8],
) -> XChaCha20Poly1305 {
    let input = Zeroizing::new([shared.as_slice(), ephemeral, address].concat());
    let key = expand(workspace, &input, purpose);
    XChaCha20Poly1305::new_from_slice(key.as_slice()).expect("the key has 32 bytes")
}

/// Lengthens a text to whole steps, so that the length of an envelope says little of what is in it.
pub(crate) fn padded(text: &str, step: usize) -> Zeroizing<Vec<u8>> {
    let mut content = Zeroizing::new(Vec::with_capacity(text.len() + step));
    content.extend_from_slice(&(text.len() as u32).to_be_bytes());
    content.extend_from_slice(text.as_bytes());
    let whole = content.len().next_multiple_of(step);
    content.resize(whole, 0);
    content
}

/// Returns the text that was lengthened; nothing when it is none.
pub(crate) fn unpadded(content: &[u8]) -> Option<Zeroizing<String>> {
    let (length, rest) = content.split_first_chunk::<4>()?;
    let text = rest.get(..u32::from_be_bytes(*length) as usize)?;
    let text = std::str::from_utf8(text).ok()?;
    Some(Zeroizing::new(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn random(mut state: u64) -> Random {
        Box::new(move |bytes| {
            for byte in bytes {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                *byte = state.to_be_bytes()[3];
            }
        })
    }

    #[test]
    fn an_envelope_opens_with_its_key_in_its_place_alone() {
        let mut random = random(3);
        let workspace = WorkspaceId::new(uuid::Uuid::from_u128(1));
        let (mine, other) = (
            EnvelopeKey::random(&mut random),
            EnvelopeKey::random(&mut random),
        );
        let place = (&b"purpose"[..], &b"R-00000001"[..]);
        let closed = close(
            workspace,
            &mine.address(),
            place,
            b"Records Clerk",
            &mut random,
        );
        let open = |key: &EnvelopeKey, purpose: &[u8], place: &[u8], envelope: &[u8]| {
            key.open(workspace, purpose, place, envelope)
                .map(|content| content.to_vec())
        };
        assert_eq!(
            open(&mine, place.0, place.1, &closed),
            Some(b"Records Clerk".to_vec())
        );
        assert_eq!(open(&other, place.0, place.1, &closed), None);
        assert_eq!(open(&mine, b"other", place.1, &closed), None);
        assert_eq!(open(&mine, place.0, b"R-00000002", &closed), None);
        for at in 0..closed.len() {
            let mut changed = closed.clone();
            changed[at] ^= 1;
            // The highest bit of the ephemeral key is no part of it, but of what the key is made from.
            assert_eq!(open(&mine, place.0, place.1, &changed), None, "{at}");
        }
        let again = close(
            workspace,
            &mine.address(),
            place,
            b"Records Clerk",
            &mut random,
        );
        assert_ne!(closed, again, "two envelopes of one content differ");
    }
}
