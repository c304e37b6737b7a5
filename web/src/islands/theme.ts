/** A button with `data-theme-switch` changes between light and dark; the server reads the cookie. */
const COOKIE = "foedus_theme";

export function theme(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-theme-switch]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const other = isDark() ? "light" : "dark";
      document.documentElement.dataset["theme"] = other;
      document.cookie = `${COOKIE}=${other}; path=/; max-age=31536000; samesite=lax`;
    });
  }
}

function isDark(): boolean {
  const asked = document.documentElement.dataset["theme"];
  return asked ? asked === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
