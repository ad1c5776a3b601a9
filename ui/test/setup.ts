// A screen is shown once its messages were read; a test shows it at once.
import { readMessages } from "../src/l10n/index.svelte";

await readMessages();
