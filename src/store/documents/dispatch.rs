//! How documents left, and when they arrived: the appeal deadline follows from it (`L1.8`).

use crate::clock::Instant;
use crate::store::{Row, StoreError, Tx};
use crate::{params, values};
use housing::Date;

/// Who a letter went to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecipientKind {
    Party,
    /// Acts for the party: their clock is the party's (`L1.6`).
    Representative,
    /// An appeal body, or another authority.
    Body,
}

impl RecipientKind {
    const ALL: [Self; 3] = [Self::Party, Self::Representative, Self::Body];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Party => "PARTY",
            Self::Representative => "REPRESENTATIVE",
            Self::Body => "BODY",
        }
    }
}

/// How a letter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Post,
    Digital,
    ByHand,
}

impl Channel {
    /// Every way, the usual first.
    pub const ALL: [Self; 3] = [Self::Post, Self::Digital, Self::ByHand];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Digital => "DIGITAL",
            Self::ByHand => "BY_HAND",
        }
    }

    /// The channel of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

/// One letter to one recipient.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dispatch {
    pub document: String,
    pub position: i64,
    /// The name as it is written on the letter.
    pub recipient: String,
    pub recipient_kind: RecipientKind,
    pub channel: Channel,
    pub queued_at: Instant,
    /// The letter carries no address, though none is protected.
    pub unaddressed: bool,
    /// The address as it is printed on the letter, a line each; `None` when it is protected, and on letters from
    /// before it was kept.
    pub address: Option<Vec<String>>,
    /// It goes to the population register, which forwards it to a protected address (`L7.3`).
    pub by_register: bool,
    /// `None` while it waits.
    pub sent: Option<Date>,
    pub sent_by: Option<String>,
    /// Proven arrival; presumed from `sent` while it is `None`.
    pub arrived: Option<Date>,
    pub arrival_shown_by: Option<String>,
    /// The last day to appeal that the letter itself names, where it gives the right to.
    pub appeal_by: Option<Date>,
    pub version: i64,
}

/// Every column of a dispatch, in the order [`dispatch`] reads them.
const COLUMNS: &str = "document, position, recipient, recipient_kind, channel, queued_at, sent, sent_by, arrived, \
    arrival_shown_by, version, unaddressed, address, by_register, appeal_by";

fn dispatch(row: &Row) -> Result<Dispatch, StoreError> {
    let (kind, channel): (String, String) = (row.get(3)?, row.get(4)?);
    let known = RecipientKind::ALL.into_iter().find(|known| known.code() == kind);
    Ok(Dispatch {
        document: row.get(0)?,
        position: row.get(1)?,
        recipient: row.get(2)?,
        recipient_kind: known.ok_or(StoreError::Corrupt { what: "kind of recipient", found: kind })?,
        channel: Channel::from_code(&channel).ok_or(StoreError::Corrupt { what: "channel", found: channel })?,
        queued_at: row.get(5)?,
        sent: row.get(6)?,
        sent_by: row.get(7)?,
        arrived: row.get(8)?,
        arrival_shown_by: row.get(9)?,
        version: row.get(10)?,
        unaddressed: row.get(11)?,
        address: row.get::<Option<String>>(12)?.map(|lines| lines.lines().map(str::to_owned).collect()),
        by_register: row.get(13)?,
        appeal_by: row.get(14)?,
    })
}

/// To whom a document went, and how.
///
/// # Errors
/// When the store fails.
pub fn of_document(tx: &mut Tx<'_>, document: &str) -> Result<Vec<Dispatch>, StoreError> {
    let municipality = tx.municipality();
    let sql = format!("SELECT {COLUMNS} FROM dispatch WHERE municipality = $1 AND document = $2 ORDER BY position");
    tx.query(&sql, params![municipality, document])?.iter().map(dispatch).collect()
}

