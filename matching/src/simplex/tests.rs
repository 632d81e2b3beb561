use super::*;

/// Two households, two homes: the crossed assignment is worth more than the straight one.
#[test]
fn an_assignment_comes_out_whole() {
    let mut programme = Programme::new(4);
    for (column, score) in [5.0, 9.0, 8.0, 10.0].into_iter().enumerate() {
        programme.set_cost(column, -score);
    }
    for pair in [[0, 1], [2, 3], [0, 2], [1, 3]] {
        programme.add_row(pair.into_iter().map(|column| (column, 1.0)).collect(), 1.0, Joins::WhenBroken);
    }
    assert_eq!(programme.solve(f64::INFINITY, &|| false), Outcome::Optimal);
    let values: Vec<f64> = (0..4).map(|column| programme.value(column).round()).collect();
    assert_eq!(values, [0.0, 1.0, 1.0, 0.0]);
    let prices = programme.prices();
    let gains = [(5.0, 0, 2), (9.0, 0, 3), (8.0, 1, 2), (10.0, 1, 3)];
    let beyond: f64 = gains.iter().map(|(score, one, other)| (score - prices[*one] - prices[*other]).max(0.0)).sum();
    let proven = prices.iter().sum::<f64>() + beyond;
    assert!((proven - 17.0).abs() < 1e-9, "the prices of the limits prove the score: {proven}");
}

#[test]
fn holding_a_column_and_adding_a_row_needs_no_fresh_start() {
    let mut programme = Programme::new(3);
    for column in 0..3 {
        programme.set_cost(column, -1.0);
    }
    for pair in [[0, 1], [1, 2], [0, 2]] {
        programme.add_row(pair.into_iter().map(|column| (column, 1.0)).collect(), 1.0, Joins::WhenBroken);
    }
    assert_eq!(programme.solve(f64::INFINITY, &|| false), Outcome::Optimal);
    assert!((programme.value(0) - 0.5).abs() < 1e-9, "a triangle is worth three halves");
    programme.add_row(vec![(0, 1.0), (1, 1.0), (2, 1.0)], 1.0, Joins::AtOnce);
    assert_eq!(programme.solve(f64::INFINITY, &|| false), Outcome::Optimal);
    let total: f64 = (0..3).map(|column| programme.value(column)).sum();
    assert!((total - 1.0).abs() < 1e-9);
    programme.set_bounds(0, 1.0, 1.0);
    programme.set_bounds(1, 1.0, 1.0);
    assert_eq!(programme.solve(f64::INFINITY, &|| false), Outcome::Cutoff, "two at once there cannot be");
}
