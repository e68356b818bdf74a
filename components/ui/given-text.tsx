import { splitInvisible } from "./invisible-characters";

/**
 * Text that somebody gave, such as a title or a name, on a line of ours: its direction stays its own, and characters
 * that would show nothing are shown by their code.
 */
export function GivenText({ children }: { readonly children: string }) {
  return (
    <bdi>
      {splitInvisible(children).map(({ text, isInvisible }, index) =>
        isInvisible ? <Invisible key={index} character={text} /> : text,
      )}
    </bdi>
  );
}

function Invisible({ character }: { readonly character: string }) {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return (
    <span
      title={`Invisible character ${code}`}
      className="mx-px rounded-sm border border-warn/50 px-0.5 font-mono text-[0.75em] text-warn"
    >
      {code}
    </span>
  );
}
