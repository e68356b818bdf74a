#!/usr/bin/env node
// Plain JavaScript, because it runs first: it makes the Prisma client and teaches Node TypeScript.
import { fileURLToPath } from "node:url";
import { register } from "tsx/esm/api";
import { generateClient } from "../../prisma/generate.js";

await generateClient();
register({ tsconfig: fileURLToPath(new URL("../../tsconfig.json", import.meta.url)) });
const { main } = await import("./main.ts");
process.exitCode = await main(process.argv.slice(2));
