import type { Installation } from "../fixtures/installation";

/** What happens to servers while people work: each ends well by itself, once the servers are back. */
export const SERVER_TROUBLES = {
  "a server is killed and comes back": async ({ hosts: [one] }) => {
    await one.kill();
    await one.comeBack();
  },
  "all servers are killed at once and come back": async ({ hosts }) => {
    await Promise.all(hosts.map((host) => host.kill()));
    await Promise.all(hosts.map((host) => host.comeBack()));
  },
  "the servers are restarted in turn": async ({ hosts }) => {
    for (const host of hosts) {
      await host.leave();
      await host.comeBack();
    }
  },
} satisfies Record<string, (installation: Installation) => Promise<void>>;

export type ServerTrouble = keyof typeof SERVER_TROUBLES;
