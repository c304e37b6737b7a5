import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reader } from "../src/islands/reader.ts";

const PAGE = `<article class="reader"><p><span class="hl" data-claim="c1">words</span></p>
  <ul><li class="note" id="n1" data-claim="c1"><a href="/documents/d?claim=c1#n1">one</a></li></ul></article>`;
const OPENED = PAGE.replace("<a ", '<a aria-current="true" ').replace("</article>", '<aside class="claim">opened</aside></article>');

document.body.innerHTML = PAGE;
reader();

beforeEach(() => {
  document.body.innerHTML = PAGE;
  history.replaceState(null, "", "/documents/d");
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("a claim and its words light up together", () => {
  document.querySelector(".note a")?.dispatchEvent(new Event("focusin", { bubbles: true }));
  expect(document.querySelector(".hl")?.classList.contains("is-lit")).toBe(true);
  document.querySelector(".note a")?.dispatchEvent(new Event("focusout", { bubbles: true }));
  expect(document.querySelector(".hl")?.classList.contains("is-lit")).toBe(false);
});

test("a claim opens in place, by its note and by its words, at its own address", async () => {
  for (const from of [".note a", ".hl"]) {
    document.body.innerHTML = PAGE;
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(OPENED)));
    document.querySelector<HTMLElement>(from)?.click();
    await vi.waitFor(() => {
      expect(document.querySelector("aside.claim")?.textContent).toBe("opened");
    });
    expect(location.search).toBe("?claim=c1");
    expect(document.activeElement?.textContent).toBe("one");
    history.replaceState(null, "", "/documents/d");
  }
});

test("where nothing can be fetched the browser goes there itself", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new Error("no network")));
  const gone = vi.spyOn(location, "assign").mockImplementation(() => undefined);
  document.querySelector<HTMLElement>(".note a")?.click();
  await vi.waitFor(() => {
    expect(gone).toHaveBeenCalledOnce();
  });
});
