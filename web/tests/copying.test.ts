import { expect, test, vi } from "vitest";
import { copying } from "../src/islands/copying.ts";

test("a citation is copied and the page says so", async () => {
  document.body.innerHTML = '<p id="cite">Foedus, claim c1</p><button data-copy="#cite" data-copied="Copied" hidden>Copy</button>';
  const written: string[] = [];
  vi.stubGlobal("navigator", { clipboard: { writeText: (text: string) => Promise.resolve(void written.push(text)) } });
  copying();
  document.querySelector("button")?.click();
  await vi.waitFor(() => {
    expect(document.querySelector("[role=status]")?.textContent).toBe("Copied");
  });
  expect(written).toEqual(["Foedus, claim c1"]);
  vi.unstubAllGlobals();
});
