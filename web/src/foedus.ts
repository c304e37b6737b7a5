/** Everything here quickens what works without it: an island a file, each looks for its own marks on the page. */
import { brushing } from "./islands/brushing.ts";
import { copying } from "./islands/copying.ts";
import { keyboard } from "./islands/keyboard.ts";
import { later } from "./islands/later.ts";
import { popovers } from "./islands/popovers.ts";
import { reader } from "./islands/reader.ts";
import { refreshing } from "./islands/refreshing.ts";
import { selecting } from "./islands/selecting.ts";
import { sorting } from "./islands/sorting.ts";
import { theme } from "./islands/theme.ts";

for (const island of [keyboard, reader, popovers, copying, theme, sorting, selecting, brushing, refreshing, later]) {
  island();
}
