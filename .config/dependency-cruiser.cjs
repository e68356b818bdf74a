// The rings of lib/README.md as data: what each may import of our own code, and which packages belong to whom.
const RINGS = {
  "lib/core": [],
  "lib/formats": ["lib/core"],
  "lib/contracts": ["lib/core"],
  "lib/db": ["lib/core"],
  "lib/usecases": ["lib/core", "lib/contracts", "lib/formats", "lib/db"],
  "lib/server": ["lib/core", "lib/contracts", "lib/formats", "lib/db", "lib/usecases"],
  "lib/client": ["lib/core", "lib/contracts"],
  components: ["lib/core", "lib/contracts", "lib/client"],
  app: ["lib/core", "lib/contracts", "lib/usecases", "lib/server", "lib/client", "components"],
  "lib/cli": ["lib/core", "lib/contracts", "lib/formats", "lib/db", "lib/usecases", "lib/server", "prisma"],
  "lib/testing": [
    "lib/core",
    "lib/contracts",
    "lib/client",
    "lib/formats",
    "lib/db",
    "lib/usecases",
    "lib/server",
    "prisma",
  ],
  prisma: ["lib/core", "lib/db"],
};
const tests = "\\.test\\.tsx?$";
const ours = "^(app|components|lib|prisma|e2e)/";

const rings = Object.entries(RINGS).map(([ring, allowed]) => ({
  name: `ring ${ring}`,
  severity: "error",
  from: { path: `^${ring}/`, pathNot: tests },
  to: { path: ours, pathNot: [ring, ...allowed].map((name) => `^${name}/`) },
}));

/** Only `owners` may import packages that match `packages`. */
const reserved = (name, packages, owners) => ({
  name,
  severity: "error",
  from: { path: ours, pathNot: [...owners.map((owner) => `^${owner}`), "^lib/testing/", "^e2e/", tests] },
  to: { path: packages.map((pattern) => `node_modules/${pattern}(/|$)`) },
});

module.exports = {
  forbidden: [
    { name: "no cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "nothing unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...rings,
    {
      name: "core imports no package",
      severity: "error",
      from: { path: "^lib/core/", pathNot: tests },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "core"] },
    },
    reserved(
      "Prisma belongs to lib/db",
      ["@prisma", "prisma", "pg", "pg-copy-streams"],
      ["lib/db/", "prisma/"],
    ),
    reserved(
      "Next belongs to the edges",
      ["next", "next-auth"],
      ["app/", "lib/server/", "components/", "proxy", "instrumentation"],
    ),
    reserved(
      "React belongs to the screens",
      ["react", "react-dom", "react-aria-components"],
      ["app/", "components/"],
    ),
    {
      name: "the browser reaches no server code",
      severity: "error",
      from: { path: "^(components|lib/client)/", pathNot: tests },
      to: { path: "^lib/(db|server|usecases)/", reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(node_modules/\\.cache|\\.next)/|lib/db/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
  },
};
