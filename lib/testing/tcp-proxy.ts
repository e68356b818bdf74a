import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** Reads what is sent over one connection, and says whether it may stay open. */
export type Guard = (sent: Buffer) => boolean;

/** Stands between a program and its database, and cuts where it is told to. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [program: Socket, database: Socket]>();
  #target: URL;
  readonly #guard: () => Guard;
  #loses: (answer: Buffer) => boolean = () => false;

  private constructor(server: Server, target: URL, guard: () => Guard) {
    this.#server = server;
    this.#target = target;
    this.#guard = guard;
    server.on("connection", (program) => this.#carry(program));
  }

  /** @param guard makes one for each connection; what it objects to is not passed on, and the connection is cut. */
  static async open(url: string, guard: () => Guard = () => () => true): Promise<TcpProxy> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new TcpProxy(server, new URL(url), guard);
  }

  /** The same database by way of the proxy. */
  urlOf(url: string): string {
    const through = new URL(url);
    through.port = String((this.#server.address() as AddressInfo).port);
    return through.href;
  }

  /** The database has moved; connections from now on lead there. */
  leadTo(url: string): void {
    this.#target = new URL(url);
  }

  /** Each answer of the database for which `loses` holds is not passed on, and its connection is cut: it was done, and nobody hears of it. */
  lose(loses: (answer: Buffer) => boolean): void {
    this.#loses = loses;
  }

  cutAll(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  async close(): Promise<void> {
    this.cutAll();
    this.#server.close();
    await once(this.#server, "close");
  }

  #carry(program: Socket): void {
    const database = connect(Number(this.#target.port), this.#target.hostname);
    const pair = [program, database] as const;
    this.#pairs.add(pair);
    const end = () => {
      this.#pairs.delete(pair);
      for (const socket of pair) socket.destroy();
    };
    for (const socket of pair) socket.on("error", end).on("close", end);
    const accepts = this.#guard();
    program.on("data", (data) => {
      if (accepts(data)) database.write(data);
      else end();
    });
    database.on("data", (data) => {
      if (this.#loses(data)) end();
      else program.write(data);
    });
  }
}
