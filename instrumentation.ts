/** Next calls this once per server process, before the first request. */
export async function register(): Promise<void> {
  // Told apart at build time: the edge runtime has neither processes nor sockets.
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { noteClientAddresses } = await import("@/lib/server/client-address");
  noteClientAddresses();
  if (process.env["NEXT_MANUAL_SIG_HANDLE"] === undefined) return;
  const { stopGracefully } = await import("@/lib/server/stop-gracefully");
  stopGracefully();
}
