// The keyboard shortcuts, in one table that the help dialog shows.

export interface Shortcut {
  /** Keys as written on them. */
  keys: string;
  /** Message that says what it does. */
  message: string;
}

export const SHORTCUTS: readonly Shortcut[] = [
  { keys: "Ctrl K", message: "shortcut-find" },
  { keys: "Ctrl D", message: "shortcut-decision" },
  { keys: "Ctrl Enter", message: "shortcut-save" },
  { keys: "Ctrl L", message: "shortcut-lock" },
  { keys: "F1", message: "shortcut-help" },
  { keys: "Alt ←", message: "shortcut-back" },
  { keys: "↑ ↓", message: "shortcut-rows" },
  { keys: "Enter", message: "shortcut-open" },
  { keys: "Esc", message: "shortcut-close" },
];

/** Whether the event is the key with Ctrl, or Cmd on a Mac, and nothing else. */
export function isCommand(event: KeyboardEvent, key: string): boolean {
  return (
    (event.ctrlKey || event.metaKey) &&
    !event.altKey &&
    !event.shiftKey &&
    event.key.toLowerCase() === key
  );
}
