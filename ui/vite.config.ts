import { FluentResource } from "@fluent/bundle";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Parses the messages when the window is built: parsed when it starts, they would delay the first screen. */
const messages: Plugin = {
  name: "messages",
  transform(source, id) {
    if (!id.endsWith(".ftl")) return null;
    const { body } = new FluentResource(source);
    return { code: `export default { body: JSON.parse(${JSON.stringify(JSON.stringify(body))}) }`, map: null };
  },
};

export default defineConfig({
  plugins: [svelte(), messages],
  // Paths stay relative so that the same build is served under any scheme.
  base: "./",
  clearScreen: false,
  server: { port: 5173, strictPort: true, fs: { allow: [".."] } },
  build: {
    target: "safari15.4",
    // Every asset stays a file: the content policy allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first screen needs is one file: each file more delays it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "first", tags: ["$initial"] }] } } },
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
  test: {
    environment: "happy-dom",
    include: ["test/**/*.test.ts", "src/**/*.test.ts"],
    setupFiles: ["test/setup.ts"],
    css: false,
  },
});
