/**
 * What is still going on is looked at again: `data-refresh="2"` in the main part asks for the page every two seconds, till
 * a page comes without the mark. What is announced (`role="status"`) stays the same element, and the focus stays where
 * it was. Without scripts the page refreshes itself as a whole.
 */
const MARK = "[data-refresh]";

export function refreshing(): void {
  const main = document.querySelector("main");
  if (main) wait(main);
}

function wait(main: Element): void {
  const seconds = Number(main.querySelector<HTMLElement>(MARK)?.dataset["refresh"]);
  if (seconds > 0) setTimeout(() => void look(main), seconds * 1000);
}

async function look(main: Element): Promise<void> {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    if (answer.ok && next && next.textContent !== main.textContent) replace(main, next);
  } catch {
    // the server does not answer: what is shown stays, and it is asked again
  }
  wait(main);
}

export function replace(main: Element, next: Element): void {
  const focused = main.contains(document.activeElement) ? document.activeElement?.textContent : null;
  const live = main.querySelector("[role=status]");
  const told = next.querySelector("[role=status]");
  main.replaceChildren(...next.childNodes);
  if (live && told) {
    const marked = told.getAttribute("data-refresh");
    live.className = told.className;
    live.toggleAttribute("data-refresh", marked !== null);
    if (marked !== null) live.setAttribute("data-refresh", marked);
    live.replaceChildren(...told.childNodes);
    told.replaceWith(live);
  }
  if (focused) [...main.querySelectorAll<HTMLElement>("a, button")].find((one) => one.textContent === focused)?.focus();
}
