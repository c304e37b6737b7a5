import { expect, test } from "vitest";
import { theme } from "../src/islands/theme.ts";

test("the button changes the theme and the server is told by a cookie", () => {
  document.body.innerHTML = '<button data-theme-switch hidden>Light or dark</button>';
  document.documentElement.dataset["theme"] = "dark";
  theme();
  const button = document.querySelector("button");
  expect(button?.hidden).toBe(false);
  button?.click();
  expect(document.documentElement.dataset["theme"]).toBe("light");
  expect(document.cookie).toContain("foedus_theme=light");
});
