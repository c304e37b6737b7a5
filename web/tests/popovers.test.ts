import { beforeEach, expect, test } from "vitest";
import { popovers } from "../src/islands/popovers.ts";

popovers();

function cell(id: string): HTMLDetailsElement {
  const found = document.getElementById(id);
  if (!(found instanceof HTMLDetailsElement)) throw new Error(`no cell ${id}`);
  return found;
}

function open(id: string): void {
  cell(id).open = true;
  cell(id).dispatchEvent(new Event("toggle"));
}

beforeEach(() => {
  document.body.innerHTML = `<h1>Register</h1>
    <details class="why" id="one"><summary>1</summary><div class="pop">first</div></details>
    <details class="why" id="two"><summary>2</summary><div class="pop">second</div></details>`;
});

test("one is open at a time", () => {
  open("one");
  open("two");
  expect([cell("one").open, cell("two").open]).toEqual([false, true]);
});

test("Escape closes it and gives the focus back", () => {
  open("two");
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  expect(cell("two").open).toBe(false);
  expect(document.activeElement).toBe(cell("two").querySelector("summary"));
});

test("a press elsewhere closes it, one inside does not", () => {
  open("one");
  document.querySelector(".pop")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(cell("one").open).toBe(true);
  document.querySelector("h1")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  expect(cell("one").open).toBe(false);
});
