import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { later } from "../src/islands/later.ts";

beforeEach(() => {
  document.body.innerHTML = `<main><section id="compared" data-later="/whole"><a href="/whole">Compare</a></section></main>`;
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function answer(body: string, status = 200): void {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status })));
}

test("the part is replaced by the whole one", async () => {
  answer(`<main><section id="compared"><p>2 changes</p></section></main>`);
  later();
  await vi.waitFor(() => {
    expect(document.querySelector("#compared")?.textContent).toBe("2 changes");
  });
  expect(document.querySelector("[data-later]")).toBeNull();
});

test("where it cannot be had the link stays", async () => {
  answer("", 503);
  later();
  await new Promise((done) => setTimeout(done, 20));
  expect(document.querySelector("#compared a")?.textContent).toBe("Compare");
});
