import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** Stands between a program and its database, and cuts where it is told to. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<readonly [program: Socket, database: Socket]>();
  #target: URL;
  #loses: (answer: Buffer) => boolean = () => false;

  private constructor(server: Server, target: URL) {
    this.#server = server;
    this.#target = target;
    server.on("connection", (program) => this.#carry(program));
  }

  /** @param url of the database */
  static async open(url: string): Promise<TcpProxy> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new TcpProxy(server, new URL(url));
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
    program.on("data", (data) => database.write(data));
    database.on("data", (data) => {
      if (this.#loses(data)) end();
      else program.write(data);
    });
  }
}
