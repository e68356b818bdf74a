/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  // Told apart at build time: the edge runtime has neither processes nor sockets.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { noteClientAddresses } = await import("@/lib/server/client-address");
  noteClientAddresses();
  const { serverEnv } = await import("@/lib/server/env");
  const { sayStrictTransport } = await import("@/lib/server/strict-transport");
  sayStrictTransport(serverEnv().url);
  if (process.env["NEXT_MANUAL_SIG_HANDLE"] === undefined) return;
  // The development server takes more than this, for its own tools.
  const { turnAwayUnservable } = await import("@/lib/server/unservable-requests");
  turnAwayUnservable();
  const { stopGracefully } = await import("@/lib/server/stop-gracefully");
  stopGracefully();
}
