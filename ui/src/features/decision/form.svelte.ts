// The form of a decision, in the dialog or on its page: what it knows, checks and saves.
import { call } from "../../api/backend";
import type { Decision, Reason, SystemRow } from "../../api/contract.gen";
import { errorText } from "../../api/errors";
import { refused, type Errors } from "../../lib/form";
import { quick } from "../../lib/quick.svelte";
import { check, draftOf, emptyDraft, entryOf, type Draft } from "./entry";
import { lastChoice, remember } from "./remember";

export class EntryForm {
  draft = $state<Draft>(emptyDraft());
  errors = $state.raw<Errors>({});
  systems = $state.raw<SystemRow[]>([]);
  reasons = $state.raw<Reason[]>([]);
  problem = $state("");
  ready = $state(false);
  busy = $state(false);
  /** The model version that was put in by itself. */
  private proposed = "";
  /** The form as it was begun. */
  private begun = "";

  /** Reads what can be chosen, and the record that is to be corrected. */
  async load(id: string | null): Promise<void> {
    try {
      const [list, detail] = await Promise.all([
        call("system_list", {}),
        id ? call("decision_get", { id }) : null,
      ]);
      this.systems = list.systems;
      if (detail) this.draft = draftOf(detail.decision.facts);
      else if (!this.draft.system || JSON.stringify(this.draft) === this.begun) this.begin();
      else this.renewVersion();
      await this.readReasons();
      this.ready = true;
      this.problem = "";
    } catch (reason) {
      this.problem = errorText(reason);
    }
  }

  /** Begins an empty form with what was chosen last. */
  begin(): void {
    const last = lastChoice();
    const known = this.systems.find((row) => row.system.id === last.system) ?? this.systems[0];
    this.draft = emptyDraft();
    this.errors = {};
    if (!known) return;
    this.draft.system = known.system.id;
    this.draft.modelVersion = this.proposed = known.system.facts.version;
    const { decisionPoints } = known.system.facts;
    if (decisionPoints.includes(last.decisionPoint)) this.draft.decisionPoint = last.decisionPoint;
    else if (decisionPoints.length === 1) this.draft.decisionPoint = decisionPoints[0] ?? "";
    this.begun = JSON.stringify(this.draft);
  }

  /** The system may have a newer version than when the form was begun; one that was typed stays. */
  private renewVersion(): void {
    const version = this.systems.find((row) => row.system.id === this.draft.system)?.system.facts.version;
    if (version === undefined || this.draft.modelVersion !== this.proposed) return;
    this.draft.modelVersion = this.proposed = version;
  }

  /** Another system has its own reasons, version and decision points. */
  async chooseSystem(): Promise<void> {
    const facts = this.systems.find((row) => row.system.id === this.draft.system)?.system.facts;
    this.draft.modelVersion = this.proposed = facts?.version ?? "";
    if (!facts?.decisionPoints.includes(this.draft.decisionPoint)) this.draft.decisionPoint = "";
    await this.readReasons();
    if (!this.reasons.some((reason) => reason.id === this.draft.reasonCode)) this.draft.reasonCode = "";
  }

  private async readReasons(): Promise<void> {
    const system = this.draft.system || null;
    const { reasons } = await call("reason_list", { system });
    this.reasons = reasons;
  }

  /** Records a decision, or corrects one; nothing where something is still wrong. What was typed stays. */
  async save(id: string | null): Promise<Decision | null> {
    // A key may ask for it again while it is under way, and what is recorded twice stays twice.
    if (this.busy) return null;
    this.errors = check(this.draft, this.reasons);
    if (Object.keys(this.errors).length > 0) return null;
    this.busy = true;
    try {
      const entry = entryOf($state.snapshot(this.draft));
      const saved = id ? await call("decision_correct", { id, entry }) : await call("decision_add", { entry });
      remember({ system: this.draft.system, decisionPoint: this.draft.decisionPoint });
      quick.recorded += 1;
      return saved;
    } catch (reason) {
      this.errors = refused(reason);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
