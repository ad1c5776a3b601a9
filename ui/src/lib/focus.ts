// The focus when what had it goes away: without this it falls to the page, and the next key goes nowhere.

/** Takes the focus, also where it does not come by Tab. */
export function focusOn(element: HTMLElement | null | undefined): void {
  if (!element) return;
  if (!element.matches("a[href], button, input, select, textarea, [tabindex]")) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/** What had the focus last, and what it stood in, from the inside out. */
let last: Element[] = [];

/** Gives the focus to the nearest heading when the control that had it is gone; returns how to stop. */
export function keepFocus(): () => void {
  const note = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? chain(target) : [];
  };
  const observer = new MutationObserver(rescue);
  document.addEventListener("focusin", note);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener("focusin", note);
    observer.disconnect();
    last = [];
  };
}

function chain(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) found.push(at);
  return found;
}

function rescue(): void {
  const [lost, ...around] = last;
  if (!lost || lost.isConnected) return;
  last = [];
  const { activeElement } = document;
  if (activeElement?.isConnected && activeElement !== document.body) return;
  focusOn(near(around.filter((element) => element.isConnected)));
}

/** The heading of the part that is left; where only the page is, a new screen takes the focus itself. */
function near(around: Element[]): HTMLElement | null {
  for (const element of around) {
    if (element.id === "main") break;
    const heading = element.querySelector<HTMLElement>("h1, h2, h3");
    if (heading) return heading;
  }
  return document.getElementById("main");
}
