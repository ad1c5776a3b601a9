/** Runs an effect outside a component, for tests; returns how to stop it. */
export function effectRoot(run: () => void): () => void {
  return $effect.root(() => {
    $effect(run);
  });
}
