// What one feature shows within another's screen. App.svelte puts it in, since features do not import
// each other.
import type { Component } from "svelte";
import type { Period } from "../api/contract.gen";

/** Figures beside a question that they answer. */
export interface BesideQuestion {
  system: string;
  period: Period;
}

export const beside: {
  question: (() => Promise<{ default: Component<BesideQuestion> }>) | null;
} = { question: null };
