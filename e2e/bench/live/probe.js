// Loaded into the server that is measured, before anything else. On SIGUSR2 it collects what nobody uses any more and
// writes down what is left: memory, timers, sockets, listeners of the process.
import { createHook } from "node:async_hooks";
import { renameSync, writeFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const file = process.env["BENCH_PROBE"];
if (file !== undefined) {
  const kinds = new Map();
  createHook({
    init: (id, kind) => void (/^(Timeout|TCPSERVERWRAP|TCPWRAP)$/.test(kind) && kinds.set(id, kind)),
    destroy: (id) => void kinds.delete(id),
  }).enable();
  process.on("SIGUSR2", () => {
    setFlagsFromString("--expose-gc");
    runInNewContext("gc")();
    const { heapUsed, external } = process.memoryUsage();
    const count = (/** @type {string} */ kind) => [...kinds.values()].filter((one) => one === kind).length;
    const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
    const report = {
      megabytes: (heapUsed + external) / 1024 / 1024,
      timers: count("Timeout"),
      sockets: count("TCPWRAP"),
      listeners,
    };
    writeFileSync(`${file}.new`, JSON.stringify(report));
    renameSync(`${file}.new`, file);
  });
}
