import svelte from "eslint-plugin-svelte";
import svelteParser from "svelte-eslint-parser";
import ts from "typescript-eslint";
import { readdirSync } from "node:fs";

const features = readdirSync(new URL("src/features", import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const tauri = {
  group: ["@tauri-apps/*"],
  message: "Only src/api/tauri.ts speaks to the shell.",
};

// A feature may import components, api, l10n and lib, never another feature.
const boundaries = features.map((feature) => ({
  files: [`src/features/${feature}/**`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          tauri,
          {
            regex: `^(\\.\\./)+(?!${feature}/)(${features.join("|")})/|features/`,
            message: "Features do not import each other; App.svelte composes them.",
          },
        ],
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["dist", "src/api/contract.gen.ts"] },
  ...ts.configs.recommended,
  ...svelte.configs["flat/recommended"],
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parser: svelteParser, parserOptions: { parser: ts.parser } },
  },
  {
    rules: {
      "no-undef": "off",
      "svelte/no-at-html-tags": "error",
      "svelte/no-inspect": "error",
      // Links are hashes of the table in routes.ts, not of a server's router.
      "svelte/no-navigation-without-resolve": "off",
      // Sets and maps that never change need no reactive twin.
      "svelte/prefer-svelte-reactivity": "off",
      "no-restricted-imports": ["error", { patterns: [tauri] }],
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "The content policy forbids markup from strings." },
        { property: "outerHTML", message: "The content policy forbids markup from strings." },
      ],
    },
  },
  {
    files: ["src/components/**", "src/api/**", "src/l10n/**", "src/lib/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [tauri, { regex: "features/", message: "Features are above this folder." }] },
      ],
    },
  },
  ...boundaries,
  { files: ["src/api/tauri.ts"], rules: { "no-restricted-imports": "off" } },
);
