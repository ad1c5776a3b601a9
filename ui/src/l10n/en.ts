// The messages of every screen but the first. The terminal and the reports have files of their own,
// which the window does without.
import type { FluentResource } from "@fluent/bundle";

const sources = import.meta.glob<FluentResource>(
  [
    "../../../assets/locales/en/*.ftl",
    "!../../../assets/locales/en/{cli,report,report-kinds,ui,workspace}.ftl",
  ],
  { import: "default", eager: true },
);

export default Object.values(sources);
