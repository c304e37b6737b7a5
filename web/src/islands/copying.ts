/** A button with `data-copy="#id"` copies the text of that element; `data-copied` is what it says when done. */
const A_WHILE = 2000;

export function copying(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copy]")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-copy]") : null;
    if (button) void copy(button);
  });
}

async function copy(button: HTMLElement): Promise<void> {
  const from = document.querySelector(button.dataset["copy"] ?? "");
  if (!from) return;
  const text = from instanceof HTMLTextAreaElement || from instanceof HTMLInputElement ? from.value : from.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection()?.selectAllChildren(from); // without the right to copy: marked, so that the user's own keys do it
    return;
  }
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  said.className = "quiet";
  button.after(said);
  said.textContent = button.dataset["copied"] ?? "";
  setTimeout(() => {
    said.remove();
  }, A_WHILE);
}
