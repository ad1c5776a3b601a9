import { expect, it } from "vitest";
import { ask } from "../src/lib/ask";

it("hands on an answer and a refusal, and neither once the one who asked has left", async () => {
  const said: string[] = [];
  const asking = (answer: Promise<string>) =>
    ask(
      answer,
      (answered) => said.push(answered),
      (reason) => said.push(`no: ${String(reason)}`),
    );
  asking(Promise.resolve("answer"));
  asking(Promise.reject("reason"));
  for (const late of [Promise.resolve("late answer"), Promise.reject("late reason")]) asking(late)();
  await new Promise((done) => setTimeout(done));
  expect(said).toEqual(["answer", "no: reason"]);
});
