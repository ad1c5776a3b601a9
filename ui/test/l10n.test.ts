import { FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { flushSync } from "svelte";
import { parse } from "svelte/compiler";
import { afterEach, describe, expect, it } from "vitest";
import { effectRoot } from "./effect.svelte";
import { bundle, has, l10n, LOCALES, pick, t, tIn } from "../src/l10n/index.svelte";

const ROOT = join(import.meta.dirname, "../..");
const SOURCES = join(ROOT, "ui/src");

/** The variables that a message names, however deep in its variants. */
function variables(node: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(node)) for (const item of node) variables(item, found);
  else if (node && typeof node === "object") {
    if ("type" in node && node.type === "var" && "name" in node) found.add(String(node.name));
    for (const item of Object.values(node)) variables(item, found);
  }
  return found;
}

/** Every message of a language with the variables it names. */
function messages(locale: string): Map<string, string[]> {
  const folder = join(ROOT, "assets/locales", locale);
  const found = new Map<string, string[]>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".ftl"))) {
    for (const entry of new FluentResource(readFileSync(join(folder, file), "utf8")).body) {
      expect(found.has(entry.id), `${entry.id} stands twice (${file})`).toBe(false);
      found.set(entry.id, [...variables(entry)].sort());
    }
  }
  return found;
}

function sourceFiles(folder = SOURCES): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(svelte|ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Components with those that they import, and so on. */
function withImported(names: string[]): string[] {
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, name] of readFileSync(file, "utf8").matchAll(/import [A-Z]\w* from "(\.[^"]*\.svelte)"/g)) {
      add(join(dirname(file), name as string));
    }
  };
  names.forEach((name) => add(join(SOURCES, name)));
  return [...found];
}

describe("messages", () => {
  const english = messages("en");
  const chinese = messages("zh-CN");

  it("exist in both languages with the same arguments", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [id, names] of english) expect(chinese.get(id), id).toEqual(names);
  });

  it("are there for every id that the sources name", () => {
    for (const file of sourceFiles()) {
      const source = readFileSync(file, "utf8");
      for (const [, id] of source.matchAll(/\bt(?:In)?\((?:"(?:en|zh-CN)", )?"(?!(?:en|zh-CN)")([a-z][\w-]*)"/g)) {
        expect(english.has(id as string), `${id} in ${file}`).toBe(true);
      }
      for (const [, prefix] of source.matchAll(/\bt(?:In)?\((?:"(?:en|zh-CN)", )?`([a-z][\w-]*)\$\{/g)) {
        const some = [...english.keys()].some((id) => id.startsWith(prefix as string));
        expect(some, `${prefix}… in ${file}`).toBe(true);
      }
    }
  });

  it("of the first screen are in the files that the window starts with", () => {
    const first = ["ui.ftl", "workspace.ftl"].map((name) => readFileSync(join(ROOT, "assets/locales/en", name), "utf8"));
    const ids = first.flatMap((source) => [...new FluentResource(source).body].map((entry) => entry.id));
    const components = withImported(["features/workspace/Start.svelte", "components/Status.svelte"]);
    expect(components.length).toBeGreaterThan(5);
    for (const file of components) {
      for (const [, id] of readFileSync(file, "utf8").matchAll(/\bt\(["`]([a-z][\w-]*)/g)) {
        expect(ids.some((known) => known.startsWith(id as string)), `${id} in ${file}`).toBe(true);
      }
    }
  });

  it("are the only place of Chinese text, apart from each language's own name and fixtures", () => {
    const allowed = ["l10n/index.svelte.ts", "api/fixtures.ts", "api/assessmentFixtures.ts", "api/decisionFixtures.ts", "api/statsFixtures.ts", "api/importFixtures.ts", "api/incidentFixtures.ts", "api/reviewFixtures.ts", "api/auditFixtures.ts", "api/fallbackFixtures.ts", "api/findingFixtures.ts", "lib/day.ts", "contract.gen.ts"];
    for (const file of sourceFiles().filter((name) => !allowed.some((end) => name.endsWith(end)))) {
      expect(/\p{Script=Han}/u.test(readFileSync(file, "utf8")), file).toBe(false);
    }
  });
});

