import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { addressBehind, clientAddress, noteClientAddresses } from "./client-address";

describe("addressBehind", () => {
  it("believes only the proxies that it was told of", () => {
    const hops = ["1.1.1.1", " 2.2.2.2", "10.0.0.1"];
    expect(addressBehind(hops, 0)).toBe("10.0.0.1");
    expect(addressBehind(hops, 1)).toBe("2.2.2.2");
    expect(addressBehind(hops, 2)).toBe("1.1.1.1");
    expect(addressBehind(hops, 5)).toBe("1.1.1.1");
    expect(addressBehind([], 0)).toBe("");
  });
});

describe("noteClientAddresses", () => {
  const server = createServer((request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    response.end(clientAddress(new Headers(headers)));
  });
  afterAll(() => server.close());

  it("notes who opened the connection, whatever they claim", async () => {
    noteClientAddresses();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const claims = { "x-forwarded-for": "6.6.6.6", "x-triptych-client": "6.6.6.6" };
    const response = await fetch(`http://127.0.0.1:${port}`, { headers: claims });
    expect(await response.text()).toBe("127.0.0.1");
  });
});
