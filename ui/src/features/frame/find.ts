// What the palette finds, in both languages at once.
import type { AssessmentRow, Catalogue, SystemRow } from "../../api/contract.gen";
import { href } from "../../routes";

export interface Found {
  kind: "system" | "assessment" | "question" | "place";
  id: string;
  title: string;
  /** What tells it from others of the same title. */
  detail: string;
  href: string;
}

/** Something to be found, with the words that find it. */
export interface Entry extends Found {
  words: string;
}

export function systemEntries(rows: readonly SystemRow[]): Entry[] {
  return rows.map(({ system }) => {
    const { name, supplier, model, version, reference } = system.facts;
    return {
      kind: "system",
      id: system.id,
      title: name,
      detail: [version, supplier].filter(Boolean).join(" · "),
      href: href("system", { id: system.id }),
      words: [name, supplier, model, version, reference].join(" ").toLowerCase(),
    };
  });
}

export function assessmentEntries(rows: readonly AssessmentRow[], period: (row: AssessmentRow) => string): Entry[] {
  return rows.map((row) => ({
    kind: "assessment",
    id: row.id,
    title: row.systemName,
    detail: period(row),
    href: href("assessment", { id: row.id }),
    words: `${row.systemName} ${row.period.from} ${row.period.to}`.toLowerCase(),
  }));
}

/** The questions, each leading into the given assessment. */
export function questionEntries(catalogue: Catalogue, assessment: string, chinese: boolean): Entry[] {
  return catalogue.clauses.flatMap((clause) =>
    clause.questions.map((question) => ({
      kind: "question" as const,
      id: question.id,
      title: chinese ? question.text.zh : question.text.en,
      detail: question.id,
      href: href("assessmentQuestion", { id: assessment, question: question.id }),
      words: `${question.id} ${question.text.en} ${question.text.zh}`.toLowerCase(),
    })),
  );
}

/** Entries that hold every word, those whose title begins with the search first. */
export function find(entries: readonly Entry[], search: string, most = 30): Entry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = entries.filter((entry) => words.every((word) => entry.words.includes(word)));
  const first = words[0] ?? "";
  const rank = (entry: Entry): number => (entry.title.toLowerCase().startsWith(first) ? 0 : 1);
  return hits.sort((a, b) => rank(a) - rank(b)).slice(0, most);
}
