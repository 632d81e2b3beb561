//! The law's worked examples stand in `tests/cases/husleie.txt`.

use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_rent_never_follows_the_index_further_than_the_index_went(
        kroner in 1_000_i64..40_000, base in 50_000_i64..200_000, now in 50_000_i64..200_000
    ) {
        let old = Ore::kroner(kroner);
        let new = follow_index(old, IndexPoints(base), IndexPoints(now));
        let exact = i128::from(old.0) * i128::from(now);
        let reached = i128::from(new.0) * i128::from(base);
        prop_assert_eq!(new.0 % 100, 0);
        if now >= base {
            prop_assert!(new >= old && reached <= exact && exact - reached < i128::from(base) * 100);
        } else {
            prop_assert!(new <= old && reached >= exact && reached - exact < i128::from(base) * 100);
        }
    }
}
