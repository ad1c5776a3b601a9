// A window on fixtures, and what it asked the program for.
import { render } from "@testing-library/svelte";
import { tick } from "svelte";
import { expect } from "vitest";
import App from "../src/App.svelte";
import { connect, type Backend, type BackendError, type CommandName } from "../src/api/backend";
import { memory } from "../src/api/memory";

/** One command that the window sent. */
export interface Call {
  name: CommandName;
  request: Record<string, unknown>;
}

/** A command that fails, that answers otherwise than the fixtures, or that waits for something first. */
type Instead = { name: CommandName } & ({ error: BackendError } | { answer: unknown } | { wait: () => Promise<void> });

/** Shows the window on fixtures and writes down what is asked. */
export async function shown(options: string, address: string, instead?: Instead): Promise<Call[]> {
  const inner = memory(new URLSearchParams(options));
  const calls: Call[] = [];
  const backend: Backend = {
    async call(name, request) {
      calls.push({ name, request: request as Record<string, unknown> });
      if (instead?.name !== name) return await inner.call(name, request);
      if ("error" in instead) throw instead.error;
      if ("wait" in instead) {
        await instead.wait();
        return await inner.call(name, request);
      }
      return instead.answer as never;
    },
  };
  connect(backend);
  window.location.hash = address;
  render(App);
  await expect.poll(() => document.querySelector("h1")?.textContent?.trim() ?? "", { timeout: 4000 }).not.toBe("");
  await tick();
  return calls;
}

export const by = <E extends HTMLElement>(id: string): E => document.querySelector<E>(`[data-testid="${id}"]`) as E;
export const of = (calls: readonly Call[], name: CommandName): Call[] => calls.filter((call) => call.name === name);
export const plain = (text: string | null | undefined): string => (text ?? "").replaceAll("\u00a0", " ");

/** Presses a control. */
export async function click(id: string): Promise<void> {
  await expect.poll(() => by(id), { timeout: 4000 }).not.toBeNull();
  by(id).click();
  await tick();
}

/** Puts a text into a field, as typing it would. */
export async function type(id: string, text: string): Promise<void> {
  await expect.poll(() => by(id), { timeout: 4000 }).not.toBeNull();
  const field = by<HTMLInputElement>(id);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await tick();
}

/** Sends the form that a control belongs to. */
export async function submit(id: string): Promise<void> {
  by(id).closest("form")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await tick();
}

/** Presses a key where the focus is. */
export function press(key: string, more: KeyboardEventInit = {}): void {
  const at = document.activeElement ?? document.body;
  at.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
}

/** The whole text of the page, or of a part of it. */
export const said = (id?: string): string => plain((id ? by(id) : document.body)?.textContent);

/** Gives the test's document the modal dialogs that it has not. */
export function haveDialogs(): void {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true;
  };
}
