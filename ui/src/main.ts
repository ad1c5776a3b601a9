import { mount } from "svelte";
import { connect } from "./api/backend";
import { tauri } from "./api/tauri";
import App from "./App.svelte";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/app.css";
import "./styles/gate.css";

/** Fixtures stand in for the program while screens are being drawn; a build never holds them. */
async function start(): Promise<void> {
  if (import.meta.env.DEV && window.location.search.includes("memory")) {
    const { memory } = await import("./api/memory");
    connect(memory(new URLSearchParams(window.location.search)));
  } else {
    connect(tauri);
  }
  mount(App, { target: document.body });
}

void start();
