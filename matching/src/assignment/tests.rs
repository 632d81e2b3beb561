use super::*;

/// Prices prove the pairs: nothing exceeds them, and their sum is the weight reached.
#[test]
fn prices_prove_the_pairs_of_random_tables() {
    for seed in 0..500_u64 {
        let (height, width) = (1 + seed % 13, 1 + seed % 11);
        let mut entries = Vec::new();
        let mut chance = seed * 0x9E37_79B9 + 12345;
        for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            if chance >> 62 > 0 {
                entries.push((row as usize, column as usize, (chance >> 40) as i64 % 30));
            }
        }
        let table = Table::new(height as usize, width as usize, entries.into_iter());
        let pairs = solve(&table);
        let mut taken = vec![false; width as usize];
        let mut total = 0;
        for row in 0..table.height() {
            for entry in table.entries(row) {
                let priced = pairs.row_prices[row] + pairs.column_prices[table.column(entry)];
                assert!(priced >= table.weights[entry], "seed {seed}");
            }
            if let Some(entry) = pairs.entry_of[row] {
                assert!(!std::mem::replace(&mut taken[table.column(entry)], true), "seed {seed}");
                total += table.weights[entry];
            }
        }
        let proven: i64 = pairs.row_prices.iter().chain(&pairs.column_prices).sum();
        assert_eq!(total, proven, "seed {seed}");
        assert!(pairs.row_prices.iter().chain(&pairs.column_prices).all(|price| *price >= 0));
    }
}
