/**
 * Single keys, as the list under `?` names them; they can be switched off there.
 *
 * `data-key="a"` on a button or link gives it a key, `data-key="g h"` two in a row. `j` and `k` walk the elements
 * marked `data-walk`; where there are none, the claims of a list or of a document.
 */
import { remember, remembered } from "../remember.ts";

const OFF = "keys";
const PATIENCE = 1500;
const WALKED = ["[data-walk]", ".reader .note a[href]", ".lines li .what a[href]"];

let first: { key: string; at: number } | null = null;

export function keyboard(): void {
  const list = document.getElementById("keys");
  const off = list?.querySelector<HTMLInputElement>("[data-keys-off]");
  if (off) {
    off.checked = remembered(OFF) === "off";
    off.addEventListener("change", () => {
      remember(OFF, off.checked ? "off" : "on");
    });
  }
  document.querySelector<HTMLElement>("[data-keys-list]")?.removeAttribute("hidden");
  document.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-keys-list]")) {
      event.preventDefault();
      open(list);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (list instanceof HTMLDialogElement && list.open) return;
    if (remembered(OFF) === "off" && event.key !== "?") return;
    if (press(event.key, event.timeStamp, list)) event.preventDefault();
  });
}

/** Whether a key meant something here. */
function press(key: string, at: number, list: HTMLElement | null): boolean {
  const before = first && at - first.at < PATIENCE ? first.key : null;
  first = null;
  if (before !== null) return follow(document.querySelector(`[data-key="${CSS.escape(before)} ${CSS.escape(key)}"]`));
  switch (key) {
    case "/":
      return focus(document.querySelector<HTMLElement>("[data-key='/'], .find input"));
    case "?":
      return open(list);
    case "j":
      return walk(1);
    case "k":
      return walk(-1);
  }
  const meant = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (meant) return follow(meant);
  if (key.length === 1 && document.querySelector(`[data-key^="${CSS.escape(key)} "]`)) {
    first = { key, at };
    return true;
  }
  return false;
}

/** The next or the one before of what can be walked, from where the focus is, else from the one that is open. */
function walk(step: 1 | -1): boolean {
  const all = walked();
  if (!all.length) return false;
  const focused = all.findIndex((one) => one.contains(document.activeElement));
  const from = focused >= 0 ? focused : all.findIndex((one) => one.matches("[aria-current]"));
  const to = from < 0 ? (step > 0 ? 0 : all.length - 1) : from + step;
  return focus(all[Math.min(Math.max(to, 0), all.length - 1)]);
}

function walked(): HTMLElement[] {
  for (const selector of WALKED) {
    const found = [...document.querySelectorAll<HTMLElement>(selector)];
    if (found.length) return found;
  }
  return [];
}

function focus(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  const target = element.matches("a, button, input, summary, [tabindex]")
    ? element
    : (element.querySelector<HTMLElement>("a[href], button") ?? element);
  target.focus();
  if (typeof target.scrollIntoView === "function") target.scrollIntoView({ block: "nearest" });
  return document.activeElement === target;
}

function follow(element: Element | null): boolean {
  if (!(element instanceof HTMLElement)) return false;
  if (element.matches("input, select, textarea")) return focus(element);
  element.click();
  // what a key has opened is typed into at once: the first field that it shows
  const opened = element.matches("summary") ? element.closest<HTMLDetailsElement>("details[open]") : null;
  focus(opened?.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea"));
  return true;
}

function open(list: HTMLElement | null): boolean {
  if (!(list instanceof HTMLDialogElement)) return false;
  list.showModal();
  return true;
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const quiet = "[type=checkbox], [type=radio], [type=button], [type=submit]";
  return target.isContentEditable || (target.matches("input, textarea, select") && !target.matches(quiet));
}
