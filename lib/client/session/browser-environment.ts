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
  claim: async (name, places) => {
    if (!hasLocks()) return () => undefined;
    for (let place = 1; place <= places; place++) {
      const giveBack = await claimLock(`${name} ${place}`);
      if (giveBack !== null) return giveBack;
    }
    return null;
  },
  channel: openChannel,
};

/** A lock lasts as long as the promise that its holder returns. */
function claimLock(name: string): Promise<(() => void) | null> {
  return new Promise((resolve, reject) => {
    const hold = (lock: Lock | null): Promise<void> | undefined => {
      if (lock === null) resolve(null);
      else return new Promise<void>((giveBack) => resolve(giveBack));
      return undefined;
    };
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(reject);
  });
}

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
