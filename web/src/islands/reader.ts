/**
 * The document's reader: a claim and its words in the text light up together, and a claim opens in its place.
 *
 * Marks: `.hl` and `.note` bear `data-claim`. Links in the reader to another view of the same document open in place.
 */
import { fetched } from "../loading.ts";

const LIT = "is-lit";

export function reader(): void {
  if (!document.querySelector(".reader")) return;
  for (const [event, on] of [["pointerover", true], ["focusin", true], ["pointerout", false], ["focusout", false]] as const) {
    document.addEventListener(event, ({ target }) => {
      light(target, on);
    });
  }
  document.addEventListener("click", (event) => {
    const link = opening(event);
    if (!link) return;
    event.preventDefault();
    void open(link.href, true);
  });
  addEventListener("popstate", () => {
    void open(location.href, false);
  });
}

function light(target: EventTarget | null, on: boolean): void {
  const from = target instanceof Element ? target.closest<HTMLElement>(".reader [data-claim]") : null;
  if (!from?.dataset["claim"]) return;
  for (const one of document.querySelectorAll(`.reader [data-claim="${CSS.escape(from.dataset["claim"])}"]`)) {
    one.classList.toggle(LIT, on);
  }
}

/** The link that a plain click opens in place; words of a claim are as good as its note. */
function opening(event: MouseEvent): HTMLAnchorElement | null {
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!plain || event.defaultPrevented || !(event.target instanceof Element)) return null;
  const link = event.target.closest<HTMLAnchorElement>("a[href]");
  if (link) return link.closest(".reader") && isHere(link) ? link : null;
  if (getSelection()?.isCollapsed === false) return null;
  const claim = event.target.closest<HTMLElement>(".reader .hl[data-claim]")?.dataset["claim"];
  const note = claim ? document.querySelector(`.reader .note[data-claim="${CSS.escape(claim)}"] a[href]`) : null;
  return note instanceof HTMLAnchorElement && isHere(note) ? note : null;
}

/** Whether a link leads to this document with another question: a mere place on the page is the browser's own. */
function isHere(link: HTMLAnchorElement): boolean {
  const to = new URL(link.href, location.href);
  return to.origin === location.origin && to.pathname === location.pathname && to.search !== location.search;
}

/** The reader as the server shows it at an address; where it cannot be fetched, the browser goes there itself. */
async function open(address: string, push: boolean): Promise<void> {
  const old = document.querySelector(".reader");
  if (!old) return;
  let other: Element | null;
  try {
    other = await fetched(address, ".reader", old);
  } catch {
    other = null;
  }
  if (!other) {
    location.assign(address);
    return;
  }
  old.replaceWith(document.adoptNode(other));
  if (push) history.pushState(null, "", address);
  show(decodeURIComponent(new URL(address, location.href).hash.slice(1)));
  document.dispatchEvent(new CustomEvent("foedus:reader"));
}

/** The focus goes to the note that is open, else to the one that the address names; what it names comes into view. */
function show(id: string): void {
  const named = id ? document.getElementById(id) : null;
  const note = document.querySelector<HTMLElement>(".reader .note [aria-current]");
  (note ?? named?.querySelector<HTMLElement>("a[href]") ?? named)?.focus({ preventScroll: true });
  (named ?? note)?.scrollIntoView({ block: "nearest" });
}
