// Every message a person reads, in the language of the window. A message read in a template is
// read again when the language changes.
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Locale } from "../api/contract.gen";

export const LOCALES: readonly Locale[] = ["en", "zh-CN"];

/** Each language's name in itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", "zh-CN": "简体中文" };

const sources: Record<Locale, Record<string, string>> = {
  en: import.meta.glob<string>("../../../assets/locales/en/*.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  "zh-CN": import.meta.glob<string>("../../../assets/locales/zh-CN/*.ftl", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
};

const bundles = new Map<Locale, FluentBundle>();

/** The language's messages, parsed when they are first needed. */
export function bundle(locale: Locale): FluentBundle {
  let made = bundles.get(locale);
  if (!made) {
    // Isolation marks are off here as in the reports: they would reach copied text.
    made = new FluentBundle(locale, { useIsolating: false });
    for (const source of Object.values(sources[locale])) {
      made.addResource(new FluentResource(source));
    }
    bundles.set(locale, made);
  }
  return made;
}

let current = $state<Locale>("en");

export const l10n = {
  get locale(): Locale {
    return current;
  },
  set locale(next: Locale) {
    current = next;
    if (typeof document !== "undefined") document.documentElement.lang = next;
  },
};

export type Args = Record<string, FluentVariable>;

function format(locale: Locale, id: string, args?: Args): string | null {
  const messages = bundle(locale);
  const dot = id.indexOf(".");
  const message = messages.getMessage(dot < 0 ? id : id.slice(0, dot));
  const pattern = dot < 0 ? message?.value : message?.attributes[id.slice(dot + 1)];
  if (!pattern) return null;
  const errors: Error[] = [];
  const text = messages.formatPattern(pattern, args ?? null, errors);
  if (import.meta.env.DEV && errors.length > 0) console.error(`${locale} ${id}`, errors);
  return text;
}

/** The message in the language of the window; its id where it has none, which a test forbids. */
export function t(id: string, args?: Args): string {
  return format(current, id, args) ?? id;
}

/** The message in a named language, for texts that show both. */
export function tIn(locale: Locale, id: string, args?: Args): string {
  return format(locale, id, args) ?? id;
}

/** Whether there is such a message. */
export function has(id: string): boolean {
  return bundle(current).hasMessage(id);
}

/** The side of a text with both languages that the window shows. */
export function pick(text: { en: string; zh: string }): string {
  return current === "zh-CN" ? text.zh : text.en;
}
