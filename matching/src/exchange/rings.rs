//! Every ring of sitting households up to a length.

use crate::problem::Problem;

/// Lists the rings of at most `longest` moves among these fits, each as its fits in the order of the ring. `None` if
/// there are more than `most`.
pub(crate) fn list(problem: &Problem, fits: &[usize], longest: usize, most: usize) -> Option<Vec<Vec<usize>>> {
    let mut links: Vec<Vec<(usize, usize)>> = vec![Vec::new(); problem.households.len()];
    for &fit in fits {
        let household = problem.fits[fit].household;
        if let (Some(_), Some(sitting)) = (problem.households[household].home, problem.lives_in[problem.fits[fit].home])
        {
            links[household].push((sitting, fit));
        }
    }
    let mut walk = Walk {
        links: &links,
        longest,
        most,
        work: 0,
        on_path: vec![false; links.len()],
        path: Vec::new(),
        found: Vec::new(),
    };
    for first in 0..links.len() {
        if !walk.from(first, first) {
            return None;
        }
    }
    Some(walk.found)
}

struct Walk<'a> {
    links: &'a [Vec<(usize, usize)>],
    longest: usize,
    most: usize,
    /// Links looked at, so that looking for rings stays cheap where there are few.
    work: usize,
    on_path: Vec<bool>,
    path: Vec<usize>,
    found: Vec<Vec<usize>>,
}

impl Walk<'_> {
    /// Goes on from `at` to everybody after `first`, and back to `first`. False if it became too much.
    fn from(&mut self, first: usize, at: usize) -> bool {
        self.on_path[at] = true;
        let links = self.links;
        for &(next, fit) in &links[at] {
            self.work += 1;
            if next == first && !self.path.is_empty() {
                let mut ring = self.path.clone();
                ring.push(fit);
                self.found.push(ring);
            } else if next > first && !self.on_path[next] && self.path.len() + 1 < self.longest {
                self.path.push(fit);
                let within = self.from(first, next);
                self.path.pop();
                if !within {
                    return false;
                }
            }
            if self.found.len() > self.most || self.work > 50 * self.most {
                return false;
            }
        }
        self.on_path[at] = false;
        true
    }
}
