import { ACTS } from "./acts";
import { describeActs } from "./nth-call";

await describeActs(Object.keys(ACTS));
