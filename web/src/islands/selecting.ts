/**
 * Words selected in the reader begin a claim that was missed: their offsets go into the form `data-add-claim`.
 *
 * Paragraphs (`.para-text`) bear `data-start`, where they begin in the stored text, in Unicode code points. Marks that
 * the page puts between the words are not counted: `.ref` and what bears `data-extra`. The form's fields `start` and
 * `end` are filled in, `[data-words]` shows the words, and an event `foedus:selected` bears the three.
 */
export interface Selected {
  start: number;
  end: number;
  words: string;
}

export function selecting(): void {
  document.addEventListener("selectionchange", () => {
    const found = selected(getSelection());
    const form = document.querySelector<HTMLFormElement>("form[data-add-claim]");
    if (!found || !form) return;
    for (const name of ["start", "end"] as const) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = String(found[name]);
    }
    const shown = form.querySelector("[data-words]");
    if (shown) shown.textContent = found.words;
    form.hidden = false;
    form.dispatchEvent(new CustomEvent<Selected>("foedus:selected", { bubbles: true, detail: found }));
  });
}

/** What is selected, in code points of the stored text; null where it does not begin and end in the text. */
export function selected(selection: Selection | null): Selected | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start === null || end === null || start >= end) return null;
  return { start, end, words: counted(range.cloneContents()) };
}

function offset(node: Node, at: number): number | null {
  const element = node instanceof Element ? node : node.parentElement;
  const paragraph = element?.closest<HTMLElement>(".para-text[data-start]");
  if (!paragraph) return null;
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(node, at);
  return Number(paragraph.dataset["start"]) + points(counted(before.cloneContents()));
}

/** How many code points a text has: `length` counts those beyond the first 65,536 twice. */
function points(text: string): number {
  return Array.from(text).length;
}

/** The text that is the document's own. */
function counted(part: DocumentFragment): string {
  for (const extra of part.querySelectorAll(".ref, [data-extra]")) extra.remove();
  return part.textContent;
}
