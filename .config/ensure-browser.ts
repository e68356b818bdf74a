import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser";

/** Sees to it that there is a browser to test with. @throws Error in one line when there can be none. */
export function ensureBrowser(): void {
  if (findBrowser() !== null) return;
  for (const [program, args] of waysToInstall()) {
    console.log(`No browser found; trying: ${program} ${args.join(" ")}`);
    if (
      spawnSync(program, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0 &&
      findBrowser() !== null
    )
      return;
  }
  throw new Error(
    "No browser to test with: install Chromium (apt install chromium, or npx playwright install chromium).",
  );
}

function waysToInstall(): readonly (readonly [string, readonly string[]])[] {
  const ownBrowser = ["npx", ["playwright", "install", "chromium"]] as const;
  if (process.getuid?.() !== 0) return [ownBrowser];
  const packaged = [
    "sh",
    ["-c", "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium"],
  ] as const;
  return [packaged, ownBrowser];
}
