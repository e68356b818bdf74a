const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Holds `light` or `dark`; absent when the system decides. No secret, and read on the server so nothing flashes. */
export const THEME_COOKIE = "triptych-theme";

export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? "system";
}
