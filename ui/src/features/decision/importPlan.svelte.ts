// What is to be imported and how: the file, the mapping, and the first rows as they would come out.
import { BackendError, call } from "../../api/backend";
import type { Content, DecisionImportFile, DecisionImportPlan, Field, ImportPreviewRow, Mapping, Source } from "../../api/contract.gen";
import { errorText } from "../../api/errors";
import { newest } from "../../lib/ask";
import { emptySource, withContent } from "./importFields";

export class ImportPlan {
  system = $state("");
  path = $state("");
  file = $state.raw<DecisionImportFile | null>(null);
  mapping = $state.raw<Mapping | null>(null);
  preview = $state.raw<ImportPreviewRow[] | null>(null);
  problem = $state("");
  /** The field that the mapping as a whole is refused for. */
  wrongField = $state("");
  busy = $state(false);
  private asked = 0;
  /** Of two files that are read one after the other, the last one counts. */
  private readonly reading = newest();
  private mapped: Partial<Record<Content, Mapping>> = {};

  get name(): string {
    return this.path.split(/[\\/]/).at(-1) ?? "";
  }

  /** Looks at a file; a source that was chosen overrules what is recognised. */
  async read(path: string, source: Source = emptySource()): Promise<void> {
    const current = this.reading();
    this.busy = true;
    this.problem = "";
    try {
      const found = await call("decision_import_read", { system: this.system, path, source });
      if (!current()) return;
      const before = this.path === path ? this.mapping : null;
      if (!before) this.mapped = {};
      this.path = path;
      this.file = found;
      // Reading the same file otherwise keeps what was mapped by hand.
      this.mapping = before ? { ...before, source } : { ...found.mapping, name: found.mapping.name || this.name };
      await this.look();
    } catch (reason) {
      if (current()) this.problem = errorText(reason);
    } finally {
      if (current()) this.busy = false;
    }
  }

  set(change: Partial<Mapping>): void {
    if (!this.mapping) return;
    this.mapping = { ...this.mapping, ...change };
    void this.look();
  }

  /** Takes the file for other content; what was mapped for each is there again when one goes back. */
  choose(content: Content): void {
    const before = this.mapping;
    if (!before || before.content === content) return;
    this.mapped[before.content] = before;
    const { name, source, reading } = before;
    const known = this.mapped[content];
    this.set(known ? { ...known, name, source, reading } : withContent(before, content));
  }

  /** Says which columns fill a field; none takes it away. */
  map(field: Field, columns: string[]): void {
    if (!this.mapping) return;
    const all = { ...this.mapping.columns };
    if (columns.length > 0) all[field] = columns;
    else delete all[field];
    this.set({ columns: all });
  }

  fix(field: Field, value: string): void {
    if (!this.mapping) return;
    const all = { ...this.mapping.constants };
    if (value.trim()) all[field] = value.trim();
    else delete all[field];
    this.set({ constants: all });
  }

  translate(field: Field, words: Record<string, string>): void {
    if (!this.mapping) return;
    const all = { ...this.mapping.values };
    const said = Object.fromEntries(Object.entries(words).filter(([, ours]) => ours !== ""));
    if (Object.keys(said).length > 0) all[field] = said;
    else delete all[field];
    this.set({ values: all });
  }

  plan(): DecisionImportPlan | null {
    return this.mapping && { system: this.system, path: this.path, mapping: this.mapping };
  }

  /** Reads the first rows again as they would be imported; only the newest answer counts. */
  async look(): Promise<void> {
    const plan = this.plan();
    if (!plan) return;
    this.asked += 1;
    const mine = this.asked;
    try {
      const { rows } = await call("decision_import_preview", plan);
      if (mine !== this.asked) return;
      this.preview = rows;
      this.problem = this.wrongField = "";
    } catch (reason) {
      if (mine !== this.asked) return;
      this.preview = null;
      this.problem = errorText(reason);
      this.wrongField = reason instanceof BackendError ? (reason.args.field ?? "") : "";
    }
  }

  forget(): void {
    this.path = this.problem = this.wrongField = "";
    this.file = this.mapping = this.preview = null;
    this.mapped = {};
  }
}
