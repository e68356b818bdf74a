import { parseTheme, THEME_COOKIE, type Theme } from "./theme";

const YEAR_SECONDS = 31_536_000;

/** The theme this page was given or chose since. */
export function chosenTheme(): Theme {
  return parseTheme(document.documentElement.dataset.theme);
}

/** Repaints the page at once and remembers the choice in this browser. */
export function chooseTheme(theme: Theme): void {
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
    document.cookie = `${THEME_COOKIE}=; path=/; max-age=0; samesite=lax`;
  } else {
    document.documentElement.dataset.theme = theme;
    document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  }
}
