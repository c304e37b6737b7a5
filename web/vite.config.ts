import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { world } from "./world/plugin.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [world()],
  build: {
    outDir: at("../src/foedus/serve/static/built"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: {
      input: at("src/foedus.ts"),
      output: { entryFileNames: "foedus.js", format: "es" },
    },
  },
  test: { environment: "happy-dom", include: ["tests/**/*.test.ts"] },
});
