import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, describe, expect, it } from "vitest";
import { tryPort } from "@/lib/server/postgres/free-port";
import { chooseAddress } from "./server-address";

const taken = createServer().listen(0, "127.0.0.1");
await once(taken, "listening");
afterAll(() => taken.close());
const given = taken.address();
const takenPort = typeof given === "object" && given !== null ? given.port : 0;

const settings = { host: "127.0.0.1", port: null, url: null, allowHttp: false };
const https = new URL("https://triptych.example.org");

describe("chooseAddress", () => {
  it("refuses a port that was asked for and is taken", async () => {
    await expect(chooseAddress({ ...settings, port: takenPort })).rejects.toThrow(
      `Port ${takenPort} of 127.0.0.1 is taken`,
    );
  });

  it("takes the next free port when none was asked for", async () => {
    const { port, url } = await chooseAddress(settings);
    expect(await tryPort(port, "127.0.0.1")).toBe(port);
    expect(port).toBeGreaterThanOrEqual(3000);
    expect(url.href).toBe(`http://127.0.0.1:${port}/`);
  });

  it("keeps the address that people were told", async () => {
    expect((await chooseAddress({ ...settings, url: https })).url).toBe(https);
  });

  it.each([
    { host: "0.0.0.0", url: null },
    { host: "192.0.2.7", url: null },
    { host: "0.0.0.0", url: new URL("http://localhost:3000") },
    { host: "127.0.0.1", url: new URL("http://triptych.example.org") },
  ])("refuses http that others can reach: $host, $url", async (reachable) => {
    await expect(chooseAddress({ ...settings, ...reachable })).rejects.toThrow(/TRIPTYCH_ALLOW_HTTP=1/);
  });

  it("allows it behind https, and when told to", async () => {
    expect((await chooseAddress({ ...settings, host: "0.0.0.0", url: https })).host).toBe("0.0.0.0");
    const open = await chooseAddress({ ...settings, host: "0.0.0.0", allowHttp: true });
    expect(open.url.hostname).not.toBe("0.0.0.0");
  });

  it("writes an IPv6 host as addresses do", async () => {
    const { url } = await chooseAddress({ ...settings, host: "::1", allowHttp: false });
    expect(url.hostname).toBe("[::1]");
  });
});
