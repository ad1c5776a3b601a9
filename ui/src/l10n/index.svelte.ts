// Every message a person reads, in the language of the window. A message read in a template is
// read again when the language changes.
import { FluentBundle, type FluentResource, type FluentVariable, type Message } from "@fluent/bundle";

import type { Locale } from "../api/contract.gen";

export const LOCALES: readonly Locale[] = ["en", "zh-CN"];

/** Each language's name in itself. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { en: "English", "zh-CN": "简体中文" };

/** The messages of the first screen, which the window starts with. */
const first: Record<Locale, Record<string, FluentResource>> = {
  en: import.meta.glob<FluentResource>("../../../assets/locales/en/{ui,workspace}.ftl", {
    import: "default",
    eager: true,
  }),
  "zh-CN": import.meta.glob<FluentResource>("../../../assets/locales/zh-CN/{ui,workspace}.ftl", {
    import: "default",
    eager: true,
  }),
};

/** All others, each language in a file of its own, so that the first screen does not wait for them. */
const others: Record<Locale, () => Promise<{ default: FluentResource[] }>> = {
  en: () => import("./en"),
  "zh-CN": () => import("./zh-CN"),
};

/**
 * The messages of a language. A file is parsed when a message is looked for that those before it do
 * not have, so that a screen waits for its own messages only.
 */
class Messages {
  // Isolation marks are off here as in the reports: they would reach copied text.
  readonly #bundle: FluentBundle;
  readonly #left: FluentResource[];
  readonly #others: () => Promise<{ default: FluentResource[] }>;
  #read: Promise<void> | undefined;

  constructor(locale: Locale) {
    this.#bundle = new FluentBundle(locale, { useIsolating: false });
    this.#left = Object.values(first[locale]);
    this.#others = others[locale];
  }

  /** Reads what the first screen does without, once. */
  read(): Promise<void> {
    this.#read ??= this.#others().then(({ default: sources }) => void this.#left.push(...sources));
    return this.#read;
  }

  find(id: string) {
    let found = this.#bundle.getMessage(id);
    while (!found && this.#parseNext()) found = this.#bundle.getMessage(id);
    return found;
  }

  format(pattern: NonNullable<Message["value"]>, args: Args | undefined, errors: Error[]): string {
    const text = this.#bundle.formatPattern(pattern, args ?? null, errors);
    // A message may name one of a file that was not parsed yet.
    if (errors.length === 0 || this.#left.length === 0) return text;
    errors.length = 0;
    return this.whole().formatPattern(pattern, args ?? null, errors);
  }

  whole(): FluentBundle {
    while (this.#parseNext());
    return this.#bundle;
  }

  #parseNext(): boolean {
    const source = this.#left.shift();
    if (source === undefined) return false;
    this.#bundle.addResource(source);
    return true;
  }
}

/** Reads every message of both languages: a screen beyond the first may show either. */
export async function readMessages(): Promise<void> {
  await Promise.all(LOCALES.map((locale) => messagesOf(locale).read()));
}

/** All messages of a language, for checks that walk over them. */
export function bundle(locale: Locale): FluentBundle {
  return messagesOf(locale).whole();
}

const languages = new Map<Locale, Messages>();

function messagesOf(locale: Locale): Messages {
  let made = languages.get(locale);
  if (!made) {
    made = new Messages(locale);
    languages.set(locale, made);
  }
  return made;
}

export type Args = Record<string, FluentVariable>;

/** Arguments by which messages choose, such as between one and many, or which are told with the thousands marked. */
const COUNTS: readonly string[] = ["bytes", "count", "page", "pages", "plans", "systems", "whole"];

/** What a message of the program is told with: everything crosses as text, but a text is never one of something. */
export function counted(args: Readonly<Record<string, string | undefined>>): Args {
  const entries = Object.entries(args).map(([name, value = ""]) => [
    name,
    COUNTS.includes(name) && /^\d{1,15}$/.test(value) ? Number(value) : value,
  ]);
  return Object.fromEntries(entries);
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

function format(locale: Locale, id: string, args?: Args): string | null {
  const messages = messagesOf(locale);
  const dot = id.indexOf(".");
  const message = messages.find(dot < 0 ? id : id.slice(0, dot));
  const pattern = dot < 0 ? message?.value : message?.attributes[id.slice(dot + 1)];
  if (!pattern) return null;
  const errors: Error[] = [];
  const text = messages.format(pattern, args, errors);
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
  return messagesOf(current).find(id) !== undefined;
}

/** The side of a text with both languages that the window shows. */
export function pick(text: { en: string; zh: string }): string {
  return current === "zh-CN" ? text.zh : text.en;
}
