//! A folder or a zip file that somebody else opens, written whole or not at all.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Where files go until all are there.
enum Target {
    Folder(PathBuf),
    Zip(Box<ZipWriter<File>>),
}

/// A folder or zip file that is being written.
pub struct Archive {
    target: Target,
    path: PathBuf,
    draft: PathBuf,
}

impl Archive {
    /// Begins a zip file where the name ends in `.zip`, else a folder.
    ///
    /// # Errors
    /// `AlreadyExists` when something of this name is there, and what else a disk refuses.
    pub fn begin(path: &Path) -> io::Result<Self> {
        if path.exists() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let mut draft = path.as_os_str().to_owned();
        draft.push(".draft");
        let draft = PathBuf::from(draft);
        let is_zip = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("zip"));
        let target = if is_zip {
            Target::Zip(Box::new(ZipWriter::new(File::create_new(&draft)?)))
        } else {
            fs::create_dir(&draft)?;
            Target::Folder(draft.clone())
        };
        Ok(Self {
            target,
            path: path.to_owned(),
            draft,
        })
    }

    /// Begins one file, which ends where the next begins; `name` is a path of plain names with slashes between.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn file(&mut self, name: &str) -> io::Result<Box<dyn Write + '_>> {
        match &mut self.target {
            Target::Folder(folder) => {
                let path = folder.join(name);
                path.parent().map_or(Ok(()), fs::create_dir_all)?;
                Ok(Box::new(File::create(path)?))
            }
            Target::Zip(zip) => {
                // No time of day: the same content gives the same file. Evidence may be larger than 4 GB.
                let options = SimpleFileOptions::default().large_file(true);
                zip.start_file(name, options)?;
                Ok(Box::new(zip))
            }
        }
    }

    /// Gives the finished folder or file its name.
    ///
    /// # Errors
    /// What the disk refuses.
    pub fn finish(mut self) -> io::Result<()> {
        let done = match std::mem::replace(&mut self.target, Target::Folder(PathBuf::new())) {
            Target::Folder(_) => Ok(()),
            Target::Zip(zip) => zip.finish().map(drop).map_err(io::Error::from),
        };
        done.and_then(|()| fs::rename(&self.draft, &self.path))
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        // Gone already where it was finished.
        if self.draft.is_dir() {
            drop(fs::remove_dir_all(&self.draft));
        } else {
            drop(fs::remove_file(&self.draft));
        }
    }
}

/// A name that every file system takes and `sha256sum -c` reads: no separators, no control characters, not too long.
#[must_use]
pub fn plain_name(name: &str) -> String {
    /// How long a name may be, in bytes, with room for what stands before it.
    const LONGEST: usize = 180;
    let kept: String = name
        .chars()
        .map(|one| {
            let unfit = one.is_control()
                || "/\\:*?\"<>|\u{202a}\u{202b}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}"
                    .contains(one);
            if unfit { '_' } else { one }
        })
        .collect();
    let kept = kept.trim_matches([' ', '.']);
    let (stem, ending) = match kept.rsplit_once('.') {
        Some((stem, ending)) if ending.len() <= 10 => (stem, format!(".{ending}")),
        _ => (kept, String::new()),
    };
    let room = LONGEST - ending.len();
    let cut = (0..=room.min(stem.len()))
        .rev()
        .find(|at| stem.is_char_boundary(*at))
        .unwrap_or(0);
    let name = format!("{}{ending}", &stem[..cut]);
    if name.is_empty() {
        "_".to_owned()
    } else {
        name
    }
}
