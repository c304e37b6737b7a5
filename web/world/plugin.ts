/** States' outlines for the map, projected when the page is built: `world.json`, in the units of its viewBox. */
import type { Plugin } from "vite";
import { drawn } from "./drawn.ts";

export function world(): Plugin {
  return {
    name: "foedus-world",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "world.json", source: JSON.stringify(drawn()) });
    },
  };
}
