import { beforeEach, expect, test } from "vitest";
import { keyboard } from "../src/islands/keyboard.ts";
import { remember } from "../src/remember.ts";

keyboard();

function press(key: string, on: Element = document.body): void {
  on.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

beforeEach(() => {
  remember("keys", "on");
  document.body.innerHTML = `
    <form class="find"><input id="q"></form>
    <ul class="lines"><li><p class="what"><a href="#1" id="one">1</a></p></li><li><p class="what"><a href="#2" id="two">2</a></p></li></ul>
    <button id="accept" data-key="a">Accept</button><a id="docs" href="#documents" data-key="g d">Documents</a>`;
});

test("a slash goes to the search, and letters typed there are letters", () => {
  press("/");
  expect(document.activeElement?.id).toBe("q");
  press("j", document.activeElement ?? document.body);
  expect(document.activeElement?.id).toBe("q");
});

test("j and k walk the claims and stop at the ends", () => {
  for (const [key, at] of [["j", "one"], ["j", "two"], ["j", "two"], ["k", "one"], ["k", "one"]] as const) {
    press(key);
    expect(document.activeElement?.id).toBe(at);
  }
});

test("a letter presses the button that bears it", () => {
  let pressed = 0;
  document.getElementById("accept")?.addEventListener("click", () => (pressed += 1));
  press("a");
  expect(pressed).toBe(1);
});

test("two letters in a row follow a link", () => {
  press("g");
  press("d");
  expect(location.hash).toBe("#documents");
});

test("switched off, no single key does anything", () => {
  remember("keys", "off");
  press("j");
  expect(document.activeElement).toBe(document.body);
});

test("a form that a key opens is typed into at once", () => {
  document.body.innerHTML = `<details id="correct"><summary data-key="c">Correct</summary><form>
    <input type="hidden" name="reading"><select id="type"></select></form></details>`;
  press("c");
  expect(document.activeElement?.id).toBe("type");
});
