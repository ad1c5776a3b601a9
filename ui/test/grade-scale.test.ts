import { render } from "@testing-library/svelte";
import { describe, expect, it } from "vitest";
import GradeScale from "../src/components/GradeScale.svelte";
import { scale, smallScale } from "../src/components/gradeScale";

describe("the grade scale", () => {
  it("marks the grade, the rest of the interval, and what is outside", () => {
    expect(smallScale([3, 4, 5]).map((cell) => cell.part)).toEqual(["off", "off", "interval", "point", "interval"]);
    expect(smallScale([2, 2, 2]).map((cell) => cell.part)).toEqual(["off", "point", "off", "off", "off"]);
  });

  it("draws the bracket from the best to the worst grade and the pointer over the grade", () => {
    const drawn = scale([3, 4, 5]);
    expect(drawn.bracket).toBe("M162 9v-4H398v4");
    expect(drawn.pointer).toBe("M275 1h10l-5 8z");
    expect(scale([1, 1, 1]).bracket).toBe("M2 9v-4H78v4");
  });

  it("makes the grade the tallest cell and keeps all within the drawing", () => {
    for (const cells of [scale([1, 3, 5]).cells, smallScale([1, 3, 5])]) {
      const tallest = cells.reduce((a, b) => (b.height > a.height ? b : a));
      expect(tallest.grade).toBe(3);
      for (const cell of cells) expect(cell.x + cell.width).toBeLessThanOrEqual(400);
    }
  });

  it("is a picture with a name, in which each grade has its number and name", () => {
    const names = ["Low", "Moderate", "Considerable", "Major", "Extremely serious"];
    const { container } = render(GradeScale, { interval: [3, 4, 5], names, label: "Considerable to Extremely serious" });
    const picture = container.querySelector("svg");
    expect(picture?.getAttribute("role")).toBe("img");
    expect(picture?.getAttribute("aria-label")).toBe("Considerable to Extremely serious");
    const texts = [...container.querySelectorAll("text")].map((text) => text.textContent);
    expect(texts).toEqual(["1", "Low", "2", "Moderate", "3", "Considerable", "4", "Major", "5", "Extremely serious"]);
  });
});
