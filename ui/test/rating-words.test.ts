import { cleanup, render } from "@testing-library/svelte";
import { afterEach, expect, it } from "vitest";
import App from "../src/App.svelte";
import { connect, type Request } from "../src/api/backend";
import type { AssessmentView, Catalogue } from "../src/api/contract.gen";
import { memory } from "../src/api/memory";
import { click, submit } from "./shown";

afterEach(cleanup);

const WORDS = { en: "Seen twice a year.", zh: "每年两次。" };

/** Shows a rating whose reason stands in Chinese, as the profile proposed it; writes down what is saved. */
async function begunInChinese(): Promise<Request<"rating_save">[]> {
  const inner = memory(new URLSearchParams());
  const saved: Request<"rating_save">[] = [];
  const profile = { id: "plain", name: WORDS, description: WORDS, focus: [], ratings: [{ risk: "3.1.1a", likelihood: 3, impact: 4, reason: WORDS }] };
  let reason = WORDS.zh;
  connect({
    async call(name, request) {
      if (name === "rating_save") {
        saved.push(request as Request<"rating_save">);
        ({ reason } = request as Request<"rating_save">);
      }
      const answer = await inner.call(name, request);
      if (name === "framework_get") return { ...(answer as Catalogue), profiles: [profile] } as never;
      if (name !== "assessment_get") return answer;
      const view = answer as AssessmentView;
      const assessment = { ...view.assessment, profile: profile.id };
      return { ...view, assessment, ratings: view.ratings.map((rating) => ({ ...rating, reason })) } as never;
    },
  });
  window.location.hash = "#/assessments/as-1/ratings";
  render(App);
  return saved;
}

it("the profile's own reason is told in the language of the window, and stays as it stands when untouched", async () => {
  const saved = await begunInChinese();
  const field = (): HTMLTextAreaElement | null => document.querySelector('textarea[name="reason-3.1.1a"]');
  await expect.poll(() => document.querySelector(".rating .reason")?.textContent, { timeout: 4000 }).toBe(WORDS.en);
  await click("rating-edit-3.1.1a");
  await expect.poll(() => field()?.value).toBe(WORDS.en);
  await submit("rating-save-3.1.1a");
  await expect.poll(() => saved.map(({ reason }) => reason)).toEqual([WORDS.zh]);
  await expect.poll(field).toBeNull();
  await click("rating-edit-3.1.1a");
  await expect.poll(() => field()?.value).toBe(WORDS.en);
  const area = field() as HTMLTextAreaElement;
  area.value = "Seen in the logs.";
  area.dispatchEvent(new Event("input", { bubbles: true }));
  await submit("rating-save-3.1.1a");
  await expect.poll(() => saved.map(({ reason }) => reason)).toEqual([WORDS.zh, "Seen in the logs."]);
});
