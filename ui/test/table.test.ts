import { cleanup, render, screen } from "@testing-library/svelte";
import { tick } from "svelte";
import { afterEach, describe, expect, it } from "vitest";
import { pressed, sorted, type Column } from "../src/components/table";
import TableSample from "./TableSample.svelte";

interface Row {
  name: string;
  grade: number | null;
}

const COLUMNS: Column<Row>[] = [
  { id: "name", label: "Name", sortBy: (row) => row.name },
  { id: "grade", label: "Grade", sortBy: (row) => row.grade, descendingFirst: true },
  { id: "note", label: "Note" },
];
const ROWS: Row[] = [
  { name: "system 10", grade: 2 },
  { name: "system 9", grade: null },
  { name: "System 2", grade: 5 },
];

describe("sorting", () => {
  const names = (order: Parameters<typeof sorted>[2]): string[] =>
    sorted(ROWS, COLUMNS, order, "en").map((row) => row.name);

  it("counts numbers within words and does not mind capitals", () => {
    expect(names({ column: "name", descending: false })).toEqual(["System 2", "system 9", "system 10"]);
  });

  it("puts empty values last either way", () => {
    expect(names({ column: "grade", descending: true })).toEqual(["System 2", "system 10", "system 9"]);
    expect(names({ column: "grade", descending: false })).toEqual(["system 10", "System 2", "system 9"]);
  });

  it("leaves the rows as they are without an order or by a column that has none", () => {
    expect(names(null)).toEqual(ROWS.map((row) => row.name));
    expect(names({ column: "note", descending: false })).toEqual(ROWS.map((row) => row.name));
  });

  it("turns round when the same heading is pressed again", () => {
    const grade = COLUMNS[1] as Column<Row>;
    const first = pressed(grade, null);
    expect(first).toEqual({ column: "grade", descending: true });
    expect(pressed(grade, first).descending).toBe(false);
  });
});

describe("Table", () => {
  afterEach(cleanup);

  it("says its order in aria-sort and sorts when a heading is pressed", async () => {
    render(TableSample, { rows: ROWS, columns: COLUMNS });
    const heading = screen.getByRole("columnheader", { name: "Grade" });
    expect(heading.getAttribute("aria-sort")).toBe("none");
    expect(screen.getByRole("columnheader", { name: "Note" }).hasAttribute("aria-sort")).toBe(false);
    screen.getByTestId("sort-grade").click();
    await tick();
    expect(heading.getAttribute("aria-sort")).toBe("descending");
    expect(screen.getAllByRole("link").map((link) => link.textContent)).toEqual([
      "System 2",
      "system 10",
      "system 9",
    ]);
  });

  it("moves between rows with the arrow keys", async () => {
    render(TableSample, { rows: ROWS, columns: COLUMNS });
    const links = screen.getAllByRole("link");
    links[0]?.focus();
    links[0]?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
    expect(document.activeElement).toBe(links[1]);
    links[1]?.dispatchEvent(new KeyboardEvent("keydown", { key: "End", bubbles: true }));
    expect(document.activeElement).toBe(links[2]);
  });

  it("draws only some of many rows, and says how many there are", async () => {
    // The test's document has no layout, so the screen is given a height.
    Object.defineProperty(document.documentElement, "clientHeight", { configurable: true, value: 800 });
    const many = Array.from({ length: 5000 }, (_, index) => ({ name: `system ${index}`, grade: 1 }));
    render(TableSample, { rows: many, columns: COLUMNS });
    const table = screen.getByRole("table");
    expect(table.getAttribute("aria-rowcount")).toBe("5001");
    // The rows in view are known only once the scroller was measured.
    await expect.poll(() => table.querySelectorAll("tbody tr[data-index]").length).toBeGreaterThan(5);
    const drawn = table.querySelectorAll("tbody tr[data-index]");
    expect(drawn.length).toBeLessThan(200);
    expect(drawn[0]?.getAttribute("aria-rowindex")).toBe("2");
  });
});
