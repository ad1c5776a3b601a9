// Light or dark, as chosen or as the desktop has it.
import type { Theme } from "../api/contract.gen";

const desktop = typeof window === "undefined" ? null : window.matchMedia?.("(prefers-color-scheme: dark)");
let chosen: Theme = "system";

function show(): void {
  const dark = chosen === "dark" || (chosen === "system" && desktop?.matches === true);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
}

desktop?.addEventListener?.("change", show);

export function applyTheme(theme: Theme): void {
  chosen = theme;
  show();
}
