import { config } from "zod";

// Runs in the browser before anything else. Zod would try `new Function` to see whether it may compile its parsers;
// the Content-Security-Policy forbids it, and each try would be reported.
config({ jitless: true });
