//! Keys as a person presses them, in the words of WebDriver and of `xdotool`.

/// A key, or a key held with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// On to the next control.
    Tab,
    /// Back to the control before.
    BackTab,
    /// Enter.
    Enter,
    /// The space bar.
    Space,
    /// Escape.
    Escape,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// A letter held with Ctrl.
    Ctrl(char),
    /// Enter held with Ctrl, which saves what a form holds.
    Save,
    /// F1, which shows the keys.
    Help,
}

const SHIFT: char = '\u{e008}';
const CONTROL: char = '\u{e009}';

impl Key {
    /// Returns the keys to hold and the key to press, as WebDriver writes them.
    #[must_use]
    pub fn codes(self) -> (Option<char>, char) {
        match self {
            Self::Tab => (None, '\u{e004}'),
            Self::BackTab => (Some(SHIFT), '\u{e004}'),
            Self::Enter => (None, '\u{e007}'),
            Self::Space => (None, ' '),
            Self::Escape => (None, '\u{e00c}'),
            Self::Up => (None, '\u{e013}'),
            Self::Down => (None, '\u{e015}'),
            Self::Ctrl(letter) => (Some(CONTROL), letter),
            Self::Save => (Some(CONTROL), '\u{e007}'),
            Self::Help => (None, '\u{e031}'),
        }
    }

    /// Returns the name that `xdotool key` takes.
    #[must_use]
    pub fn x11(self) -> String {
        let name = match self {
            Self::Tab => "Tab",
            Self::BackTab => "shift+Tab",
            Self::Enter => "Return",
            Self::Space => "space",
            Self::Escape => "Escape",
            Self::Up => "Up",
            Self::Down => "Down",
            Self::Save => "ctrl+Return",
            Self::Help => "F1",
            Self::Ctrl(letter) => return format!("ctrl+{letter}"),
        };
        name.to_owned()
    }
}
