//! Sparse vectors.

/// Sparse vectors laid end to end.
#[derive(Clone, Debug)]
pub(super) struct Sparse {
    starts: Vec<usize>,
    entries: Vec<(u32, f64)>,
}

impl Sparse {
    pub fn new() -> Self {
        Self { starts: vec![0], entries: Vec::new() }
    }

    pub fn clear(&mut self) {
        self.starts.truncate(1);
        self.entries.clear();
    }

    pub fn push(&mut self, row: usize, value: f64) {
        self.entries.push((u32::try_from(row).expect("fewer rows than 32 bits can count"), value));
    }

    pub fn end(&mut self) {
        self.starts.push(self.entries.len());
    }

    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    pub fn get(&self, at: usize) -> &[(u32, f64)] {
        &self.entries[self.starts[at]..self.starts[at + 1]]
    }
}
