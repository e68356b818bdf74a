import { describe, expect, it } from "vitest";
import { fileKindOf } from "./file-kind";

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]));
/** Every byte there is, over and over: what packed content looks like. */
const packed = Uint8Array.from({ length: 4096 }, (_, index) => (index * 151) % 256);

describe("fileKindOf", () => {
  it.each([
    ["empty", "nothing", new Uint8Array()],
    ["binary", "a zip, and with it a .docx", Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0)],
    ["binary", "a PDF", bytes("%PDF-1.7\n")],
    ["binary", "a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ["binary", "packed content without a signature", packed],
    ["archive", "an archive of ours", bytes('{"type":"archive","version":1}\n')],
    ["archive", "one behind a byte order mark", bytes('\uFEFF{ "type" : "archive" }')],
    ["text", "JSON lines", bytes('{"text":"a"}\n')],
    ["text", "lines of another type", bytes('{"type":"article","text":"a"}')],
    ["text", "an article", bytes("Moscow warned\r\n\tCaracas 🚲")],
    ["text", "a text with a NUL, whose place its line tells", bytes('{"text":"a\0b"}')],
    ["text", "a text in UTF-16 without a mark, whose place its line tells", utf16("An article of news.")],
    ["text", "a text in UTF-16 with a mark", Uint8Array.of(0xff, 0xfe, ...utf16("Статья"))],
    ["text", "white space", bytes(" \n\n")],
  ])("is %s for %s", (kind, _what, content) => {
    expect(fileKindOf(content)).toBe(kind);
  });
});
