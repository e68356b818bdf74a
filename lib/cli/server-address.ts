import { networkInterfaces } from "node:os";
import { AppError } from "@/lib/core/errors";
import { isLoopback, isOpenHttp, type Env } from "@/lib/server/env";
import { tryPort } from "@/lib/server/postgres/free-port";

const DEFAULT_PORT = 3000;
const PORTS_TO_TRY = 100;

/** Where the server listens, and the address that people use. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly url: URL;
}

export type AddressSettings = Pick<Env, "host" | "port" | "url" | "allowHttp">;

/** Somebody else listens there. */
export class PortTakenError extends AppError {
  constructor({ host, port }: Pick<ServerAddress, "host" | "port">) {
    super("conflict", {
      detail: `Port ${port} of ${host} is taken. Choose another with PORT=…, or leave PORT out.`,
    });
  }
}

/**
 * Chooses port and address.
 * @throws PortTakenError when the port that was asked for is taken.
 * @throws AppError when passwords would cross a network in the clear.
 */
export async function chooseAddress(env: AddressSettings): Promise<ServerAddress> {
  refuseOpenHttp(env);
  const { host } = env;
  const port = env.port ?? (await nextFreePort(host));
  if (env.port !== null && (await tryPort(port, host)) === null) throw new PortTakenError({ host, port });
  return { host, port, url: env.url ?? new URL(`http://${visibleHost(host)}:${port}`) };
}

function refuseOpenHttp({ host, url, allowHttp }: Pick<Env, "host" | "url" | "allowHttp">): void {
  const https = url?.protocol === "https:";
  if (https || allowHttp || (isLoopback(inUrl(host)) && (url === null || !isOpenHttp(url)))) return;
  const detail = `HOST=${host} can be reached from other machines, and http lets everybody on the way read passwords. Put an https proxy in front and name its address in NEXTAUTH_URL, or set TRIPTYCH_ALLOW_HTTP=1.`;
  throw new AppError("invalid", { detail });
}

async function nextFreePort(host: string): Promise<number> {
  for (let port = DEFAULT_PORT; port < DEFAULT_PORT + PORTS_TO_TRY; port += 1) {
    if ((await tryPort(port, host)) !== null) return port;
  }
  const detail = `The ports ${DEFAULT_PORT} to ${DEFAULT_PORT + PORTS_TO_TRY - 1} of ${host} are all taken. Choose one with PORT=….`;
  throw new AppError("conflict", { detail });
}

/** Nobody can visit "all addresses": of those, the first that other machines know. */
function visibleHost(host: string): string {
  if (host !== "0.0.0.0" && host !== "::") return inUrl(host);
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === "IPv4" && !internal)?.address ?? "localhost";
}

function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}
