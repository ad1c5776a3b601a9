// Single keys of a part of a page: they count only while the focus is in it, so the part takes the focus
// when it appears, and whoever goes on by keys never has to click.

/** Whether a key is pressed for a part of the page: not held down, not in a field, not in a dialog over it. */
export function isForPart(event: KeyboardEvent): boolean {
  const at = event.target instanceof Element ? event.target : document.body;
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return false;
  return at.closest("dialog, textarea, select, input:not([type=radio])") === null;
}

/** Gives the focus to the heading of a part that has just appeared, unless a dialog is open. */
export function takeFocus(heading: HTMLElement): void {
  if (!document.querySelector("dialog[open]")) heading.focus();
}
