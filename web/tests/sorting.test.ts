import { beforeEach, expect, test } from "vitest";
import { sorting } from "../src/islands/sorting.ts";

function column(place: number): string[] {
  return [...document.querySelectorAll("tbody tr")].map((row) => row.children[place]?.textContent ?? "");
}

beforeEach(() => {
  document.body.innerHTML = `<table data-sortable>
    <thead><tr><th>Name</th><th class="num">Claims</th><th data-sort="none">Note</th></tr></thead>
    <tbody><tr><td>Été</td><td>1 234</td><td>c</td></tr><tr><td>avion</td><td>9</td><td>b</td></tr>
    <tr><td>zone</td><td></td><td>a</td></tr><tr><td>Base</td><td>1,500</td><td>d</td></tr></tbody></table>`;
  sorting();
});

test("words are sorted as people sort them, and back", () => {
  const head = document.querySelector<HTMLElement>("th button");
  head?.click();
  expect(column(0)).toEqual(["avion", "Base", "Été", "zone"]);
  expect(document.querySelector("th")?.getAttribute("aria-sort")).toBe("ascending");
  head?.click();
  expect(column(0)).toEqual(["zone", "Été", "Base", "avion"]);
});

test("numbers are sorted as numbers, and what has none comes last both ways", () => {
  const head = document.querySelector<HTMLElement>("th.num button");
  head?.click();
  expect(column(1)).toEqual(["9", "1 234", "1,500", ""]);
  head?.click();
  expect(column(1)).toEqual(["1,500", "1 234", "9", ""]);
});

test("a head that the server keeps is left alone", () => {
  expect(document.querySelectorAll("th button")).toHaveLength(2);
});
