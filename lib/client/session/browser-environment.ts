import { v7 } from "uuid";
import type { Id } from "@/lib/core/ids";
import type { Channel, Environment } from "./environment";

export const browserEnvironment: Environment = {
  now: () => new Date().toISOString(),
  random: () => Math.random(),
  newId: <K extends string>() => v7() as Id<K>,
  later: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  // Without Web Locks (http, old browsers) two pages may send the same operation: the server takes it once.
  exclusively: async (name, act) => (hasLocks() ? navigator.locks.request(name, act) : act()),
  channel: openChannel,
};

function hasLocks(): boolean {
  return "locks" in navigator;
}

function openChannel(name: string): Channel {
  if (!("BroadcastChannel" in globalThis))
    return { post: () => undefined, onPost: () => undefined, close: () => undefined };
  const channel = new BroadcastChannel(name);
  return {
    post: () => channel.postMessage(null),
    onPost: (listener) => channel.addEventListener("message", listener),
    close: () => channel.close(),
  };
}
