import { beforeEach, expect, test } from "vitest";
import { replace } from "../src/islands/refreshing.ts";

beforeEach(() => {
  document.body.innerHTML = `<main><div role="status" data-refresh="2"><p>1 of 3</p><button>Stop</button></div></main>`;
});

function page(inner: string): Element {
  return new DOMParser().parseFromString(`<main>${inner}</main>`, "text/html").querySelector("main") as Element;
}

test("what is announced stays the same element, and the focus where it was", () => {
  const main = document.querySelector("main") as Element;
  const live = main.querySelector("[role=status]");
  main.querySelector("button")?.focus();
  replace(main, page(`<div role="status" data-refresh="2"><p>2 of 3</p><button>Stop</button></div>`));
  expect(main.querySelector("[role=status]")).toBe(live);
  expect(live?.textContent).toContain("2 of 3");
  expect(document.activeElement?.textContent).toBe("Stop");
});

test("what is over is not looked at again", () => {
  const main = document.querySelector("main") as Element;
  replace(main, page(`<div role="status" class="state"><p>done</p></div><p>Add more</p>`));
  expect(main.querySelector("[data-refresh]")).toBeNull();
  expect(main.textContent).toContain("Add more");
});
