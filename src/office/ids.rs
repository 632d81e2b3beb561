//! What things are called by the program.

/// A new id: a time-ordered UUID, written in 22 letters and digits that sort as it does. Ids are a
/// third of what is on disk, most of it in indexes, so they are written short.
pub fn new_id() -> String {
    let id = uuid::Uuid::now_v7().as_u128();
    let mut written = [0; 22];
    for (half, digits) in [id >> 64, id & u128::from(u64::MAX)].into_iter().zip(written.chunks_exact_mut(11)) {
        let mut rest = u64::try_from(half).expect("half of an id has 64 bits");
        for digit in digits.iter_mut().rev() {
            *digit = DIGITS[(rest % 62) as usize];
            rest /= 62;
        }
    }
    written.map(char::from).iter().collect()
}

/// In the order that texts are sorted in.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

#[cfg(test)]
mod tests {
    use super::new_id;

    #[test]
    fn ids_are_short_and_sort_by_time() {
        let ids: Vec<String> = (0..1_000).map(|_| new_id()).collect();
        assert!(ids.is_sorted_by(|before, after| before < after), "{ids:?}");
        assert!(ids.iter().all(|id| id.len() == 22 && id.bytes().all(|digit| digit.is_ascii_alphanumeric())));
    }
}
