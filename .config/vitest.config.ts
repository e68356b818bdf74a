import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          // Property tests run thousands of cases; a busy machine must not fail them.
          testTimeout: 30_000,
          include: ["{lib,prisma,components}/**/*.test.ts"],
          exclude: ["**/*.{db,chaos}.test.ts", "**/generated/**"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{lib,prisma}/**/*.db.test.ts"],
          globalSetup: ["lib/testing/database-global-setup.ts"],
          maxWorkers: 2,
          testTimeout: 30_000,
          // After the unit tests: projects that run at once must have as many workers as each other.
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: "chaos",
          include: ["{lib,e2e}/**/*.chaos.test.ts"],
          globalSetup: ["lib/testing/database-global-setup.ts"],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
