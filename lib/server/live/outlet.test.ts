import { describe, expect, it, vi } from "vitest";
import { Outlet } from "./outlet";

function anOutlet() {
  const onEnd = vi.fn();
  const outlet = new Outlet({ overflow: "resync\n", onEnd });
  const reader = outlet.body.getReader();
  const read = async (): Promise<string | null> => {
    const { value } = await reader.read();
    return value === undefined ? null : new TextDecoder().decode(value);
  };
  return { outlet, onEnd, reader, read };
}

describe("an outlet", () => {
  it("gives a waiting reader each event at once, and a late one all that waits", async () => {
    const { outlet, read } = anOutlet();
    const first = read();
    outlet.write("a\n");
    expect(await first).toBe("a\n");
    outlet.write("b\n");
    outlet.write("c\n");
    expect(await read()).toBe("b\nc\n");
  });

  it("ends with its last words, once", async () => {
    const { outlet, onEnd, read } = anOutlet();
    outlet.write("a\n");
    outlet.end("bye\n");
    outlet.end("bye again\n");
    outlet.write("late\n");
    expect([await read(), await read()]).toEqual(["a\nbye\n", null]);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it.each([
    ["256 events", 256, "x\n"],
    ["1 MiB", 16, `${"x".repeat(64 * 1024 - 1)}\n`],
  ])(
    "keeps %s for a slow reader; one more, and only the word to begin again",
    async (_limit, count, event) => {
      const { outlet, onEnd, read } = anOutlet();
      for (let sent = 0; sent < count; sent++) outlet.write(event);
      expect(outlet.isOpen).toBe(true);
      outlet.write(event);
      expect(outlet.isOpen).toBe(false);
      expect([await read(), await read()]).toEqual(["resync\n", null]);
      expect(onEnd).toHaveBeenCalledOnce();
    },
  );

  it("lets one event through however large it is", async () => {
    const { outlet, read } = anOutlet();
    outlet.write("x".repeat(2 * 1024 * 1024));
    expect((await read())?.length).toBe(2 * 1024 * 1024);
  });

  it("gives up a reader who takes nothing from one heartbeat to the next", async () => {
    const { outlet, read } = anOutlet();
    outlet.beat(":\n");
    expect(await read()).toBe(":\n");
    outlet.write("a\n");
    outlet.beat(":\n");
    expect(outlet.isOpen).toBe(true);
    outlet.beat(":\n");
    expect(outlet.isOpen).toBe(false);
    expect([await read(), await read()]).toEqual(["resync\n", null]);
  });

  it("tells when everything was taken, and when nobody will take anything", async () => {
    const { outlet, onEnd, reader, read } = anOutlet();
    await outlet.drained();
    outlet.write("a\n");
    const taken = outlet.drained();
    await read();
    await taken;
    outlet.write("b\n");
    const never = outlet.drained();
    outlet.breakOff();
    await never;
    await expect(reader.read()).rejects.toThrow();
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it("notices a reader who cancels", async () => {
    const { outlet, onEnd, reader } = anOutlet();
    await reader.cancel();
    outlet.write("a\n");
    expect(onEnd).toHaveBeenCalledOnce();
  });
});