/** The words that stand in a component's markup itself: as text, or in attributes that people read. */
function literalWords(source: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown, attribute: string): void => {
    if (Array.isArray(node)) return node.forEach((item) => walk(item, attribute));
    if (!node || typeof node !== "object") return;
    const typed = node as { type?: string; name?: string; data?: string };
    const named = typed.type === "Attribute" || typed.type?.endsWith("Directive");
    const name = named ? (typed.name ?? "") : attribute;
    const read = name === "" || /^(title|alt|placeholder|aria-label|aria-description|label)$/.test(name);
    if (typed.type === "Text" && read && /\p{L}{2}/u.test(typed.data ?? "")) found.push(typed.data ?? "");
    for (const value of Object.values(node)) walk(value, name);
  };
  walk(parse(source, { modern: true }).fragment, "");
  return found;
}

describe("markup", () => {
  it("holds no words of its own but names: of the product, of keys, of digests", () => {
    const allowed = /^[\s·]*(Assay|SHA-256|Ctrl K|Ctrl|Enter|Esc|Tab|Shift|F1)\s*$/;
    for (const file of sourceFiles().filter((name) => name.endsWith(".svelte"))) {
      const words = literalWords(readFileSync(file, "utf8")).filter((text) => !allowed.test(text));
      expect(words, file).toEqual([]);
    }
  });

  it("is found out when it does", () => {
    expect(literalWords("<p>Two words</p>")).toEqual(["Two words"]);
    expect(literalWords('<button aria-label="Close it"></button>')).toEqual(["Close it"]);
    expect(literalWords('<p class="small soft">{t("id")}</p>')).toEqual([]);
  });
});

describe("t", () => {
  afterEach(() => (l10n.locale = "en"));

  it("speaks the language of the window and switches at once", () => {
    let shown = "";
    const stop = effectRoot(() => (shown = t("rail-systems")));
    flushSync();
    expect(shown).toBe("AI systems");
    l10n.locale = "zh-CN";
    flushSync();
    expect(shown).toBe("人工智能系统");
    expect(document.documentElement.lang).toBe("zh-CN");
    stop();
  });

  it("puts arguments in without isolation marks", () => {
    expect(t("save-saved", { at: "14:05" })).toBe("Saved at 14:05");
    expect(tIn("zh-CN", "save-saved", { at: "14:05" })).toBe("已保存 14:05");
  });

  it("counts in figures alone where two numbers stand in one sentence", () => {
    const said = (count: number, late: number): string => tIn("en", "overview-title-late", { count, late });
    expect(said(11, 4)).toBe("11 things to do, 4 overdue");
    expect(said(1, 1)).toBe("1 thing to do, 1 overdue");
  });

  it("gives back the id of a message that does not exist", () => {
    expect(t("no-such-message")).toBe("no-such-message");
    expect(has("no-such-message")).toBe(false);
  });

  it("picks the side of a text with both languages", () => {
    const text = { en: "clause", zh: "条款" };
    expect(pick(text)).toBe("clause");
    l10n.locale = "zh-CN";
    expect(pick(text)).toBe("条款");
  });

  it.each(LOCALES)("formats every message of %s without an error", (locale) => {
    const parsed = bundle(locale);
    const all = messages(locale);
    // A message that holds another one needs its variables too.
    const args = Object.fromEntries([...all.values()].flat().map((name) => [name, 2]));
    for (const id of all.keys()) {
      const pattern = parsed.getMessage(id)?.value;
      const errors: Error[] = [];
      if (pattern) parsed.formatPattern(pattern, args, errors);
      expect(errors, id).toEqual([]);
    }
  });
});
