import { defineConfig } from "@playwright/test";
import { browserOptions } from "./browser";

export default defineConfig({
  testDir: "../e2e",
  testMatch: "{journeys,denied,surface,platform}/**/*.spec.ts",
  outputDir: "../test-results",
  globalSetup: "../e2e/fixtures/global-setup.ts",
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Only what hangs is ended: a busy machine is no fault of the app.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    launchOptions: browserOptions(),
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "UTC",
    trace: "retain-on-failure",
  },
});
