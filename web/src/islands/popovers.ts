/** What stands behind a register's cell: one open at a time; Esc or a press elsewhere closes it, Esc returns the focus. */
const OPEN = "details.why[open]";

export function popovers(): void {
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.matches(OPEN)) closeAll(target);
    },
    true,
  );
  document.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" ? document.querySelector<HTMLDetailsElement>(OPEN) : null;
    if (!open) return;
    event.preventDefault();
    open.open = false;
    open.querySelector("summary")?.focus();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Element && !target.closest("details.why")) closeAll(null);
  });
}

function closeAll(but: HTMLDetailsElement | null): void {
  for (const one of document.querySelectorAll<HTMLDetailsElement>(OPEN)) {
    if (one !== but) one.open = false;
  }
}