/// Puts a letter in the queue, or adds one that was sent already.
///
/// # Errors
/// When the store fails.
pub fn insert_dispatch(tx: &mut Tx<'_>, new: &Dispatch) -> Result<(), StoreError> {
    let municipality = tx.municipality();
    tx.add(
        "INSERT INTO dispatch (municipality, document, position, recipient, recipient_kind, channel, queued_at, sent, \
         sent_by, arrived, arrival_shown_by, unaddressed, address, by_register, appeal_by, version) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1)",
        values![
            municipality,
            &new.document,
            new.position,
            &new.recipient,
            new.recipient_kind.code(),
            new.channel.code(),
            new.queued_at,
            new.sent,
            new.sent_by.clone(),
            new.arrived,
            new.arrival_shown_by.clone(),
            new.unaddressed,
            new.address.as_ref().map(|lines| lines.join("\n")),
            new.by_register,
            new.appeal_by
        ],
    )?;
    Ok(())
}

/// Notes that a letter left on a day. `false` when it had left already, or somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn hand_over(
    tx: &mut Tx<'_>,
    letter: &Dispatch,
    channel: Channel,
    (sent, by): (Date, &str),
) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE dispatch SET channel = $4, sent = $5, sent_by = $6, version = version + 1 \
         WHERE municipality = $1 AND document = $2 AND position = $3 AND version = $7 AND sent IS NULL",
        params![municipality, &letter.document, letter.position, channel.code(), sent, by, letter.version],
    )?;
    Ok(touched == 1)
}

/// Notes that a letter left otherwise than was noted. `false` when somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn correct_hand_over(
    tx: &mut Tx<'_>,
    letter: &Dispatch,
    channel: Channel,
    (sent, by): (Date, &str),
) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE dispatch SET channel = $4, sent = $5, sent_by = $6, version = version + 1 \
         WHERE municipality = $1 AND document = $2 AND position = $3 AND version = $7 AND sent IS NOT NULL",
        params![municipality, &letter.document, letter.position, channel.code(), sent, by, letter.version],
    )?;
    Ok(touched == 1)
}

/// Notes the day a letter is proven to have arrived, in place of the presumed one (`L1.8`). `false` when
/// somebody else saved first.
///
/// # Errors
/// When the store fails.
pub fn prove_arrival(tx: &mut Tx<'_>, letter: &Dispatch, arrived: Date, by: &str) -> Result<bool, StoreError> {
    let municipality = tx.municipality();
    let touched = tx.execute(
        "UPDATE dispatch SET arrived = $4, arrival_shown_by = $5, version = version + 1 \
         WHERE municipality = $1 AND document = $2 AND position = $3 AND version = $6",
        params![municipality, &letter.document, letter.position, arrived, by, letter.version],
    )?;
    Ok(touched == 1)
}

/// A letter in the queue, with what is needed to find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub dispatch: Dispatch,
    pub case: Option<String>,
    pub application: String,
    pub person: String,
    pub title: String,
    pub kind: String,
}

/// The letters that wait to be sent, the oldest first; without those of strictly protected people when
/// `only_open` is asked for.
///
/// # Errors
/// When the store fails.
pub fn waiting(tx: &mut Tx<'_>, only_open: bool, most: i64) -> Result<Vec<Waiting>, StoreError> {
    let municipality = tx.municipality();
    let sql = "SELECT d.document, d.position, d.recipient, d.recipient_kind, d.channel, d.queued_at, d.sent, d.sent_by, \
         d.arrived, d.arrival_shown_by, d.version, d.unaddressed, d.address, \
         d.by_register, d.appeal_by, o.housing_case, o.application, o.person, o.title, o.kind \
         FROM dispatch d JOIN document o ON o.municipality = d.municipality AND o.id = d.document \
         JOIN application a ON a.municipality = o.municipality AND a.id = o.application \
         JOIN person p ON p.municipality = a.municipality AND p.id = a.applicant \
         WHERE d.municipality = $1 AND d.sent IS NULL AND (CAST($2 AS BIGINT) = 0 OR (a.restricted = 0 AND p.restricted = 0)) \
         ORDER BY d.queued_at, d.document, d.position LIMIT $3";
    let rows = tx.query(sql, params![municipality, i64::from(only_open), most])?;
    let waiting = |row: &Row| {
        Ok(Waiting {
            dispatch: dispatch(row)?,
            case: row.get(15)?,
            application: row.get(16)?,
            person: row.get(17)?,
            title: row.get(18)?,
            kind: row.get(19)?,
        })
    };
    rows.iter().map(waiting).collect()
}
