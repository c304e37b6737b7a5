import { expect, test } from "vitest";
import { selected } from "../src/islands/selecting.ts";

function select(from: [Node | null | undefined, number], to: [Node | null | undefined, number]): Selection | null {
  const range = document.createRange();
  if (from[0]) range.setStart(from[0], from[1]);
  if (to[0]) range.setEnd(to[0], to[1]);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return selection;
}

test("offsets are the document's own, in code points, without the marks of the page", () => {
  document.body.innerHTML =
    '<p class="para-text" data-start="100">🚀 <span class="hl">Minsk<a class="ref" data-extra>1</a></span> achète des chars</p>';
  const marked = document.querySelector(".hl")?.firstChild;
  const after = document.querySelector("p")?.lastChild;
  expect(selected(select([marked, 0], [after, 7]))).toEqual({ start: 102, end: 114, words: "Minsk achète" });
});

test("what is selected outside the text begins no claim", () => {
  document.body.innerHTML = '<h1>Title</h1><p class="para-text" data-start="0">Text</p>';
  expect(selected(select([document.querySelector("h1")?.firstChild, 0], [document.querySelector("p")?.firstChild, 2]))).toBeNull();
});
