/**
 * Tables marked `data-sortable` are sorted by a press on a column's head, within what the page shows.
 *
 * A head is left alone where it bears a link (the server sorts) or `data-sort="none"`; `.num` columns sort as numbers.
 * A cell's `data-value` is compared instead of its text. Rows below a `.pair` row stay with it: such tables are left.
 */
export function sorting(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table[data-sortable]")) {
    if (table.querySelector(".pair")) continue;
    table.querySelectorAll<HTMLTableCellElement>("thead tr:first-child th").forEach((head, column) => {
      if (head.dataset["sort"] !== "none" && !head.querySelector("a, button")) makeButton(table, head, column);
    });
  }
}

function makeButton(table: HTMLTableElement, head: HTMLTableCellElement, column: number): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "sort";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const falling = head.getAttribute("aria-sort") === "ascending";
    for (const other of head.parentElement?.children ?? []) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", falling ? "descending" : "ascending");
    sort(table, column, head.classList.contains("num"), falling);
  });
}

function sort(table: HTMLTableElement, column: number, numbers: boolean, falling: boolean): void {
  const lang = document.documentElement.lang || "en";
  const compare = new Intl.Collator(lang, { numeric: true }).compare;
  const body = table.querySelector("tbody");
  if (!body) return;
  const rows = [...body.children].map((row) => ({ row, value: valueOf(row.children[column]) }));
  rows.sort((one, other) => {
    if (one.value === "" || other.value === "") return Number(one.value === "") - Number(other.value === "");
    const order = numbers ? asNumber(one.value) - asNumber(other.value) : compare(one.value, other.value);
    return falling ? -order : order;
  });
  body.append(...rows.map(({ row }) => row));
}

function valueOf(cell: Element | undefined): string {
  return (cell?.getAttribute("data-value") ?? cell?.textContent ?? "").trim();
}

/** `1,234`, `1 234` and `[24]` are numbers; what is none comes first. */
function asNumber(text: string): number {
  const found = /-?\d+(\.\d+)?/.exec(text.replace(/(?<=\d)[\s,  ](?=\d{3})/gu, "").replace(",", "."));
  return found ? Number(found[0]) : -Infinity;
}
