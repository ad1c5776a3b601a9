// The rows of the log, read in blocks where they are looked at, and the counts of all of them.
import { call } from "../../api/backend";
import type { DecisionCounts, DecisionFilter, DecisionRow } from "../../api/contract.gen";
import { errorText } from "../../api/errors";

/** How many rows are read at a time. */
export const BLOCK = 100;
/** How many blocks are kept: enough to go back and forth, little enough for any memory. */
const KEPT = 60;

export class LogRows {
  counts = $state.raw<DecisionCounts | null>(null);
  problem = $state("");
  private blocks = $state.raw<ReadonlyMap<number, readonly DecisionRow[]>>(new Map());
  private filter: DecisionFilter | null = null;
  private wanted: number[] = [];
  private reading = false;
  private turn = 0;

  /** Begins anew with another filter, or with the same after something was recorded. */
  async start(filter: DecisionFilter): Promise<void> {
    this.turn += 1;
    const turn = this.turn;
    this.filter = filter;
    this.wanted = [];
    try {
      const [counts, page] = await Promise.all([call("decision_counts", { filter }), this.page(0)]);
      if (turn !== this.turn) return;
      this.problem = "";
      this.counts = counts;
      this.blocks = new Map([[0, page]]);
    } catch (reason) {
      if (turn === this.turn) this.problem = errorText(reason);
    }
  }

  rowAt(index: number): DecisionRow | undefined {
    return this.blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  /** Reads what is in view and missing. Only the newest wish counts: whoever drags past does not wait. */
  view(first: number, rows: number): void {
    const from = Math.floor(first / BLOCK);
    const to = Math.floor((first + rows - 1) / BLOCK);
    const needed = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    this.wanted = needed.filter((block) => !this.blocks.has(block));
    if (this.counts && !this.reading) void this.read();
  }

  private async read(): Promise<void> {
    this.reading = true;
    try {
      for (let block = this.wanted.shift(); block !== undefined; block = this.wanted.shift()) {
        const turn = this.turn;
        const rows = await this.page(block);
        if (turn !== this.turn) continue;
        const kept = [...this.blocks].slice(-KEPT + 1);
        this.blocks = new Map([...kept, [block, rows]]);
      }
    } catch (reason) {
      this.problem = errorText(reason);
    } finally {
      this.reading = false;
    }
  }

  private async page(block: number): Promise<readonly DecisionRow[]> {
    if (!this.filter) return [];
    const request = { filter: this.filter, after: null, limit: BLOCK, skip: block * BLOCK };
    return (await call("decision_list", request)).decisions;
  }
}
