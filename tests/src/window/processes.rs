//! Processes that a test has started, and their children.

use std::process::{Child, Command};

/// A child that ends with the test, whatever becomes of it.
#[derive(Debug)]
pub struct Own(pub Child);

impl Own {
    /// Returns its process number.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.0.id()
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        // What it started goes first: a parent that is gone can't be asked for its children.
        kill(&descendants(self.0.id()));
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Returns the processes that a process has started, directly and through others.
#[must_use]
pub fn descendants(of: u32) -> Vec<u32> {
    let mut found = Vec::new();
    let mut waiting = vec![of];
    while let Some(parent) = waiting.pop() {
        let children = children(parent);
        found.extend(&children);
        waiting.extend(children);
    }
    found
}

fn children(of: u32) -> Vec<u32> {
    let tasks = std::fs::read_dir(format!("/proc/{of}/task"));
    let lists = tasks
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    lists
        .flat_map(|list| {
            list.split_whitespace()
                .filter_map(|id| id.parse().ok())
                .collect::<Vec<u32>>()
        })
        .collect()
}

/// Ends processes at once, without a word to them.
///
/// # Panics
/// When `kill` can't be started.
pub fn kill(processes: &[u32]) {
    if processes.is_empty() {
        return;
    }
    let mut command = Command::new("kill");
    command
        .arg("-KILL")
        .args(processes.iter().map(u32::to_string));
    // One that has ended by itself meanwhile is no failure.
    let _ = command.output().expect("kill starts");
}

/// Returns the name of a process's program, empty when it has ended.
#[must_use]
pub fn name(process: u32) -> String {
    std::fs::read_to_string(format!("/proc/{process}/comm"))
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// Tells whether anything of a process is still running. Its first thread may have ended while another
/// still waits for the disk, and with it the files of the process stay open and locked.
#[must_use]
pub fn lives(process: u32) -> bool {
    let threads = std::fs::read_dir(format!("/proc/{process}/task"));
    threads.into_iter().flatten().flatten().any(|thread| {
        std::fs::read_to_string(thread.path().join("stat")).is_ok_and(|stat| {
            let state = stat.rsplit(')').next().unwrap_or_default();
            !state.starts_with(" Z") && !state.starts_with(" X")
        })
    })
}
