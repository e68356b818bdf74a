import { describeActs } from "./nth-call";

// Every act is tried by `npm run test:chaos`.
await describeActs(["applyOperations", "openSet", "createDocument", "writeSchema", "decide"]);
