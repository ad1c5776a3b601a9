import { describe, expect, it } from "vitest";
import { href, match, path, ROUTES, type RouteName } from "../src/routes";

const NAMES = Object.keys(ROUTES) as RouteName[];

/** Every parameter of a route, with a value that needs escaping. */
function params(name: RouteName): Record<string, string> {
  const keys = [...ROUTES[name].path.matchAll(/:(\w+)/g)].map((found) => found[1] as string);
  return Object.fromEntries(keys.map((key) => [key, `${key} 3.1.1(a)/条`]));
}

describe("routes", () => {
  it.each(NAMES)("%s is found again by its own address", (name) => {
    const given = params(name);
    const found = match(href(name, given));
    expect(found?.name).toBe(name);
    expect(found?.params).toEqual(given);
  });

  it("prefers a fixed word to a parameter", () => {
    expect(match("/systems/new")?.name).toBe("systemNew");
    expect(match("/systems/import")?.name).toBe("systemImport");
    expect(match("/actions/new")?.name).toBe("actionNew");
  });

  it("keeps what follows the question mark apart", () => {
    const found = match(path("assessment", { id: "7" }, { step: "ratings" }));
    expect(found?.params).toEqual({ id: "7" });
    expect(found?.query.get("step")).toBe("ratings");
  });

  it("knows no screen for an unknown, incomplete or badly escaped address", () => {
    expect(match("/nowhere")).toBeNull();
    expect(match("/systems/")).toBeNull();
    expect(match("/systems/%E0%A4%A")).toBeNull();
  });

  it("refuses to make an address without a parameter it needs", () => {
    expect(() => path("system")).toThrow();
  });
});
