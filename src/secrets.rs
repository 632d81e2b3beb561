//! The key file, and what is done with it: encrypting identity numbers and finding them again.

use aes_gcm_siv::aead::{Aead, KeyInit, Payload};
use aes_gcm_siv::{Aes256GcmSiv, Nonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The keys of one installation, in memory only.
pub struct Secrets {
    cipher: Aes256GcmSiv,
    index_key: Zeroizing<[u8; 32]>,
    check: String,
}

/// What is wrong with the key file.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error(
        "the key file {path} is missing: identity numbers cannot be read without it. \
         hint: put back the copy you keep apart from the data, or name it with --key"
    )]
    Missing { path: PathBuf },
    #[error("the key file {path} is not a Husrom key: it must hold one line of 64 hexadecimal digits")]
    Malformed { path: PathBuf },
    #[error(
        "the key file {path} belongs to another installation: the store was made with a different key. \
         hint: find the key file that was made together with this store"
    )]
    Mismatch { path: PathBuf },
    #[error("there is a key file at {path} already; it is not overwritten")]
    Exists { path: PathBuf },
    #[error("the key file {path} cannot be used: {cause}")]
    Io { path: PathBuf, cause: std::io::Error },
    #[error("no random numbers are to be had from the system")]
    NoRandomness,
}

/// A stored identity number that does not open with this key.
#[derive(Debug, thiserror::Error)]
#[error("a stored value does not open with this key")]
pub struct Unreadable;

impl Secrets {
    /// Makes a new key file at `path`, readable by its owner only.
    ///
    /// # Errors
    /// When the file is there already or cannot be written.
    pub fn create(path: &Path) -> Result<Self, KeyError> {
        let master = Zeroizing::new(random_bytes()?);
        write_new(path, &format!("{}\n", hex(master.as_slice())))?;
        Ok(Self::derive(&master))
    }

    /// Reads the key file at `path`.
    ///
    /// # Errors
    /// When it is missing or is no key.
    pub fn open(path: &Path) -> Result<Self, KeyError> {
        let text = std::fs::read_to_string(path).map(Zeroizing::new).map_err(|cause| match cause.kind() {
            std::io::ErrorKind::NotFound => KeyError::Missing { path: path.to_owned() },
            std::io::ErrorKind::InvalidData => KeyError::Malformed { path: path.to_owned() },
            _other => KeyError::Io { path: path.to_owned(), cause },
        })?;
        let digits = from_hex(text.trim()).map(Zeroizing::new);
        let master = digits.and_then(|bytes| <[u8; 32]>::try_from(bytes.as_slice()).ok());
        let master = master.ok_or_else(|| KeyError::Malformed { path: path.to_owned() })?;
        Ok(Self::derive(&Zeroizing::new(master)))
    }

    fn derive(master: &Zeroizing<[u8; 32]>) -> Self {
        let cipher_key = Zeroizing::new(keyed_hash(master.as_slice(), b"husrom identity cipher"));
        let index_key = Zeroizing::new(keyed_hash(master.as_slice(), b"husrom identity index"));
        let check = hex(&keyed_hash(master.as_slice(), b"husrom key check"));
        Self { cipher: Aes256GcmSiv::new((&*cipher_key).into()), index_key, check }
    }

    /// What the store keeps to recognise its key by; it tells nothing of the key.
    pub fn check(&self) -> &str {
        &self.check
    }

    /// Encrypts `text` for the row `row` (which it is bound to: it will not open in another).
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn encrypt(&self, row: &str, text: &str) -> Result<Vec<u8>, KeyError> {
        self.encrypt_bytes(row, text.as_bytes())
    }

    /// Encrypts bytes as [`Secrets::encrypt`] does texts.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn encrypt_bytes(&self, row: &str, bytes: &[u8]) -> Result<Vec<u8>, KeyError> {
        let nonce: [u8; 12] = random_bytes()?;
        let payload = Payload { msg: bytes, aad: row.as_bytes() };
        let sealed = self.cipher.encrypt(&Nonce::from(nonce), payload).map_err(|_| KeyError::NoRandomness)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Decrypts what [`Secrets::encrypt`] made for the same row.
    ///
    /// # Errors
    /// When it was made with another key or for another row.
    pub fn decrypt(&self, row: &str, stored: &[u8]) -> Result<Zeroizing<String>, Unreadable> {
        String::from_utf8(self.decrypt_bytes(row, stored)?).map(Zeroizing::new).map_err(|_| Unreadable)
    }

    /// Decrypts what [`Secrets::encrypt_bytes`] made for the same row.
    ///
    /// # Errors
    /// When it was made with another key or for another row.
    pub fn decrypt_bytes(&self, row: &str, stored: &[u8]) -> Result<Vec<u8>, Unreadable> {
        let (nonce, sealed) = stored.split_first_chunk::<12>().ok_or(Unreadable)?;
        let payload = Payload { msg: sealed, aad: row.as_bytes() };
        self.cipher.decrypt(&Nonce::from(*nonce), payload).map_err(|_| Unreadable)
    }

    /// The keyed hash an identity number is found again by.
    pub fn index(&self, text: &str) -> String {
        hex(&keyed_hash(self.index_key.as_slice(), text.as_bytes()))
    }
}

fn keyed_hash(key: &[u8], text: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// So many bytes from the system's random source.
///
/// # Errors
/// When the system has none.
pub fn random_bytes<const N: usize>() -> Result<[u8; N], KeyError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| KeyError::NoRandomness)?;
    Ok(bytes)
}

/// Bytes as lowercase hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// Bytes from hexadecimal digits, two for each; `None` for anything else.
pub fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect()
}

fn write_new(path: &Path, text: &str) -> Result<(), KeyError> {
    use std::io::Write as _;
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|cause| match cause.kind() {
        std::io::ErrorKind::AlreadyExists => KeyError::Exists { path: path.to_owned() },
        _other => KeyError::Io { path: path.to_owned(), cause },
    })
}
